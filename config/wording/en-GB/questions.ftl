# Anonymous questions. What members read: short sentences, plain words, reading age 9 to 11.

command-ask = Ask a question without your name
command-questions = Anonymous questions, for facilitators
command-questions-list = The questions that are open
command-questions-settings = When questions come out, and who sees them
question-follow-menu = I don’t follow this

question-button-ask = Ask anonymously
question-button-ask-in = Ask in { $community }
question-button-own-words = Put it in my own words
question-button-send = Send it
question-button-send-anyway = Send it anyway
question-button-change = Change it
question-button-never-mind = Never mind
question-button-take-back = Take it back
question-button-mine = My questions
question-button-older = Show older ones
question-button-promise = What can anyone find out?
question-button-own-number = Question { $number }
question-button-own-held = The one that waits
question-button-helped = That helps

## The form

question-form-title = Ask anonymously
question-form-intro = Nobody in this community can see who asked. The server’s owner cannot see it either. To read more first, close this form. Then press **More** on the panel, and **What can anyone find out?**
question-form-intro-few = Nobody in this community can see who asked. But fewer than eight people have joined so far. So it is easier to guess who asked. You can also talk to a facilitator in private.
question-form-intro-own-words = This message cannot be shown to everybody, or there is no text in it. So please ask in your own words. Nobody in this community can see who asked.
question-form-intro-more = This is a new question about Question { $number }. Anybody can ask more. Nobody can see whether it was the same person.
question-form-intro-more-private = Only facilitators can see the first question. So they will guess that you asked that one, too. They still cannot see who you are.
question-form-label = Your question
question-form-hint = In your own words. Leave out names, and what would show that it is you.
question-form-who = Who sees it?
question-form-who-hint = Nobody sees who asked, whatever you choose.
question-form-who-everyone = Everyone in the group
question-form-who-facilitators = Facilitators only
question-form-tell = Tell you when there is an answer?
question-form-tell-hint = A direct message, twice a day at most. It says only that something is there.
question-form-tell-no = No, I will look under My questions
question-form-tell-yes = Yes, send me a direct message

## Before it is sent

question-preview-everyone =
    ### This is how it would come out
    Someone does not follow this. Everyone in the group will see it. Nobody can see that it was you.
question-preview-facilitators =
    ### This is how it would come out
    Someone does not follow this. Only facilitators will see it. Nobody can see that it was you.
question-look =
    ### Please look again
    Nothing was sent yet. Something in your words may show who you are, or tell about somebody else:
question-look-email = It looks as if it holds an e-mail address: “{ $found }”
question-look-nhs-number = It looks as if it holds an NHS number: “{ $found }”
question-look-phone = It looks as if it holds a phone number: “{ $found }”
question-look-birth-date = It looks as if it holds a date of birth: “{ $found }”
question-look-name = It looks as if it names a member here: “{ $found }”
question-look-gives-away-role = This may show that it is you: “{ $found }”
question-look-job = This may say what work somebody does: “{ $found }”
question-look-place = This may say where somebody lives, works or goes for care: “{ $found }”
question-look-yours = Your words:
question-direct = You can ask here, too. I took nothing from what you typed. It stays in this chat until you delete it. To ask without your name, press the button.
question-direct-nowhere = I took nothing from what you typed. I cannot see that you are in a community where I can take questions. Go to your community, and press **Ask anonymously** there.
question-never-mind = That is fine. Nothing was sent.

## What the asker reads

question-ack = **Your question is safe here.** It comes out without your name.
question-when-quick = It comes out in 20 seconds at the latest.
question-when-steady = It comes out in 2 minutes at the latest.
question-when-careful = It comes out in 10 minutes. If it is the only one, it waits for 10 minutes more.
question-when-between = It comes out by { $at } at the latest.
question-ack-release = A facilitator looks at it first. If it cannot go out, you can read why under **My questions**.
question-ack-facilitators = Only facilitators will see it.
question-ack-find = To find your question and its answer, press **More** on the panel, then **My questions**. Only you can see them there.
# These stand under question-ack, in the same message. A community can put its own lines in place of question-urgent.
question-not-advice = This is not medical advice, and no place for urgent help. Nobody can trace who asked, so no one can send you help.
question-urgent = In danger now? Call **999**. Need medical help soon? Call **111**. Need to talk? Call Samaritans on **116 123**, day or night.
question-threats = If somebody’s life is at risk, or somebody is threatened, this community does this:
question-safe-lead = Are you worried about somebody’s safety? You can tell { $lead }.
question-safe-hours = They are there: { $hours }.
question-safe-cover = When they are away, you can tell { $cover }.
question-threats-none = This community has not said yet what it does about threats, or a risk to somebody’s life. Facilitators can say it under **Question settings**. A threat can be reported to Discord, too.
question-taken-back-in-time = You took your question back. It did not come out, and it is gone.
question-wondered = Thank you. You are counted with the others, once. Nobody can see that it was you.
question-helped-after-meeting = Thank you. The card will say so after the meeting, and the question is closed then. Only you know that it was you.
question-helped-soon = Thank you. The card will say so by { $at }, and the question is closed then. Only you know that it was you.
question-taken-back-after-meeting = Your question goes after the meeting. The card will say that it was taken back. Nobody can see that it was you.
question-taken-back-soon = Your question goes by { $at }. The card will say that it was taken back. Nobody can see that it was you.
question-paused = Your new questions go to facilitators first, until { $until }. They do not know who you are. You can also talk to a facilitator in private.
question-paused-why = The reason that they gave:
question-hint = There is something for you under **My questions**.

question-promise =
    ## What can anyone find out?
    Your question is anonymous to the group and to the facilitators.
question-promise-members = **Other members** see your question and when it came out. They cannot see who asked.
question-promise-facilitators = **Facilitators** see what members see. They cannot see who asked.
question-promise-owner = **The server’s owner** sees what members see, and cannot see who asked.
question-promise-host = **The person who runs the bot’s computer** could work out who asked while your question is open. That would be a misuse of its secret key. When it is closed and you have read the answer, the bot keeps nothing that can show it. That takes 30 days at most. A copy of that computer’s disk made before still could show it.
question-promise-host-takes-part = In this community, the person who runs the bot’s computer also takes part, as a facilitator or a member.
question-promise-discord = **Discord** can see that you used the bot, and keeps your chat with it.
question-promise-paused = **While questions from you are paused**, the bot keeps what can show that they are yours, until the pause ends.

question-mine-title = ## My questions
question-mine-nothing = There is nothing of yours here. A question that is closed, and whose answer you have read, is not kept as yours any more. You can still see it in the channel.
question-mine-waiting = **Waiting.** It comes out by { $at } at the latest.
question-mine-held = **A facilitator looks at this one first.** It is not out yet.
question-mine-out = **Question { $number }** is out. There is no answer yet.
question-mine-answered = **Question { $number }** has an answer.
question-mine-merged = **Question { $number }** was put together with **Question { $into }**. Its answer is shown here, too.
question-mine-merged-held = Your question was put together with **Question { $into }**. Its answer is shown here, too.
question-mine-closed-held = Your question is closed. Once you have read this, the bot forgets that it was yours.
question-mine-closed = **Question { $number }** is closed. Once you have read this, the bot forgets that it was yours.
question-mine-closed-facilitator = **Question { $number }** is closed. Once you have read this, the bot forgets that it was yours.
question-mine-closed-restored = **Question { $number }** is closed, as the bot’s records had to be put back. You can ask it again. Once you have read this, the bot forgets that it was yours.
question-mine-closed-age = **Question { $number }** is closed, as nothing new was said. Once you have read this, the bot forgets that it was yours.
question-mine-closed-helped = **Question { $number }** is closed. You said that the answer helps.
question-mine-closed-taken-back = You took this question back.
question-mine-closed-words-gone = **Question { $number }**: a facilitator took its words away, so nobody can read them any more. Once you have read why, the bot forgets that it was yours.
question-mine-closed-declined = **This question will get no answer here.** Once you have read why, the bot forgets that it was yours.
question-mine-reason = What a facilitator says to you:
question-own-helped = You have said that it helps. This is not shown yet.
question-own-taken-back = You have taken it back. This is not shown yet.

## Anything else that is said without a name

question-say-few = Nobody in this community can see who sends this. But fewer than eight people have joined so far. So it is easier to guess who it was. You can also talk to a facilitator in private.
question-say-nothing-yet = Nothing was sent yet.
question-say-release = A facilitator looks at it first.
question-say-find = Until then you can take it back. Press **More** on the panel, then **My questions**. Once it is out, the bot keeps nothing that shows it was you.
question-say-taken-back = You took it back. It did not come out, and it is gone.

## A question that was passed to a member

question-button-by-name = Answer under my name
question-button-through = Answer through a facilitator
question-button-not-this-time = Not this time
question-passed-to-you = A facilitator asks: could you answer **Question { $number }**? You can say no.
question-passed-hint-by-name = In plain words. Everybody will see it on the card, with your name.
question-passed-hint-through = In plain words. A facilitator puts it on the card, without your name.
question-suggested = Thank you. The facilitators have your answer to **Question { $number }** now.
question-answered-by-member = Thank you. Your answer to **Question { $number }** is on its way to the card.

## The card, which everybody sees

question-button-wonder = I wondered too
question-button-more = Ask more about this
question-button-own = Mine
question-button-facilitators = Facilitators

question-card =
    ### Question { $number }
    Someone asks:
question-card-more =
    ### Question { $number }
    Someone asks more about Question { $about }:
question-card-quote = Someone does not follow this:
question-card-others = Others wondered too.
question-card-several = Several others wondered too.
question-card-answer = **A facilitator answers:**
question-card-answer-by = **{ $name } answers:**
question-card-answer-aloud = **This was answered in the meeting.**
question-card-plain = **In plain words:**
question-card-asked-back = **A facilitator asks back.** Anybody can say more with **Ask more about this**:
question-card-answering = A facilitator is answering this now.
question-card-meeting = This will be talked about: { $when }
question-card-agenda = This is on the list for the next meeting.
question-card-merged = This was put together with **Question { $number }**. The answer will be there.
question-card-ended-helped = The person who asked says that this helps. This question is closed.
question-card-ended-facilitator = This question is closed.
question-card-ended-restored = This question is closed, as the bot’s records had to be put back. You can ask it again.
question-card-ended-age = This question is closed, as nothing new was said.
question-card-ended-declined = This question will get no answer here. The person who asked can press **More** on the panel, then **My questions**, to read why.
question-card-words-gone = **Question { $number }**: a facilitator took its words away. The person who asked can press **More** on the panel, then **My questions**, to read why.
question-card-taken-back = **Question { $number }** was taken back by the person who asked.
question-card-held =
    ### A question waits for you
    Someone asks:
question-card-held-waits = Only facilitators can see this. Press **Facilitators** to let it out, to keep it for now, or to end it with a reason.
question-card-held-because = What its asker was told:
question-card-not-out-declined = A question that waited here was ended by a facilitator. Its asker can read why.
question-card-not-out-merged = A question that waited here was put together with another one. Its asker can read why.
question-card-not-out-taken-back = A question that waited here was taken back by its asker.
question-card-not-out-helped = A question that waited here was closed by its asker.
question-card-not-out-facilitator = A question that waited here is closed.
question-card-not-out-restored = A question that waited here is closed, as the bot’s records had to be put back.
question-card-not-out-age = A question that waited here is closed.
question-card-not-out-closed = A question that waited here is closed.
question-card-released = This question is out, as **Question { $number }**.

## What facilitators read

question-button-release = Let it out
question-button-keep = Keep it for now
question-button-answering = Answering now
question-button-answer = Answer
question-button-aloud = Answered in the meeting
question-button-plain = Say it in plain words
question-button-back = Ask back
question-button-meeting = Take it to the meeting
question-button-pass = Pass it to a member
question-button-merge = Put together with another
question-button-decline = End it without an answer
question-button-words = Take its words away
question-button-pause = Pause questions from this person
question-button-report = Report this
question-button-close = Close this question
question-button-examples = Examples of reasons
question-button-retry = Try again now
question-button-use-answer = Use this answer
question-button-list = Open questions
question-button-list-held = The one that waits
question-button-lift = Lift the pause ({ $number })
question-button-lift-held = Lift the pause
question-button-meeting-starts = Meeting starts
question-button-meeting-ends = Meeting ends
question-button-now = Let questions out now
question-button-settings = Question settings

question-facilitators-only = Only facilitators can do this. Nothing was changed. If this card worries you, you can report it.
question-menu-held = This question waits for you. Nobody else can see it yet.
question-menu-out = **Question { $number }** has no answer yet. Your answer goes on the card, for everybody who can see it.
question-menu-answered = **Question { $number }** has an answer. Close it when nothing is left to say.
question-menu-merged = **Question { $number }** was put together with another one.
question-menu-closed = **Question { $number }** is closed.

question-answer-title = Answer this question
question-answer-label = Your answer
question-answer-hint = In plain words. Everybody will see it on the card.
question-plain-title = Say it in plain words
question-plain-label = The answer in plain words
question-plain-hint = As you would say it to a ten-year-old. It stands under the answer.
question-aloud-title = Answered in the meeting
question-aloud-label = Two lines for those who were not there
question-aloud-hint = What was the answer? You can leave this empty.
question-back-title = Ask back
question-back-label = What would you like to know?
question-back-hint = It stands on the card. Anybody can say more; nobody sees whether it was the asker.
question-meeting-title = Take it to the meeting
question-meeting-label = When will it be talked about?
question-meeting-hint = For example: at the meeting on 14 May
question-pass-title = Pass it to a member
question-pass-label = Who could answer this?
question-pass-hint = They can answer under their name, through you, or say no.
question-keep-title = Keep it for now
question-decline-title = End it without an answer
question-words-title = Take its words away
question-words-intro = What was asked goes for good, and so does the answer, if there is one. Nobody can read it any more, and you cannot undo this. The question is closed.
question-merge-title = Put it together with another
question-merge-label = Number of the other question
question-merge-hint = For example: 12
question-pause-title = Pause questions from this person
question-pause-label = For how long?
question-pause-hint = It begins at some time in the next day. You will not learn who it is.
question-pause-7 = A week
question-pause-14 = Two weeks
question-pause-28 = Four weeks
question-reason-label = What shall the person who asked be told?
question-reason-hint-keep = Why does it wait, and until when? Only the asker reads this.
question-reason-hint-decline = Why is there no answer, and where can one ask instead? Only the asker reads this.
question-reason-hint-words = What was hurtful, and how can it be asked instead? Only the asker reads this.
question-reason-hint-merge = Why do they belong together? Only the asker of this one reads it.
question-reason-hint-pause = Why, and whom can one talk to? Only the asker reads this.
question-report-title = Report this card
question-report-label = What worries you?
question-report-hint = You can leave this empty. Leave out your name.
question-report-intro = Facilitators see this at once. Your name is not on it. They may guess from the time that it was you.

question-examples =
    ### Examples of reasons
    Please use your own words. The asker reads them, and nobody else.
question-example-keep = **Keep it for now:** “We come to this after the break. Your question goes out then.”
question-example-merge = **Put together:** “Somebody asked nearly the same. So one answer can help you both.”
question-example-decline = **No answer here:** “This is about one person’s own care, so we cannot talk about it here. Your GP’s team can help, or talk to me in private.”
question-example-words = **Take its words away:** “These words were hard on one of our members. Please ask again without a name, or talk to me in private.”
question-example-pause = **Pause:** “These questions were hard on one of our members. We read them first for a while. You can talk to either of us.”

question-answered = Thank you. Your answer to **Question { $number }** is on its way to the card.
question-changed = Done. **Question { $number }** is being brought up to date.
question-changed-held = Done. The person who asked can read it.
question-released = **Question { $number }** is on its way out.
question-merged = Done. It is put together with **Question { $number }** now. Neither asker can close the other’s.
question-words-gone = Done. The words of **question { $number }** are gone for good: on its card, and in the meeting’s record. What was sent to somebody as a direct message stays with them.
question-closed = **Question { $number }** is closed. The card will say so.
question-passed = Done. They get a direct message about **Question { $number }**, and find it under **My questions**.
question-passed-not-joined = Done. They have not joined yet, so I may not write to them. Please tell them that **Question { $number }** waits for them. They press **More** on the panel, then **My questions**.
question-pause-set = Done. Questions from the person who asked **Question { $number }** come to you first for { $days } days. It begins at some time in the next day. Only that person is told.
question-pause-set-held = Done. Questions from the person who asked this one come to you first for { $days } days. It begins at some time in the next day. Only that person is told.
question-pause-lifted = Done. The pause is lifted.
question-report-sent = Thank you. The facilitators see your report now.
question-retried = I am trying again now.
question-meeting-on = **The meeting has started.** It ends by itself after six hours, if nobody presses **Meeting ends**.
question-meeting-off = **The meeting has ended.** What waits comes out now. From then on, questions come out twice a day.
question-opened-now = Done. What waits comes out now. A question that is alone still waits for ten minutes more.

question-list-title = ## Open questions
question-list-nothing = There are no open questions.
question-list-held = **One waits for you**, and nobody else can see it:
question-list-out = **Question { $number }**, no answer yet:
question-list-answered = **Question { $number }**, answered:
question-list-pause-held = Questions from the person who asked one that was never out come to you first, until { $until }.
question-list-pause = Questions from the person who asked **Question { $number }** come to you first, until { $until }.

question-suggestion = A member suggests this answer to **Question { $number }**:
question-came-back = **Question { $number }** is yours again. The member whom you asked would rather not answer this time.
question-reported = ### Somebody reports Question { $number }
question-reported-held = ### Somebody reports a question that waits here
question-reminder = These questions have no answer yet, and have waited for some days: { $numbers }.
question-reminder-agenda = These questions have waited for two weeks. They are on the list for the next meeting now, and their askers can see that: { $numbers }.
question-trouble = I am not allowed to post in <#{ $channel }>. So questions and answers cannot be shown. Nothing is lost. Ask the server’s owner to give my role three permissions there: “View Channel”, “Send Messages” and “Read Message History”. Then press **Try again now**.
question-trouble-gone = The channel for questions is gone. So questions cannot be shown. Nothing is lost. Ask an administrator to type /panel and to choose another channel. Then press **Try again now**, and the questions come out there.

## What a community chooses

question-settings-title = ## Question settings
question-settings-preview =
    ### This is what would hold
    Nothing was changed yet.
question-settings-from-now = It holds for what is asked from then on. What was asked before keeps what was promised.
question-settings-saved = **This holds from now on.** What was asked before keeps what was promised.
question-told-quick = In meetings, questions come out every 20 seconds. Somebody who watches who looks busy can guess right about one time in six.
question-told-steady = In meetings, questions come out every 2 minutes. More people were busy in that time, so it is harder to guess who asked.
question-told-careful = In meetings, questions come out every 10 minutes, or when a facilitator presses **Let questions out now**. A question that is alone waits for 10 minutes more. This is the hardest to guess.
question-told-between = Between meetings, they come out at { $first } and at { $second }.
question-told-straight = They go straight out.
question-told-release = A facilitator reads each question before it goes out.
question-told-who-asker = The person who asks chooses: everyone, or facilitators only.
question-told-who-everyone = Everyone in the group sees each question.
question-told-who-facilitators = Only facilitators see questions.
question-told-time = An answered question is closed after { $close } days without anything new. A closed one is kept for { $keep } days.

question-button-use = Use this
question-button-leave = Leave it as it is
question-button-choose-meetings = In meetings
question-button-choose-between = Between meetings
question-button-choose-release = Reading first
question-button-choose-who = Who sees them
question-button-choose-time = How long
question-button-choose-urgent = Urgent help
question-button-choose-threats = Threats and risks
question-choose-meetings-title = In meetings
question-choose-between-title = Between meetings
question-choose-release-title = Reading first
question-choose-who-title = Who sees questions
question-choose-time-title = How long
question-choose-urgent-title = Urgent help
question-choose-threats-title = Threats and risks
question-choose-pace = How often do they come out?
question-choose-pace-hint = The longer between, the harder it is to guess who asked.
question-choose-hours = At which two hours of the day?
question-choose-hours-hint = For example: 9 and 16
question-choose-release = Does a facilitator read them first?
question-choose-release-hint = Then each one waits until a facilitator lets it out.
question-choose-who = Who sees questions?
question-choose-who-hint = Nobody sees who asked, whatever you choose.
question-choose-close = Days until an answered one is closed
question-choose-close-hint = Counted from the last thing that was said about it. 1 to 365.
question-choose-keep = Days for which a closed one is kept
question-choose-keep-hint = After that the bot forgets the question, too. 1 to 3650.
question-choose-urgent = Where is urgent help?
question-choose-urgent-hint = Each asker reads this. Leave it empty for 999, 111 and Samaritans.
question-choose-threats = What do you do about a threat?
question-choose-threats-hint = Or about a risk to life: who acts, and how soon. Each asker reads this.
question-pace-quick = Every 20 seconds
question-pace-steady = Every 2 minutes
question-pace-careful = Every 10 minutes
question-release-straight = No, they go straight out
question-release-first = Yes, a facilitator reads them first
question-who-asker = The person who asks chooses
question-who-everyone = Everyone in the group
question-who-facilitators = Facilitators only
