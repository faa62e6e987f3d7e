# Looking at words again. Facilitators read it, and members who look after the words.

glossary-review-button-see = Words to check again
glossary-review-button-right = Still right
glossary-review-button-change = Change it
glossary-review-button-next = Another one
glossary-review-one = **Is this still right?** ({ $at } of { $of })
glossary-review-kept = Thank you. It says today’s date now.
glossary-review-nothing = Every word was looked at within a year. There is nothing to check.
glossary-review-due = { $number ->
        [one] **One word was last checked over a year ago.** Is it still right?
       *[other] **{ NUMBER($number, useGrouping: 0) } words were last checked over a year ago.** Are they still right?
    }
glossary-review-due-editor = { $number ->
        [one] **One word of the glossary was last checked over a year ago.** Is it still right? There is no hurry.
       *[other] **{ NUMBER($number, useGrouping: 0) } words of the glossary were last checked over a year ago.** Are they still right? There is no hurry, and you need not look at all of them.
    }
