# The glossary as a file, read in and written out. Facilitators read it.

# Who wrote the words that come with the bot; shown below them.
glossary-starter = Equal Footing’s starter glossary

# What is wrong in a file. Each begins with the line; columns are called as they are in the file.
glossary-fault-no-term = Line { $line }: there is no word in the column “term”.
glossary-fault-no-plain = Line { $line }: “{ $name }” has no plain meaning.
glossary-fault-long = Line { $line }: “{ $name }” has too much text in the column “{ $column }”.
glossary-fault-many = Line { $line }: “{ $name }” has too many values in the column “{ $column }”.
glossary-fault-twice = Line { $line }: “{ $name }” is in this file a second time, with the same theme. The first one counts.
glossary-fault-not-text = Line { $line }: something in the column “{ $column }” of “{ $name }” is not text.
glossary-fault-day = Line { $line }: the day on which “{ $name }” was checked cannot be read. Write it as 2026-05-14 or 14/05/2026.
glossary-fault-mark = Line { $line }: the column “{ $column }” of “{ $name }” takes “yes”, or nothing.
glossary-fault-column = Line { $line }: the column “{ $column }” is not known. All rows are read without it.
glossary-fault-cells = Line { $line }: the row of “{ $name }” has more cells than there are columns. Put quotation marks round a text that holds a comma.
glossary-fault-unreadable = Line { $line }: this row cannot be read. Look for a quotation mark that is not closed.
