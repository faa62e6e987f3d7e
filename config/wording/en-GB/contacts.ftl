# Named contacts. What members read: short sentences, plain words, reading age 9 to 11.

contact-button-word = I’d like a word
contact-button-go-on = Go on
contact-button-send = Send
contact-button-edit = Change it
contact-button-never-mind = Never mind
contact-button-take-back = Take it back
contact-button-mine = People I look after
contact-button-seen = I have seen it
contact-button-read = What they wrote
contact-button-read-number = Read { $number }
contact-button-list = Named contacts
contact-button-add = Add or change one
contact-button-remove = Take one away
contact-button-suggest = Suggest
contact-button-use = Use this
contact-button-pairs = Who has whom
contact-button-change = Change { $number }
contact-button-next = Show more
contact-button-errands = What to print or say
contact-button-about = Open { $number }
contact-button-back = Back to their page
contact-button-done = Done { $number }
contact-button-relay = Relay a question
contact-button-questions = Their questions
contact-button-add-errand = Add to their list
contact-button-attends = How they take part

## A word: whoever would like one

contact-word-title = ### I’d like a word
contact-word-last-seen = Your last one was seen on { $day }.
contact-word-contact = It goes to { $name }, your named contact, and to nobody else. Your name goes with it.
contact-word-hours = When they read messages: { $hours }.
contact-word-cover = If it is not seen in two working days, it goes to { $cover }. You will be told.
contact-word-no-cover = If it is not seen in two working days, it goes to the facilitators. You will be told.
contact-word-facilitators = You have no named contact here. So it goes to all facilitators. They read in their channel that you would like a word, with your name. Your words are one press away from there. Is that fine? Then press **Go on**.
contact-word-form-title = I’d like a word
contact-word-label = What would you like to say?
contact-word-hint = You can leave this empty. Then they only read that you would like a word.
contact-word-preview = **Please look at it once more.** Nothing was sent yet.
contact-word-preview-words = This is what you wrote:
contact-word-preview-none = You wrote nothing. That is fine.
contact-word-never-mind = That is fine. Nothing was sent.
contact-word-sent = **It is sent.** A person will read it. You can take it back until then.
contact-word-waiting = **You have asked for a word.** Nobody has seen it yet. You can take it back until then.
contact-word-with = It is with { $name } now.
contact-word-with-facilitators = It is with the facilitators now.
contact-word-passed-on = **Your word went to the next person.** Nobody had seen it yet.
contact-word-taken-back = **You took it back.** Your words are gone. They may still have read that you wanted a word.

## A word: whoever it reaches

contact-word-somebody = **Somebody you look after would like a word:** { $name }. What they wrote is under the button. Please get in touch with them. If you press nothing in two working days, it goes to the next person.
contact-word-a-member = **A member would like a word:** { $name }. They agreed to your reading their name here. Please get in touch with them, and press **I have seen it**.
contact-word-wrote = { $name } wrote:
contact-word-wrote-nothing = { $name } would like a word, and wrote no more than that.
contact-word-seen = **Thank you.** It goes to nobody else now. Please get in touch with { $name }. The bot forgets this in 30 days.
contact-word-open = { $number }. { $name } would like a word.

## For facilitators

contact-list-title = ### Named contacts
contact-list-without = { $number ->
        [0] Every patient and public member has a named contact.
        [one] 1 patient or public member has no named contact.
       *[other] { $number } patient and public members have no named contact.
    }
contact-list-nobody = Nobody is a named contact yet. Press **Add or change one**. Choose somebody who has joined.
contact-list-more = There are { $number } more.
contact-entry = **{ $name }** looks after { $number ->
        [0] nobody yet
        [one] one person
       *[other] { $number } people
    }.
contact-entry-hours = Reads messages: { $hours }.
contact-entry-cover = Cover: { $cover }.
contact-entry-no-cover = Nobody covers.
contact-add-title = A named contact
contact-add-who = Who is it?
contact-add-who-hint = Somebody who has joined. Choose them again to change what is kept.
contact-add-hours = When do they read messages?
contact-add-hours-hint = In plain words, such as: Mondays and Thursdays.
contact-add-cover = Who covers for them?
contact-add-cover-hint = Somebody else who has joined. You can leave this empty.
contact-added = **{ $name } is a named contact.** Members read this before they ask for a word.
contact-remove-title = Take a named contact away
contact-remove-intro = The people that they look after go to whoever covers. Without a cover, they have nobody.
contact-remove-who = Who is no named contact any more?
contact-remove-hint = They stay a member.
contact-removed = **{ $name } is no named contact any more.** To undo this, add them again, and choose who has whom.
contact-removed-without = { $number ->
        [0] Everybody that they looked after has somebody else now.
        [one] One person has nobody now.
       *[other] { $number } people have nobody now.
    }
contact-pairs-title = ### Who has whom
contact-pairs-nobody = Nobody has joined yet.
contact-row = { $number }. { $name }: { $contact }
contact-row-none = { $number }. { $name }: nobody yet
contact-choose-title = Choose a named contact
contact-choose-who = Who is their named contact?
contact-choose-hint = One of the named contacts. Choose nobody to take theirs away.
contact-assigned = **{ $name } has { $contact } as a named contact now.** To undo it, choose again.
contact-assigned-none = **{ $name } has no named contact now.** To undo it, choose again.
contact-suggest-title = **A suggestion, for { $number ->
        [one] one member
       *[other] { $number } members
    }.** Nothing is changed yet. Whoever looks after the fewest comes first. Change single ones by hand, or press **Use this** for all.
contact-suggest-nobody = There is nobody to suggest. Everybody has a named contact, or there are too few contacts.
contact-suggest-changed = Something has changed since this was shown, so nothing was done. This is the suggestion now.
contact-used = **Done.** { $number ->
        [one] One member has
       *[other] { $number } members have
    } a named contact now.
contact-somebody-without = **Somebody has no named contact now.** Press the button to see who, and to choose somebody.

## For contacts

contact-mine-words = **These people would like a word.** Read what they wrote, and get in touch with them.
contact-mine-title = **You look after these people.**
contact-mine-nobody = You look after nobody just now.
contact-mine-row = { $number }. { $name }
contact-mine-row-without = { $number }. { $name }, who is not on Discord
contact-about = **{ $name }** is not on Discord. You do for them what the bot cannot.
contact-attends-unknown = Nobody has said yet how they take part in meetings.
contact-attends-phone = They take part by phone.
contact-attends-paper = They take part on paper.
contact-attends-room = They take part in the room.
contact-attends-title = How they take part
contact-attends-how = How do they take part in meetings?
contact-attends-hint = This is kept for the next meetings. You can change it.
contact-how-phone = By phone
contact-how-paper = On paper
contact-how-room = In the room
contact-errands-title = ### What to print or say
contact-errands-nothing = There is nothing to print or say just now.
contact-errand-papers = **{ $number }. Papers for { $name }, by { $day }.** Please print or post this:
contact-errand-record = **{ $number }. The record for { $name }, by { $day }.** Please print or post this:
contact-errand-nothing = **{ $number }. Nothing to prepare for { $name }, by { $day }.** Please tell them:
contact-errand-answer = **{ $number }. An answer for { $name }, by { $day }.** Please pass this on:
contact-errand-message = **{ $number }. A message for { $name }, by { $day }.** Please pass this on:
contact-errand-offer = **{ $number }. A role for { $name }, by { $day }.** Please talk with them about this:
contact-errand-words = { $words }
contact-errand-added = **It is on the list for { $name }.**
contact-add-errand-title = Add to the list
contact-add-errand-kind = What is it?
contact-add-errand-kind-hint = Choose what fits best.
contact-kind-papers = Papers to print
contact-kind-record = The record of a meeting
contact-kind-nothing = Nothing to prepare
contact-kind-message = A message to pass on
contact-add-errand-text = What should be printed or said?
contact-add-errand-text-hint = Such as: the papers for 14 May.
contact-add-errand-due = By when?
contact-add-errand-due-hint = A day, such as: 14/5/2026

## Relaying a question

contact-relay-intro = You know that this question is from { $name }. Nobody else here can see that. It goes out like any other. It is theirs and not yours, also when somebody else looks after them. Their name and yours are not in it.
contact-relay-intro-facilitator = You are also a facilitator, and you know that this question is from { $name }. Nobody else here can see that. It goes out like any other. It is theirs and not yours. Please do not let others know by how you answer it.
contact-relay-hers = *You read this for the person you look after. “You” means that person.*
