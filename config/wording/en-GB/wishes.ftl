# What people wish for: what would let them come, and what to talk about. Members read it: short sentences, plain words.

wishes-button-easier = What would make it easier to come?
wishes-button-absent = Write down an idea
wishes-button-item = Propose something to talk about
wishes-button-answers = What was proposed
wishes-button-take-back = Take it back
wishes-button-before = Page before
wishes-button-after = Next page

# What would make it easier to come

wishes-easier-title = What would make it easier to come?
wishes-easier-intro = Nobody in this community can see who wrote it. Facilitators read it on a Monday, with all that others wrote.
wishes-easier-label = What would make it easier?
wishes-easier-hint = Such as: another time, a way to get there, a break, larger print. You need not say whether you come.
wishes-easier-done = **Thank you.** What you wrote is safe. Nobody in this community can see who wrote it. Facilitators read it on a Monday, with all that others wrote. It is deleted 90 days after that.
wishes-easier-waits = **Waiting.** What would make it easier to come. It is put with what others wrote by { $at } at the latest.

# Who is not here: what the steering group reads

wishes-prompt = **Who is not here, and what would let them come?** { $quarter ->
        [1] January, February and March
        [2] April, May and June
        [3] July, August and September
       *[4] October, November and December
    } are the next three months. Please think of people who would have something to say here, and are not here yet.
wishes-prompt-hint = If you have an idea, press the button. You need not. Please write about what is in the way, and name nobody. Nothing is counted, and nothing is kept about anybody.
wishes-prompt-errand = Please ask them: who is not here, and what would let those people come? It is about { $quarter ->
        [1] January, February and March
        [2] April, May and June
        [3] July, August and September
       *[4] October, November and December
    }. They need not answer.
wishes-absent-title = Who is not here?
wishes-absent-intro = Few people are asked this. So others may guess who wrote it, though no name is with it. Facilitators read it on a Monday, with all that others wrote. Please name nobody. If you would rather tell a person, press **I’d like a word** on the panel.
wishes-absent-label = What would let them come?
wishes-absent-hint = Such as: people who work by day could come to a meeting in the evening.
wishes-absent-done = **Thank you.** What you wrote is safe, and no name is with it. Facilitators read it on a Monday, with all that others wrote. It is deleted 90 days after that.
wishes-absent-waits = **Waiting.** Your idea who is not here. It is put with what others wrote by { $at } at the latest.

# Something to talk about

wishes-item-title = Something to talk about
wishes-item-intro = Facilitators read it. They put it on the agenda, or say why not now. Without your name, nobody in this community can see who wrote it.
wishes-item-what = What do you want to talk about?
wishes-item-what-hint = In a few words. If it is put on the agenda, it stands there like this.
wishes-item-why = Why does it matter? (It may be empty)
wishes-item-why-hint = One or two short sentences. Only facilitators read this part.
wishes-item-done = **Thank you.** “{ $name }” is safe. Nobody in this community can see who wrote it. Facilitators put it on the agenda, or say why not now. To read the answer later, press **What’s next**, then **What was proposed**.
wishes-item-waits = **Waiting.** “{ $name }” goes to facilitators by { $at } at the latest.
wishes-item-named = **Thank you.** “{ $what }” goes to facilitators, with your name: { $by }. They put it on the agenda, or say why not now. You get the answer as a message.
wishes-item-taken-back = It is taken back. Nothing is kept of it.
wishes-item-told = { $number ->
        [0] **{ $what }**
       *[other] **{ $number }. { $what }**
    }
wishes-item-because = Why it matters: { $why }
wishes-item-by = Proposed by: { $by }
wishes-item-held = Only facilitators can see this one. If it has to wait, its words are taken out for good.
wishes-item-out = **Something to talk about.** Its words were taken out.
wishes-fate-on-agenda = It is on the agenda of “{ $title }”.
wishes-fate-not-now = Not now, because: { $reason }
wishes-answer = **Facilitators have read what you proposed.** Thank you for it.
wishes-answers =
    ## What was proposed{ $of ->
        [1] {""}
       *[other] {" "}({ $page } of { $of })
    }
wishes-answers-none = Nothing that was proposed has an answer yet.

# What facilitators read

wishes-button-list = Proposed items
wishes-button-put = Put { $number } on the agenda
wishes-button-decline = { $number }: not now, because
wishes-batch-title = **What would make it easier to come?** People here wrote this, for themselves or for others. It stands in no order.
wishes-batch-hint = Nobody can see who wrote it. Please do not try to find out. It is deleted after 90 days.
wishes-batch-forgotten = **What would make it easier to come?** What stood here was deleted after 90 days.
wishes-some-wait = { $number ->
        [one] **One proposed item waits.** Whoever wrote it would like to know what becomes of it.
       *[other] **{ $number } proposed items wait.** Those who wrote them would like to know what becomes of them.
    }
wishes-list =
    ## Proposed items{ $of ->
        [1] {""}
       *[other] {" "}({ $page } of { $of })
    }
wishes-list-none = No proposed items wait.
wishes-put-title = Put it on the agenda
wishes-put-intro = It goes to the end of the agenda of the next meeting: { $title }, { $day } { $month ->
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
    }. You can change it there.
wishes-put-minutes = How many minutes?
wishes-put-minutes-hint = A whole number, such as 10
wishes-decline-title = Not now
wishes-decline-intro = Everybody can read your reason, and whoever wrote it reads it, too. Please be kind. Thank them, and say what would help.
wishes-decline-intro-held = Everybody can read your reason, and whoever wrote it reads it, too. Please be kind. Thank them, and say what would help. The words of this one are taken out for good: nobody else has seen them.
wishes-decline-reason = Why not now?
wishes-decline-reason-hint = Such as: Thank you. We talk about it in the autumn, when the figures are there.
wishes-decline-words = Can everybody read its words?
wishes-decline-words-hint = Take them out if they hurt somebody, or name somebody.
wishes-decline-show = Yes, everybody can read them
wishes-decline-out = No, take them out for good
wishes-decided = That is kept. Everybody can read it under **What was proposed**.
wishes-meanwhile = This one has its answer: someone was first. Nothing was changed.

error-wishes-minutes = Please write how many minutes it may take: a whole number from { $least } to { $most }. Nothing was changed. The item still waits.
error-wishes-no-meeting = No meeting is planned. Nothing was changed, and the item still waits. Plan a meeting first, then press the button again.
error-wishes-many-wait = Thank you for wanting to help. Very many texts wait for facilitators this week. Nothing was sent. Please keep your words, and send them again after Monday.
error-wishes-many = Many items of yours are waiting already. Nothing was sent. Wait until some of them have an answer, or take one back.
error-wishes-full = Thank you for wanting to help. So many items wait for an answer here that yours would wait for long. Nothing was sent. Please keep your words, and send them again in some weeks.
error-wishes-not-joined = To put your name to it, you have to join first. Nothing was sent. Press **Join this community** on the panel, and send it again.
error-wishes-gone = This item is not here any more. Nothing was changed, and you need not do anything.
