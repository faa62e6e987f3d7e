# Writing words for the glossary. Facilitators read it.

glossary-desk-button-desk = Glossary
glossary-desk-button-back = Back to the glossary
glossary-desk-button-add = Add a word
glossary-desk-button-find = Change a word
glossary-desk-button-read = Read a file in
glossary-desk-button-write = Write a file out
glossary-desk-button-hidden = Words that are hidden
glossary-desk-button-word = Back to the word
glossary-desk-button-change = Change
glossary-desk-button-more = More about it
glossary-desk-button-sign = Who wrote it
glossary-desk-button-hide = Hide
glossary-desk-button-show = Show it again
glossary-desk-button-mark = Mark: checked by a patient or public member
glossary-desk-button-unmark = Take the mark off
glossary-desk-button-checked = Checked today
glossary-desk-button-history = History
glossary-desk-button-before = Page before
glossary-desk-button-after = Next page

glossary-desk-title = ## The glossary
glossary-desk =
    { $shown ->
        [0] There are no words in it yet.
        [one] There is one word in it.
       *[other] There are { NUMBER($shown, useGrouping: 0) } words in it.
    } { $hidden ->
        [0] None are hidden.
        [one] One is hidden: nobody finds it.
       *[other] { NUMBER($hidden, useGrouping: 0) } are hidden: nobody finds them.
    }
    What you change is there at once for everybody who looks a word up. Nobody is sent anything.
glossary-desk-to-do = { $waiting ->
        [0] No proposals wait.
        [one] One proposal waits.
       *[other] { NUMBER($waiting, useGrouping: 0) } proposals wait.
    } { $old ->
        [0] Every word was looked at within a year.
        [one] One word was last checked over a year ago.
       *[other] { NUMBER($old, useGrouping: 0) } words were last checked over a year ago.
    }

# Forms

glossary-desk-add-title = Add a word
glossary-desk-change-title = Change a word
glossary-desk-more-title = More about the word
glossary-desk-find-title = Which word?
glossary-desk-find-hint = Type the word, or its short form.
glossary-desk-name = The word, and its short forms
glossary-desk-name-hint = Short forms come after a bar: Integrated care board | ICB
glossary-desk-plain = Plain meaning
glossary-desk-plain-hint = One or two short sentences that a child of ten can follow. No other hard word in it.
glossary-desk-precise = Precise meaning
glossary-desk-precise-hint = What experts would sign. It may be empty.
glossary-desk-example = An example
glossary-desk-example-hint = A sentence as somebody may say it in a meeting. It may be empty.
glossary-desk-reason = Why? (It may be empty)
glossary-desk-reason-hint = Those who look after the words read it in the history. Please write no names.
glossary-desk-box-theme = What it is about
glossary-desk-box-theme-hint = One word can be in two themes, with a meaning in each.
glossary-desk-box-said = How to say it
glossary-desk-box-said-hint = Letter by letter, or as it sounds: AW-dit
glossary-desk-box-also = Other names
glossary-desk-box-also-hint = Who types one of these finds the word. Put a bar between them: one name | another name
glossary-desk-box-related = Words that go with it
glossary-desk-box-related-hint = Words of this glossary. Put a bar between them: Audit | Theme
glossary-desk-box-source = Source
glossary-desk-box-source-hint = Where the precise meaning comes from, if it is taken from somewhere.
glossary-desk-box-by = The name
glossary-desk-box-by-hint = Empty, it says: somebody here wrote this.
glossary-desk-theme-sharing-knowledge = Sharing knowledge
glossary-desk-theme-musculoskeletal = Joints, bones and muscles
glossary-desk-theme-nhs = The NHS
glossary-desk-theme-research = Research
glossary-desk-theme-involvement = Taking part
glossary-desk-sign-title = Who wrote it?
glossary-desk-sign-intro = This name is shown below the word, to everybody here. Put in your own name only. When you erase what is kept about you, it goes, too. Somebody else’s would stay.
glossary-desk-hide-title = Hide a word
glossary-desk-hide-intro = Nobody finds it any more when they look it up. You can show it again.
glossary-desk-show-title = Show a word again
glossary-desk-mark-title = Set the mark?
glossary-desk-mark-intro = Are you a patient or public member? Set the mark if you find the plain meaning plain. Are you a facilitator? Set it when a patient or public member has read it, and said that it is plain. Everybody then reads: “A patient or member of the public has checked that this is plain.” When the plain meaning is changed, the mark goes by itself.
glossary-desk-unmark-title = Take the mark off?
glossary-desk-unmark-intro = Nobody reads any more that a patient or public member has checked it.

# A word

glossary-desk-added = It is in the glossary now.
glossary-desk-kept = That is kept.
glossary-desk-hidden = It is hidden now.
glossary-desk-shown = Everybody can find it again.
glossary-desk-is-hidden = **This word is hidden.** Nobody finds it when they look it up.
glossary-desk-theme = **About:** { $theme ->
        [sharing-knowledge] Sharing knowledge
        [musculoskeletal] Joints, bones and muscles
        [nhs] The NHS
        [research] Research
        [involvement] Taking part
       *[other] { $theme }
    }
glossary-desk-list-also = **Other names:** { $words }
glossary-desk-list-related = **It goes with:** { $words }
glossary-desk-found = { $count ->
        [0] I do not know “{ $word }”. Nothing was changed. Try another spelling, or add it.
        [one] I found one word for “{ $word }”.
       *[other] I found { $count } words for “{ $word }”. Press one to see it. If the one that you look for is not there, type more of it.
    }
glossary-desk-none-hidden = No words are hidden.
glossary-desk-hidden-ones = These words are hidden. Nobody finds them. Press one to show it again. (Page { $page } of { $of })

# History

glossary-desk-history = ## History of { $name } (page { $page } of { $of })
glossary-desk-no-history = Nothing was done with this word here so far.
glossary-desk-what = **{ $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { NUMBER($year, useGrouping: 0) }:** { $kind ->
        [new] written here for the first time.
        [changed] changed.
        [proposed] written as somebody proposed.
        [file] taken in from a file.
        [hidden] hidden.
       *[shown] shown again.
    }
glossary-desk-why = Why: { $reason }
glossary-desk-before = Before that, its plain meaning was: “{ $plain }”
