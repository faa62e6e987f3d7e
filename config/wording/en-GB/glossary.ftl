# The glossary. Members read it: short sentences, plain words, reading age 9 to 11.

command-meaning = Find out what a word means. Only you see the answer
command-meaning-word = The word or the letters, as you heard them

glossary-menu = Explain the jargon here

glossary-button-look = What does that word mean?
glossary-button-browse = All words
glossary-button-term = { $name }
glossary-button-meaning = { $name } ({ $theme ->
        [sharing-knowledge] Sharing knowledge
        [musculoskeletal] Joints, bones and muscles
        [nhs] The NHS
        [research] Research
        [involvement] Taking part
       *[other] { $theme }
    })
glossary-button-theme = { $theme ->
        [sharing-knowledge] Sharing knowledge
        [musculoskeletal] Joints, bones and muscles
        [nhs] The NHS
        [research] Research
        [involvement] Taking part
       *[other] { $theme }
    } ({ $number })
glossary-button-unclear = Still not clear? Ask anonymously
glossary-button-show = Show it to everyone
glossary-button-post-word = Post it
glossary-button-unknown = What does { $word } mean?
glossary-button-back = Back
glossary-button-more = More
glossary-button-themes = All themes
glossary-button-print = Print these words
glossary-button-to-look-after = Words to look after

# The form

glossary-form-title = What does that word mean?
glossary-form-label = The word
glossary-form-hint = Type it as you heard it. It need not be right. You can type letters, too, such as NHS.
glossary-form-intro = Only you see the answer. Nobody is told that you looked. Every three months the facilitators are told which words five or more people looked up. Never who.
glossary-empty = There was no word in it. Nothing was looked up. Press the button and type it again.
glossary-long = That has { NUMBER($length, useGrouping: 0) } characters. { $most } is the most for a word. Nothing was looked up. Take one word, and press the button again.

# A meaning

glossary-term = ## { $name }
glossary-plain = { $plain }
glossary-checked-by-lay = A patient or member of the public has checked that this is plain.
glossary-precise = **More exactly:** { $words }
glossary-example = **As you may hear it:** “{ $words }”
glossary-said = **How to say it:** { $words }
glossary-by = Written by: { $by }
glossary-by-somebody = Somebody here wrote this.
glossary-checked = It was last checked on { $day } { $month ->
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
    } { NUMBER($year, useGrouping: 0) }.
glossary-not-checked = It has not been checked since it was written.
glossary-official = The exact meaning is the official one.
glossary-source = The exact meaning follows: { $source }
glossary-goes-with = Press a word below to read what it means:
glossary-nearest = I looked for “{ $word }”. This is the nearest word that I know:
glossary-chat = Discord keeps what is typed in this chat. You can delete your own message. I keep nothing of it.

glossary-several = “{ $word }” can mean { $number } things. Press one to read more:
glossary-meaning = **{ $name }** ({ $theme ->
        [sharing-knowledge] Sharing knowledge
        [musculoskeletal] Joints, bones and muscles
        [nhs] The NHS
        [research] Research
        [involvement] Taking part
       *[other] { $theme }
    })
    { $plain }
glossary-several-more = There are more. Type a longer word to find them.

glossary-nothing = I do not know “{ $word }” yet. That is not your fault: nobody has put it in so far.
glossary-near = Did you mean one of these?
glossary-nothing-ask = You can ask the group what it means. Nobody in this community can see who asked.
glossary-question = What does “{ $word }” mean?

glossary-gone = This was too long ago. Nothing was lost. Please look it up once more.
glossary-term-gone = This word is not here any more. Nothing was lost. Press **What does that word mean?** on the panel to look for another.
glossary-theme-gone = These words are not here any more. Nothing was lost. Press **All words** to see what is here now.

# A word for everyone

glossary-show = ### Somebody would like everyone to see this word
glossary-show-first = Only facilitators can see this. Press **Post it** to show it to everyone. If you do not press, it stays here.
glossary-show-done = **Thank you.** Everyone will see what “{ $name }” means. Nobody in this community can see that it was you.
glossary-show-waits = **Waiting.** Everyone will see what “{ $name }” means, by { $at } at the latest.
glossary-show-already = Everyone was shown this word: { $at }. A word is shown once a day at most. Look for it where questions are answered.
glossary-show-posted = It is on its way to everyone.
glossary-show-posted-before = This word was posted already, or was here for too long. Nothing was changed. If you do not find it in the channel, press **What does that word mean?** on the panel. Then press **Show it to everyone**.

# The jargon of a message

glossary-jargon-title = ## In plain words{ $of ->
        [1] {""}
       *[other] {" "}({ $page } of { $of })
    }
glossary-jargon-term = **{ $name }:** { $plain }
glossary-jargon-several = “{ $word }” can mean one of these:
glossary-jargon-unknown = I do not know these letters. Press a button, and a form opens with the question in it. Nobody in this community can see who asked.
glossary-jargon-nothing = I found no hard words here that I know. If it is still not clear, choose **I don’t follow this** in the same menu.
glossary-jargon-empty = There is no text in this message.

# All words

glossary-browse =
    ## All words
    Choose what they are about. Only you see this.
glossary-browse-empty = There are no words here yet.
glossary-shelf = ## { $theme ->
        [sharing-knowledge] Sharing knowledge
        [musculoskeletal] Joints, bones and muscles
        [nhs] The NHS
        [research] Research
        [involvement] Taking part
       *[other] { $theme }
    }{ $of ->
        [1] {""}
       *[other] {" "}({ $page } of { $of })
    }
glossary-print = Here are these words as a text file, to print or to keep.
glossary-print-title = { $theme ->
        [sharing-knowledge] Sharing knowledge
        [musculoskeletal] Joints, bones and muscles
        [nhs] The NHS
        [research] Research
        [involvement] Taking part
       *[other] { $theme }
    }
glossary-print-said = How to say it: { $words }
glossary-print-example = As you may hear it: “{ $words }”
glossary-print-more = These are the first { NUMBER($number, useGrouping: 0) } words. There are more in the bot.
