# Standing roles. What members read: short sentences, plain words, reading age 9 to 11.

standing-button-list = Standing roles
standing-button-offer = Offer a role
standing-button-offers = My offers
standing-button-send = Offer it
standing-button-never-mind = Never mind
standing-button-withdraw = Take it back
standing-button-back = Take back { $number }
standing-button-end = End { $number }
standing-button-yes = Yes
standing-button-not-now = Not this time
standing-button-more = Tell me more
standing-button-mine = My roles
standing-button-give-back = Give it back
standing-button-hers = Roles

## For facilitators

standing-list-title = ### Standing roles
standing-list-nobody = Nobody has a standing role yet. Roles are offered to patient and public members first, and in private.
standing-list-more = There are { $number } more.
standing-form-title = Offer a role
standing-form-role = Which role?
standing-form-role-hint = The member can say yes, or not this time, or ask for more.
standing-form-member = To whom?
standing-form-member-hint = A patient or public member. For somebody without Discord, leave this empty.
standing-form-name = Or the name of somebody without Discord
standing-form-name-hint = Their named contact talks with them about it.
standing-form-takes = How much time does it take?
standing-form-takes-hint = In a month. Such as: two hours a month, in the evening.
standing-form-paid = What is paid?
standing-form-paid-hint = Such as: 25 pounds an hour, and travel. If nothing: This role is not paid.
standing-preview = **This is what { $name } would read.** Nothing was sent yet. Nobody else sees it. The answer is for your eyes only, unless it is yes.
standing-preview-without = **This is what the named contact of { $name } would talk about with them.** Nothing was sent yet. The answer is for your eyes only, unless it is yes.
standing-sent = **The role is offered to { $name }.** The message goes out at a time when messages may come. The offer ends in 21 days. You find the answer under **My offers**.
standing-never-mind = That is fine. Nothing was offered.
standing-offers-title = ### My offers
standing-offers-none = You have made no offers, or they are long done.
standing-state-offered = There is no answer yet.
standing-state-held = The answer was yes.
standing-state-not-now = The answer was: not this time. Only you can see this. Please do not ask why.
standing-state-expired = There was no answer in 21 days, so the offer has ended. Only you can see this.

## For members

standing-takes = The time it takes: { $takes }
standing-paid = What is paid: { $paid }
standing-offer-free = You can say no. Nobody but the person who asked you will know.
standing-briefing-free = You can stop at any time, with one press.
standing-yes = **Thank you. It is yours.** A facilitator will get in touch with you about it.
standing-not-now = That is fine, and thank you for thinking about it. Nobody but the person who asked you will know.
standing-given-back = **The role has ended.** Nothing else changes.
standing-mine-nothing = No role is offered just now, and none is held. That is fine.

standing-role-chair = Chair
standing-row-chair = { $number }. Chair: { $name }
standing-offer-chair = **Would you like to chair the meetings?** The role is called: chair.
standing-briefing-chair = ### Chair
    The chair opens the meeting, sees that everyone gets a turn, and closes it on time. A facilitator goes through the plan with you before each meeting. A facilitator stays beside you the whole time.
standing-held-chair = You have this role: chair.
standing-button-give-chair = Give back: chair
standing-errand-chair = Would they like to chair the meetings? The time it takes: { $takes }. What is paid: { $paid }. They can say no, and nobody but the person who asked will know. Put their answer in under **Roles** on their page.

standing-role-co-chair = Co-chair
standing-row-co-chair = { $number }. Co-chair: { $name }
standing-offer-co-chair = **Would you like to chair the meetings together with somebody else?** The role is called: co-chair.
standing-briefing-co-chair = ### Co-chair
    Two people chair the meeting together. You agree who does which part. A facilitator goes through the plan with both of you before each meeting.
standing-held-co-chair = You have this role: co-chair.
standing-button-give-co-chair = Give back: co-chair
standing-errand-co-chair = Would they like to chair the meetings together with somebody else? The time it takes: { $takes }. What is paid: { $paid }. They can say no, and nobody but the person who asked will know. Put their answer in under **Roles** on their page.

standing-role-note-taker = Note-taker
standing-row-note-taker = { $number }. Note-taker: { $name }
standing-offer-note-taker = **Would you like to take notes in small groups?** The role is called: note-taker.
standing-briefing-note-taker = ### Note-taker
    The note-taker writes down in a few lines what a small group said. Nobody has to write down every word. A facilitator shows you how, and reads the notes with you. You can also write what came of a meeting. On the panel, press **About me**, then **My roles**, then **Write the record**.
standing-held-note-taker = You have this role: note-taker.
standing-button-give-note-taker = Give back: note-taker
standing-errand-note-taker = Would they like to take notes in small groups? The time it takes: { $takes }. What is paid: { $paid }. They can say no, and nobody but the person who asked will know. Put their answer in under **Roles** on their page.

standing-role-time-keeper = Time-keeper
standing-row-time-keeper = { $number }. Time-keeper: { $name }
standing-offer-time-keeper = **Would you like to keep the time in meetings?** The role is called: time-keeper.
standing-briefing-time-keeper = ### Time-keeper
    The time-keeper says when a part of the meeting is nearly over. You get a plan with the times. You do not have to stop anybody: the chair does that.
standing-held-time-keeper = You have this role: time-keeper.
standing-button-give-time-keeper = Give back: time-keeper
standing-errand-time-keeper = Would they like to keep the time in meetings? The time it takes: { $takes }. What is paid: { $paid }. They can say no, and nobody but the person who asked will know. Put their answer in under **Roles** on their page.

standing-role-steering-group = Steering group
standing-row-steering-group = { $number }. Steering group: { $name }
standing-offer-steering-group = **Would you like to join the steering group?** The role is called: steering group.
standing-briefing-steering-group = ### Steering group
    The steering group plans what this community does next. It meets between the other meetings. You get the papers a week before, in plain words, and somebody to go through them with.
standing-held-steering-group = You have this role: steering group.
standing-button-give-steering-group = Give back: steering group
standing-errand-steering-group = Would they like to join the steering group? The time it takes: { $takes }. What is paid: { $paid }. They can say no, and nobody but the person who asked will know. Put their answer in under **Roles** on their page.

standing-role-word-editor = Word editor
standing-row-word-editor = { $number }. Word editor: { $name }
standing-offer-word-editor = **Would you like to help look after the words of this community?** The role is called: word editor.
standing-briefing-word-editor = ### Word editor
    A word editor reads the words that people propose, and says yes or no with a reason. You can change how a word is explained. You can also mark a meaning that you find plain. Facilitators do it with you, and you need not answer every one.
standing-held-word-editor = You have this role: word editor.
standing-way-to-words = On the panel, press **More**, then **About me**, then **My roles**, then **Words to look after**.
standing-button-give-word-editor = Give back: word editor
standing-errand-word-editor = Would they like to help look after the words of this community? The time it takes: { $takes }. What is paid: { $paid }. They can say no, and nobody but the person who asked will know. Put their answer in under **Roles** on their page.
