# The record of a meeting. What members read: short sentences, plain words.

record-button-read = Read it all
record-button-print = Print it
record-button-last = The last record
record-button-change = Change it
record-button-finish = Finish the record
record-button-add = Add something
record-button-newest = Write the record
record-button-back = Back
record-button-next = Next page

record-last-none = No record of a meeting is posted yet. A day or two after each meeting one comes in this channel.

record-title = ## { $named ->
        [yes] { $title }
       *[no] Our meeting
    }
    { $weekday ->
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
    } { $year }
record-changed = This page was changed on { $day } { $month ->
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
    } { $year }.
record-agenda = **What we talked about**
record-box-decided = **What we decided**
record-box-why = **Why we decided it**
record-box-changed = **What the experience of patients and the public changed**
record-box-stopped = **You said, we couldn’t, because**
record-box-mind = **Somebody sees it in a new way**
record-box-rooms = **Notes from the rooms**
record-box-prepare = **What to prepare**
record-prepare-nothing = **What to prepare:** nothing
record-questions = **Questions that were asked**
record-question = **Question { $number }**
record-answer = **Answer**
record-answer-aloud = It was answered aloud in the meeting.
record-answer-none = There is no answer yet.
record-knowledge = **What we went by:**{ $research ->
        [yes] {" "}Research.
       *[no] {""}
    }{ $clinical ->
        [yes] {" "}Clinical knowledge.
       *[no] {""}
    }{ $lived ->
        [yes] {" "}What people have lived through.
       *[no] {""}
    }{ $local ->
        [yes] {" "}Local data.
       *[no] {""}
    }{ $system ->
        [yes] {" "}How services work.
       *[no] {""}
    }
record-kind-research = Research
record-kind-clinical = Clinical knowledge
record-kind-lived = What people have lived through
record-kind-local = Local data
record-kind-system = How services and the system work
record-actions = **Who does what, and until when**
record-next = **The next meeting**
record-next-when = { $weekday ->
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
    } { $year }, { $time }
record-next-voice = Where: <#{ $channel }>
record-next-where = Where: { $where }
record-next-open = No date is known yet.
record-page = Page { $page } of { $of }

# Where there is no room for all of it.
record-short-agenda = **On the agenda:** { $number ->
        [one] 1 thing
       *[other] { $number } things
    }
record-short-decided = **What we decided:** { $text }
record-short-why = **Why:** { $text }
record-short-changed = **What experience changed:** { $text }
record-short-stopped = **You said, we couldn’t, because:** { $text }
record-short-mind = **Somebody sees it in a new way:** { $text }
record-short-rooms = **From the rooms:** { $text }
record-short-prepare = **What to prepare:** { $text }
record-short-questions = **Questions that were asked:** { $number }
record-short-question = Question { $number }: { $text }
record-short-actions = **Things to do:** { $number }
record-short-action = { $text }
record-short-more = There is more. Press **Read it all**.

record-absent = **You said that you could not come.** This is what came of the meeting, in short.
record-absent-add = Is something missing? You can add it.
record-add-title = Add something
record-add-intro = Facilitators read this **with your name**. To say it without your name, close this and press **Ask anonymously** in the server.
record-add-words = What would you like to add?
record-add-words-hint = Facilitators read it as you write it, with your name.
record-added = **It is sent.** Facilitators can read it, with your name. Is there something that you would rather say without your name? Then press **Ask anonymously**.
record-not-joined = You have not joined this community. So nothing was sent. You can join first, or say it without your name.
record-print = Here is the record as a page to print. Save the file and open it. Then print it as you print any page.
record-errand = Print the record of { $named ->
        [yes] { $title }
       *[no] our meeting
    } on { $day } { $month ->
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
    } { $year }. It is in the channel for questions. Press **Print it** below it.

# On paper.
record-print-title = { $named ->
        [yes] { $title }
       *[no] Our meeting
    }
record-print-when = { $weekday ->
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
    } { $year }
record-print-changed = This page was changed on { $day } { $month ->
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
    } { $year }.
record-print-agenda = What we talked about
record-print-box-decided = What we decided
record-print-box-why = Why we decided it
record-print-box-changed = What the experience of patients and the public changed
record-print-box-stopped = You said, we couldn’t, because
record-print-box-mind = Somebody sees it in a new way
record-print-box-rooms = Notes from the rooms
record-print-questions = Questions that were asked
record-print-question = Question { $number }
record-print-answer = Answer
record-print-answer-aloud = It was answered aloud in the meeting.
record-print-answer-none = There is no answer yet.
record-print-knowledge = What we went by
record-print-actions = Who does what
record-print-who = Who
record-print-what = What
record-print-until = Until when
record-print-next = The next meeting
record-print-next-when = { $weekday ->
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
    } { $year }, { $time }
record-print-next-open = No date is known yet.
record-print-prepare = What to prepare
record-print-prepare-nothing = Nothing

# What facilitators and note-takers read.
record-offer = **The record of { $named ->
        [yes] { $title }
       *[no] the meeting
    }, { $day } { $month ->
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
    } { $year }, can be finished.** It takes about ten minutes.
record-offer-over = **The record of { $named ->
        [yes] { $title }
       *[no] the meeting
    }, { $day } { $month ->
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
    } { $year }, is posted.** What people wrote there can still be changed.
record-reminder = **The record of { $named ->
        [yes] { $title }
       *[no] the meeting
    } is not posted yet.** It is promised for { $weekday ->
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
    } { $year }. What is there can be posted as it is.
record-trouble = **The record of { $named ->
        [yes] { $title }
       *[no] the meeting
    }, { $day } { $month ->
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
    } { $year }, could not be posted.** Discord does not let the bot write in the channel for questions. Nothing is lost. It is tried again. Choose another channel with **Set up**, or let the bot write there.
record-addition = **{ $who } adds something to the record of { $named ->
        [yes] { $title }
       *[no] the meeting
    }, { $day } { $month ->
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
    } { $year }.**

record-desk-title = ## The record of { $named ->
        [yes] { $title }
       *[no] the meeting
    }
    { $weekday ->
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
    } { $year }
record-desk-open = Only people who write the record can see this. What you save is kept. Post it when you like.
record-desk-waits = The meeting goes on. You can write, and post the record when the meeting has ended.
record-desk-posted = This record is posted. What you change here is not shown until you look at it and put it in its place.
record-desk-held = The bot holds this: on the agenda: { $items }. Questions that everybody can read: { $asked }. The next meeting:
record-desk-conflict = **Somebody else saved this part while you were writing.** Nothing was changed. Here is what is there, and your own words.
record-desk-there = There now: { $text }
record-desk-yours = What you wrote:
record-desk-actions = **Which action is to go?**
record-desk-actions-none = There are no actions.
record-desk-preview-short = This is too long for one message. So everybody sees this, with **Read it all** below it.
record-desk-meanwhile = **Somebody changed it meanwhile.** Nothing was posted. This is how it is now.
record-desk-done = **It is posted** in the channel for questions. Whoever said that they could not come gets it in short.
record-desk-changed = **It is changed** in the channel for questions.
record-desk-already = **It is posted already.** Nothing was posted twice.
record-desk-button-decided = What we decided
record-desk-button-experience = What experience changed
record-desk-button-mind = New views, rooms
record-desk-button-knowledge = Knowledge, preparing
record-desk-button-action = Add an action
record-desk-button-actions = Remove an action
record-desk-button-remove = Remove { $number }
record-desk-button-preview = Show it as it will be
record-desk-button-post = Post it
record-desk-button-replace = Put this in its place
record-desk-button-back = Back to the record
record-desk-button-again = Write it again
record-form-decided-title = What we decided
record-form-experience-title = What experience changed
record-form-mind-title = New views, and notes
record-form-knowledge-title = What we went by
record-form-action-title = Add an action
record-form-decided = What did we decide?
record-form-decided-hint = Leave it empty if nothing was decided.
record-form-why = Why?
record-form-why-hint = In plain words, for somebody who was not there.
record-form-changed = What did their experience change?
record-form-changed-hint = What is different because patients and the public spoke.
record-form-stopped = Or what stopped it?
record-form-stopped-hint = You said, we couldn’t, because ...
record-form-mind = Does somebody see it in a new way now?
record-form-mind-hint = Only what somebody wants to have written down.
record-form-rooms = Notes from the rooms
record-form-rooms-hint = A few lines from each small group.
record-form-prepare = What is there to prepare?
record-form-prepare-hint = Left empty, the record says: nothing.
record-form-kinds = What did we go by?
record-form-kinds-hint = Tick all that were in it.
record-form-who = Who?
record-form-who-hint = As everybody may read it.
record-form-what = What will they do?
record-form-what-hint = One thing, in a few words.
record-form-until = Until when?
record-form-until-hint = A day, or for example: the next meeting.

error-record-gone = This record is not kept any more. Nothing was changed. You need not do anything.
error-record-none = No meeting has ended yet, so there is no record. Nothing was changed. It can be written when a meeting has ended.
error-record-not-posted = This record is not posted yet. Nothing was lost. Please come back later.
error-record-goes-on = The meeting goes on. Nothing was posted, and what you wrote is kept. Post it when the meeting has ended.
error-record-actions = There are { $most } actions already. Nothing was changed. Remove one first.
error-record-changed = Somebody else changed the record meanwhile. Nothing was changed just now. Press **Finish the record** again to see it.
error-note-takers-only = This is for facilitators, and for members who take notes. Nothing was changed. If you would like to help, tell a facilitator.
