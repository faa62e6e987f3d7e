# What a group stumbles over. Facilitators read it; members read stumbles-told only.

stumbles-told = Every three months the facilitators are told which words five or more people looked up. Never who.

stumbles-button-show = Words that were hard
stumbles-button-agenda = Copy for the agenda
stumbles-button-quarter = { $number ->
        [1] January to March
        [2] April to June
        [3] July to September
       *[4] October to December
    } { $year }

stumbles-title = ## Words that were hard, { $number ->
        [1] January to March
        [2] April to June
        [3] July to September
       *[4] October to December
    } { $year }
stumbles-intro = Perhaps some of these are for your next agenda. At least five people looked up each word. Facilitators are not counted. Nobody can see who looked.
stumbles-looked-many = **Looked up by many people (ten or more):** { $words }
stumbles-looked-several = **Looked up by several people (five or more):** { $words }
stumbles-asked-many = **Asked about many times, without a name:** { $words }
stumbles-asked-several = **Asked about several times, without a name:** { $words }
stumbles-unexplained-many = **Not in the glossary yet, looked up by many people:** { $words }
stumbles-unexplained-several = **Not in the glossary yet, looked up by several people:** { $words }
stumbles-more = There were more words than fit here.
stumbles-nothing = There is nothing to show for these three months.
stumbles-agenda = Words that were hard, { $number ->
        [1] January to March
        [2] April to June
        [3] July to September
       *[4] October to December
    } { $year }

stumbles-title-year = ## Words that were hard
stumbles-what = Every three months you read here, once, which words five or more people looked up. It says “several” or “many”, never a number, and never who. Press three months to read them again. They stay for a year.
stumbles-none-yet = There is nothing to read yet.
stumbles-comes = The next one comes after { $day }.
stumbles-too-few = Fewer than five people have joined here who are not facilitators. In so small a group a word could point at a person. So nothing will come until five have joined.

error-stumbles-gone = This is not there any more: it is kept for a year. Press **Words that were hard** to see what is there.
