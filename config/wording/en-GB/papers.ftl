# The papers for a meeting: what everybody gets a week before it. What members read: short sentences, plain words.

papers-button-word = What does that word mean?
papers-button-print = Print it

papers-title = ## { $days ->
        [0] Today
        [1] Tomorrow
        [7] In a week
       *[other] In { $days } days
    }: { $title }
papers-when = { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    } { $day } { $month ->
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
    } { $year }, { $time } to { $until } ({ $zone })
papers-where-voice = Where: <#{ $channel }>
papers-where-words = Where: { $where }
papers-where-link = Link: { $link }
papers-where-open = Where: You will be told.
papers-heading-about = ### What it is about
papers-about-open = What it is about is not written down yet.
papers-item = **{ $number }. { $title }** ({ $purpose ->
        [hear] to hear about
        [talk] to talk about
       *[decide] to decide
    }, { $minutes ->
        [1] 1 minute
       *[other] { $minutes } minutes
    })
papers-speaker = With { $speaker }
papers-open = Still open: { $open }
papers-fixed = Already fixed: { $fixed }
papers-wanted = We would like to hear from people who { $who ->
        [condition] live with a condition
        [services] use services
        [caring] care for somebody
       *[research] have taken part in research
    }.
papers-heading-links = ### To read, if you like
papers-heading-words = ### Words you will hear
papers-bring = What to bring: { $bring }
papers-bring-nothing = What to bring: nothing.
papers-early = Come early, if you like: from { $early } a room is open. Nothing is asked of you there.
papers-rest = There is a break. You need not do anything in it.
papers-more = Not all of it fits here. **Print it** has all of it.

# The page to print

papers-printed = **Here is a page to print.** Press the file to save it, and open it. It opens in the browser. Print it from there.
papers-print-where-room = Where: on Discord, in the voice channel “{ $room }”
papers-print-where-discord = Where: on Discord, in a voice channel
papers-print-about = What it is about
papers-print-item = { $number }. { $title }
papers-print-item-for = What it is for: { $purpose ->
        [hear] to hear about
        [talk] to talk about
       *[decide] to decide
    }. It takes { $minutes ->
        [1] 1 minute
       *[other] { $minutes } minutes
    }.
papers-print-good = Good to know
papers-print-links = To read, if you like
papers-print-words = Words you will hear
papers-print-word = Word
papers-print-plain = What it means

# What a named contact reads

papers-errand = The papers for “{ $title }” on { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    } { $day } { $month ->
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
    } { $year }. They are in the channel for questions: press **Print it** there.

# What facilitators press and read

papers-button-look = Look at it
papers-button-send = Send it now
papers-button-hold = Do not send it
papers-button-add = Add a paper
papers-button-out = Take a paper out
papers-button-bring = What to bring

papers-card-title = ## The papers for “{ $title }”
papers-card-goes = They go to everybody in the channel for questions **by themselves, on { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    } { $day } { $month ->
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
    } { $year }, { $time }**. **Look at it** shows what they say. You can add links to papers, send it now, or keep it from going.
papers-card-by-hand = They do not go by themselves: before this meeting there is no more time when unasked messages may come. If you press **Send it now**, they go at once.
papers-card-held = **They will not be sent:** a facilitator has decided so. If that has changed, press **Send it now**.
papers-card-missed = **They were not sent,** because everything was paused when they were due. If people are to have them, press **Send it now**.
papers-card-gone = **They have been sent** to the channel for questions. A paper that you add now is put there, too, and nobody gets a new message.
papers-card-cancelled = **This meeting is cancelled.** No papers are sent.
papers-shown = This is what everybody reads. Nothing is sent by looking at it.
papers-sent = **They go to the channel for questions now.**
papers-sent-already = They have been sent already, and are not sent twice.
papers-held = **They will not be sent by themselves.** If that changes, press **Send it now** in the facilitators’ channel.
papers-added = **Added.** { $count ->
        [1] There is one paper
       *[other] There are { $count } papers
    } now.
papers-taken-out = **It is out.** { $count ->
        [0] There are no papers
        [1] There is one paper
       *[other] There are { $count } papers
    } now.
papers-bring-kept = **Kept.** { $some ->
        [yes] People are told to bring: { $bring }
       *[no] People are told that they need not bring anything.
    }

papers-form-add = A paper for this meeting
papers-form-title = What is it called?
papers-form-title-hint = For example: How long people wait, in two pages
papers-form-link = Its link
papers-form-link-hint = It begins with https://. Everybody who reads the channel can press it.
papers-form-out = Take a paper out
papers-form-which = Which one?
papers-form-which-hint = The file itself stays where it is.
papers-form-bring = What to bring
papers-form-bring-what = What are people to bring?
papers-form-bring-hint = Empty: nothing. For example: a cup of tea

error-papers-gone = These papers are not there any more: the meeting is over, or it was cancelled. You need not do anything.
error-papers-over = This meeting has begun, so nothing is sent any more. Nothing was changed.
error-papers-paused = Everything is paused, so nothing is sent. Nothing was changed. When it goes on, you are shown these papers again.
error-papers-place = The channel for questions is not known. Nothing was sent. Press **Set up** and choose it, then press the button again.
error-papers-sent = They have been sent already. Nothing was changed.
error-papers-many = There are { $most } papers. That is the most. Nothing was added. Take one out first.
error-papers-twice = This paper is there already. Nothing was added, and nothing is lost.
error-papers-none = There is no such paper any more. Nothing was changed. Press **Look at it** to see what is there.
error-papers-title = The paper has no name. Nothing was added. Press the button and type one.
error-papers-title-long = The name has { $length } characters. { $most } is the most. Nothing was added. Make it shorter.
error-papers-bring-long = That has { $length } characters. { $most } is the most. Nothing was changed. Make it shorter.
