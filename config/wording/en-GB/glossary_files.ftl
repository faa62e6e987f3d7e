# The glossary as a file, read in and written out. Facilitators read it.

# Who wrote the words that come with the bot; shown below them.
glossary-starter = Equal Footing’s starter glossary
glossary-shared = the glossary that many communities share

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

# Reading a file in

glossary-files-title = Read a file in
glossary-files-intro = You see first what would happen. Nothing is changed before you say so.
glossary-files-file = A CSV or JSON file
glossary-files-file-hint = 4 MB at most. To see how it has to look, press “Write a file out”.
glossary-files-preview =
    ## What is in this file
    { $new ->
        [0] No new words
        [one] **One** new word
       *[other] **{ NUMBER($new, useGrouping: 0) }** new words
    }, { NUMBER($same, useGrouping: 0) } the same as here, { $different ->
        [0] none
       *[other] **{ NUMBER($different, useGrouping: 0) }**
    } different from here, { $faulty ->
        [0] no faulty rows.
        [one] **one** faulty row, which is left out.
       *[other] **{ NUMBER($faulty, useGrouping: 0) }** faulty rows, which are left out.
    }
glossary-files-more-faults = There { $count ->
        [one] is one more
       *[other] are { NUMBER($count, useGrouping: 0) } more
    }: see the attached text.
glossary-files-then = Nothing is changed yet. For a quarter of an hour you can choose what to take in. A word that is hidden here and stands in the file as new is shown again.
glossary-files-nothing = There is nothing to take in. Nothing was changed.
glossary-files-button-new = Take in the new ones ({ $count })
glossary-files-button-all = Take in all, the file’s words win
glossary-files-button-different = See what is different
glossary-files-button-never-mind = Never mind
glossary-files-button-again = Back to the file
glossary-files-differences = ## { $name } ({ $page } of { $of })
glossary-files-difference = **{ $column }**, here: “{ $here }”, in the file: “{ $file }”
glossary-files-in-full = { $column }, here: “{ $here }”, in the file: “{ $file }”
glossary-files-taken = { $new ->
        [0] No words are new
        [one] One word is new
       *[other] { NUMBER($new, useGrouping: 0) } words are new
    }, and { $changed ->
        [0] none were changed.
        [one] one was changed.
       *[other] { NUMBER($changed, useGrouping: 0) } were changed.
    }
glossary-files-left = Somebody else was at { $count ->
        [one] one of these words, and it stays as it is.
       *[other] { NUMBER($count, useGrouping: 0) } of these words, and they stay as they are.
    }
glossary-files-never-mind = Nothing was taken in.

# Writing one out

glossary-files-written = Here is the glossary as a file: CSV for a spreadsheet, JSON for other programs. Who wrote a word is not in it. Words that are hidden are not, either.
glossary-files-large = The glossary is larger than a file that Discord takes. Nothing was lost. Please ask whoever runs this bot.
