# What went wrong: what happened, that nothing was lost, and what to press.

error-question-empty = There was nothing in your question. Nothing was sent. Press **Ask anonymously** and type it again.
error-question-long = Your question has { NUMBER($length, useGrouping: 0) } characters. { NUMBER($most, useGrouping: 0) } is the most. Nothing was sent. Make it shorter and press **Ask anonymously** again.
error-answer-empty = There was nothing in your answer. Nothing was sent. Press **Answer** and type it again.
error-answer-long = Your answer has { NUMBER($length, useGrouping: 0) } characters. { NUMBER($most, useGrouping: 0) } is the most. Nothing was sent. Make it shorter and press **Answer** again.
error-plain-empty = There was nothing in it. Nothing was sent. Press **Say it in plain words** and type it again.
error-plain-long = That has { NUMBER($length, useGrouping: 0) } characters. { NUMBER($most, useGrouping: 0) } is the most. Nothing was sent. Make it shorter and press the button again.
error-note-empty = There was nothing in it. Nothing was sent. Press the button and type it again.
error-note-long = That has { NUMBER($length, useGrouping: 0) } characters. { NUMBER($most, useGrouping: 0) } is the most. Nothing was sent. Make it shorter and press the button again.
error-lines-long = That has { NUMBER($length, useGrouping: 0) } characters. { NUMBER($most, useGrouping: 0) } is the most. Nothing was changed. Make it shorter and press the button again.
error-already-held = This question is not out yet. Nothing was changed. Let it out first.
error-already-out = **Question { $number }** is out already. Nothing was changed.
error-already-merged = **Question { $number }** was put together with another one. Nothing was changed. Look at that one.
error-already-answered = **Question { $number }** has an answer already. Nothing was changed.
error-already-closed = **Question { $number }** is closed already. Nothing was changed.
error-close-unanswered = **Question { $number }** has no answer yet, so it stays open. Answer it first.
error-no-words = **Question { $number }** has no words that could be taken away. Nothing was changed.
error-no-answer-yet = This question has no answer yet. Nothing was changed. Answer it first.
error-no-such-number = There is no question with this number. Nothing was changed. Look at the card for the number, and press the button again.
error-merge-into = These two cannot be put together. The other one must be out, and not closed. Nothing was changed. Choose another number.
error-merge-apart = These two cannot be put together: not the same people can see them. Nothing was changed.
error-pass-private = This question is for facilitators only, as its asker was promised. So it cannot be passed to a member. Nothing was changed.
error-pause-too-late = The bot does not know any more who asked **Question { $number }**. So nobody was paused. If there are new questions of this kind, use the newest card.
error-no-pause = There is no such pause any more. Nothing was changed.
error-not-yours = Only the person who asked this question can use this button. Nothing was sent. To add your voice, press **I wondered too**.
error-not-passed = This question was not passed to you, or not any more. Nothing was sent.
error-out-already = This is out already, or was taken back. If it is a question, you can take it back from there. Press **More** on the panel, then **My questions**, and then its number.
error-draft-gone = This was too long ago, or was sent already. Press **More** on the panel, then **My questions**. If it is not there, press **Ask anonymously** and copy your words from here.
error-too-many = You have sent { $most } questions within an hour, or other things without your name. That is the most. Nothing was sent. You can send more at { $at }.
error-said-gone = This was too long ago, or was sent already. Press **More** on the panel, then **My questions**. If it is not there, please begin again, and copy your words from here.
error-said-empty = A box was empty. Nothing was sent. Please begin again, and fill in each box.
error-said-long = That has { NUMBER($length, useGrouping: 0) } characters in one box. { NUMBER($most, useGrouping: 0) } is the most. Nothing was sent. Please begin again, and make it shorter.
error-meeting-is-on = A meeting is on already. Nothing was changed. Press **Meeting ends** first.
error-no-meeting = No meeting is on. Nothing was changed.
error-now-only-careful = **Let questions out now** works only in a meeting in which questions come out every 10 minutes. Nothing was changed.
error-now-too-soon = **Let questions out now** works once in 10 minutes. You can press it again at { $at }.
error-hours = That must be two hours of the day, such as: 9 and 16. Nothing was changed. Press the button again.
error-days = That must be a number of days from 1 to { NUMBER($most, useGrouping: 0) }. Nothing was changed. Press the button again.
error-not-in-server = You are not in that community’s server any more. Nothing was sent.
error-privacy-days = That must be a number of days from { $least } to { $most }. Nothing was changed. Press the button again.
error-no-such-question = This question is not here any more. Nothing was changed.
error-not-set-up = Questions are not ready here yet. Nothing was sent. Please tell a facilitator that the panel is missing.
error-role-everyone = The facilitators’ role cannot be everyone: then everyone could answer. Nothing was changed. Choose a role that only facilitators have.
error-facilitators-only = Only facilitators can do this. Nothing was changed.
error-setters-up-only = Only facilitators, and people who may manage this server, can do this. Nothing was changed.
error-administrators-only = Only an administrator of this server can do this. Nothing was changed.
error-in-a-server = This works inside a server, not in a direct message. Go to your community and press the button there.
error-old-button = This button is from an earlier version. Nothing was lost. Please use a newer message, or press a button on the panel.
error-unexpected = Something went wrong on our side. What was saved before is not lost. Please try once more. If it happens again, tell the person who runs the bot this: { $quote }.
error-unexpected-looking-up = Something went wrong on our side, so the word could not be looked up. Nothing was lost: looking up leaves no trace. Press **What does that word mean?** to try again. If that fails too, press **Ask anonymously**.
error-unexpected-signal = Something went wrong on our side. Your press may not have been counted. Nothing else was lost. Please press once more: each person is counted once.
error-unexpected-direct = Something went wrong on our side. Nothing was lost, and nothing was asked: I take no question from a message here. Please send your message once more.
error-unexpected-anonymous = Something went wrong on our side. Press **More** on the panel, then **My questions**, to see what is safe here. If your question is not there, please ask it again.
error-what-you-wrote = This is what you wrote, so that you can copy it:

error-permission-view-channel = I cannot see <#{ $channel }>. Nothing was changed. Give my role the permission “View Channel” there. Then type /panel again.
error-permission-send-messages = I am not allowed to write in <#{ $channel }>. Nothing was changed. Give my role the permission “Send Messages” there. Then type /panel again.
error-permission-read-message-history = I am not allowed to read back in <#{ $channel }>. Nothing was changed. Give my role the permission “Read Message History” there. Then type /panel again.
error-busy = The bot is busy just now. Nothing was lost. Please press once more in a minute.
error-choice = This cannot be chosen here. Nothing was changed. Please press the button once more.
error-file-large = This file is too large. Nothing was changed. Take one with fewer than 256,000 characters.
error-file-larger = This file is too large. Nothing was changed. Take one of at most 4 MB: make two of it, and choose one after the other.
error-file-text = This file cannot be read as text. Nothing was changed. Save it as “CSV UTF-8”, and choose it again.

error-meeting-day = This is not a full date. Nothing was saved. Type it like this: 14 May 2026. The day comes first, and the year is needed.
error-meeting-weekday = This date is on another day of the week. Nothing was saved. Look at a calendar and type it again.
error-meeting-time = This is not a time. Nothing was saved. Type it like this: 10:30, or 2:30 pm.
error-meeting-half = Is this in the morning or in the afternoon? Nothing was saved. Type { $later } for the afternoon. For the morning, put “am” behind it.
error-meeting-left-out = On this day the clocks go forward, and this hour is left out. Nothing was saved. Type another time.
error-meeting-past = This date has passed. Nothing was saved. Type one that is still to come.
error-meeting-far = This date is more than three years away. Nothing was saved. Look at the year and type it again.
error-meeting-title = The meeting has no name. Nothing was saved. Press the button and type one.
error-meeting-title-long = The name has { $length } characters. { $most } is the most. Nothing was saved. Make it shorter.
error-meeting-many = There are { $most } meetings to come. That is the most. Nothing was saved. Cancel one first.
error-meeting-when-unread = { $of ->
        [1] This date
       *[other] Date { $number }
    } cannot be read. There may be no such day. Nothing was saved. Type it like this: 14 May 2pm. Put “;” between two dates.
error-meeting-when-no-time = { $of ->
        [1] This date
       *[other] Date { $number }
    } has no time. Nothing was saved. Type it like this: 14 May 2pm.
error-meeting-when-time = { $of ->
        [1] This date
       *[other] Date { $number }
    } has a time that is not on any clock. Nothing was saved. Type it like this: 10:30, or 2:30 pm.
error-meeting-when-two = { $of ->
        [1] This date
       *[other] Date { $number }
    } has two times. Nothing was saved. Type only when it begins. Put “;” between two dates.
error-meeting-when-half = { $of ->
        [1] This date
       *[other] Date { $number }
    } could be in the morning or in the afternoon. Nothing was saved. Type { $later } for the afternoon. For the morning, put “am” behind it.
error-meeting-when-weekday = { $of ->
        [1] This date
       *[other] Date { $number }
    } is on another day of the week. Nothing was saved. Look at a calendar and type it again.
error-meeting-when-left-out = { $of ->
        [1] This date
       *[other] Date { $number }
    } is on a day on which the clocks go forward, and this hour is left out. Nothing was saved. Type another time.
error-meeting-when-past = { $of ->
        [1] This date
       *[other] Date { $number }
    } has passed. Nothing was saved. Type one that is still to come.
error-meeting-when-far = { $of ->
        [1] This date
       *[other] Date { $number }
    } is more than three years away. Nothing was saved. Look at the year and type it again.
error-meeting-when-none = There is no date. Nothing was saved. Type one like this: 14 May 2pm.
error-meeting-when-many = These are { $count } dates. { $most } at once is the most. Nothing was saved. Take some away.
error-meeting-when-long = The dates have { $length } characters. { $most } is the most. Nothing was saved. Make them shorter.
error-meeting-rule = This rule cannot be read. Nothing was saved. Type it like this: second Tuesday every 3 months 2pm. Or: every 2 weeks on Wednesday 10:30. Or type each date.
error-meeting-rule-which = This can be every two weeks, or once a month. Nothing was saved. Type “every 2 weeks on Tuesday”, or “second Tuesday of every month”, with your day.
error-meeting-rule-alone = A rule has to stand alone. Nothing was saved. Type the rule, or the dates.
error-meeting-minutes = A meeting takes { $fewest } to { $most } minutes. Nothing was saved. Type a whole number.
error-meeting-link = This link cannot be used. Nothing was saved. It has to begin with https://. Copy it again from where you found it.
error-meeting-no-room = There is no voice channel for meetings here yet. Nothing was saved. Type **/setup**, and let it make one; or type in words where it is.
error-meeting-links = There are two links. Nothing was saved. Type the one by which people join.
error-meeting-link-long = The link has { $length } characters. { $most } is the most. Nothing was saved. Look for a shorter one.
error-meeting-where-long = The place has { $length } characters without its link. { $most } is the most. Nothing was saved. Make it shorter.
error-meeting-many-more = { $planned } meetings are planned. { $room ->
        [1] One more fits
       *[other] { $room } more fit
    }, and these are { $more }. { $most } is the most. Nothing was saved. Take some dates away.
error-meeting-event-mended = There is nothing left to do here. The meeting is in the server’s list of events, or it was cancelled.
error-meeting-event-late = The meeting begins now, or has begun. Discord takes no event for it any more. Nothing else was changed.
error-meeting-gone = This meeting is not there any more. Nothing was changed. Press **Meetings** to see the list.
error-meeting-changed = Somebody else changed this meeting just now. Nothing was saved. Press **Meetings** and look again.
error-meeting-series-gone = Fewer than two meetings of this series are still to come. Nothing was changed. Press **Meetings** to see the list.
error-meeting-all-past = At this time the first of these meetings would have begun already. Nothing was saved. Type a later time, or change that one by itself.
error-meeting-preview-gone = This was too long ago, or was saved already. Press **Meetings** to see what is there.

error-preparation-days = That must be a number of days from 1 to { $most }. Nothing was changed. Press **Change** again.
error-preparation-long = That has { $length } characters. { $most } is the most. Nothing was changed. Make it shorter and press the button again.
error-preparation-times = Type from one to { $most } times, one on each line. Nothing was sent. Press **Offer times** again.
error-preparation-comma = Put a comma between the day and the time on each line, like this: 14 May 2026, 10:30. Nothing was sent.
error-preparation-times-many = You can have { $most } times open at once. Nothing was sent. Press **Take back free times** first.
error-preparation-nobody-waits = Nobody is waiting for a call from you just now. Nothing was sent.
error-preparation-time-taken = This time cannot be had any more. Nothing was booked. Press **More** on the panel, then **Before my first meeting**, then **Times for a call**.
error-preparation-call-gone = This call is not on your list any more. Nothing was changed. Press **My calls** to see who is.
error-preparation-preview-gone = This was too long ago, or was sent already. Press **My calls** to see what is there.
error-preparation-not-joined = You have not joined this community. Nothing was changed. Press **More** on the panel, then **Join this community**.
error-no-such-member = This person is not a member here, or not any more. Nothing was changed.
error-contact-not-joined = This works only with people who have joined this community. Nothing was changed. Ask them to press **More** on the panel first, then **Join this community**.
error-contact-own-cover = Nobody can cover for themselves. Nothing was changed. Choose somebody else, or leave it empty.
error-contact-own = Nobody can be their own named contact. Nothing was changed. Choose somebody else.
error-no-contact = This person is no named contact. Nothing was changed. Press **Add or change one** first.
error-contact-not-hers = You do not look after this person, or not any more. Nothing was sent or changed.
error-contact-date = This is not a day that I can read. Nothing was changed. Write it as: 14/5/2026
error-contact-draft-gone = This was too long ago, or was sent already. Press **I’d like a word** to see. If it is not there, write it again.
error-word-gone = This was taken back, or is long done. Nothing was changed.
error-word-seen = Somebody has seen it already, so it cannot be taken back. Nothing was changed.
error-word-not-yours = This is with somebody else now. Nothing was changed.
error-no-errand = This is not on your list any more. Nothing was changed.
error-pause-empty = There was nothing in your message. Nothing was paused. Press **Pause everything** and type it again.
error-pause-long = Your message has { NUMBER($length, useGrouping: 0) } characters. { NUMBER($most, useGrouping: 0) } is the most. Nothing was paused. Make it shorter and press **Pause everything** again.
error-pause-gone = This was too long ago. Nothing was paused. Press **Pause everything** and copy your words from here.
error-standing-answered = This offer has an answer already, or has ended. Nothing was changed.
error-standing-gone = This offer was taken back, or is not yours. Nothing was changed.
error-standing-taken = This role is offered to this person already, or they have it. Nothing was sent.
error-standing-nobody = Nobody was chosen, or there is no member without Discord of that name. Nothing was sent. Press **Offer a role** again.
error-standing-lay-first = Standing roles are offered to patient and public members first. This person has joined as somebody else. Nothing was sent.
error-standing-draft-gone = This was too long ago, or was sent already. Look under **My offers**. If it is not there, press **Offer a role** again.
error-not-joined = You have not joined this community. Nothing was changed. Press **More** on the panel, then **Join this community**.
error-line-long = That has { NUMBER($length, useGrouping: 0) } characters. { NUMBER($most, useGrouping: 0) } is the most. Nothing was changed. Make it shorter, and press the button again.
error-zone = I do not know this time zone. Nothing was changed. Press the button again, and type a big city near you, such as London.
error-quiet-hours = Those times do not fit. Nothing was changed. Tick one day or more. Type two times, the earlier one first, such as 9:00 and 17:30. For no messages at all, press **Pause messages**.
error-apart-many = That is more than { $most } people. Nothing was changed. Please talk to your named contact.
error-no-next-meeting = No date is known yet for the next meeting. Nothing was changed. Choose **For a week** or **For good**.
error-nobody-listed = There was nobody on the list. Nothing was changed. Press **Invite from a list** and paste it again.
error-list-unreadable = I cannot read this list. Nothing was changed. Look for a quotation mark that is not closed, and press **Invite from a list** again.
error-list-gone = This preview is too old, or was used already. Nothing was changed. Press **Invite from a list** and paste the list again.
error-name-empty = There was no name. Nothing was changed. Press the button and type it again.
error-permission-needed = There was no tick for “this person agreed”. Nothing was kept. Please ask this person first.
error-helpers-only = Only facilitators, and named contacts, can do this. Nothing was changed.

# The glossary, and files of it
error-glossary-no-term = There is no word. Nothing was changed. Write the word, and send it again.
error-glossary-no-plain = There is no plain meaning. Nothing was changed. Write one, and send it again.
error-glossary-long = { $column ->
        [term] The word is
        [plain] The plain meaning is
        [precise] The precise meaning is
        [example] The example is
       *[other] A part of it is
    } too long. Nothing was changed. Make it shorter, and send it again.
error-glossary-many = { $column ->
        [short] There are too many short forms.
        [also] There are too many other names.
       *[other] There are too many related words.
    } Nothing was changed. Leave some out, and send it again.
error-glossary-not-text = Something in it is not text. Nothing was changed. Type it anew, and send it again.
error-glossary-twice = “{ $name }” is in this theme already. Nothing was changed. Change that one, or choose another theme.
error-glossary-gone = This word is not there any more. Nothing was changed.
error-glossary-not-joined = A name is shown for people who have joined: when they leave, it goes with them. Nothing was changed. First press **More** on the panel, then **Join this community**.
error-glossary-meanwhile = Somebody changed this word since you opened it. Nothing was changed by you. Press **Change a word** to see it as it is now.
error-glossary-file-gone = This was too long ago, or was done already. Nothing was changed just now. Press **Read a file in**, and choose the file again.
error-glossary-file-large = This file is too large. Nothing was changed. Make two of it, and choose one after the other.
error-glossary-file-kind = This is not a CSV or JSON file. Nothing was changed. In your spreadsheet, save it as “CSV UTF-8”, and choose that.
error-glossary-file-empty = There is nothing in this file. Nothing was changed. Choose another one.
error-glossary-file-columns = The first line must name the columns, “term” and “plain” among them. Nothing was changed. Save the glossary as a file to see how it looks.
error-glossary-file-json = This JSON file cannot be read from line { $at } on. Nothing was changed. Mend it there, and choose it again.
error-agenda-meeting-gone = This meeting is over, or was cancelled. Nothing was changed. Its agenda has gone with it.
error-agenda-item-gone = This item is not on the agenda any more. Somebody took it out just now. Nothing was changed. Press **Back to the agenda**.
error-agenda-changed = Somebody else changed this item just now. Nothing was saved. Press **Back to the agenda** and look again.
error-agenda-preview-gone = This was too long ago, or was saved already. Nothing was changed just now. Press **Back to the agenda** to see what is there.
error-agenda-invitation-gone = This draft was too long ago. Nothing was sent. Press **Back to the agenda**, then **Draft an invitation**.
error-agenda-full = There are { $most } items on this agenda. That is the most. Nothing was added. Take one out first.
error-agenda-minutes = An item takes 1 to { $most } minutes. Nothing was saved. Type a whole number.
error-item-title-empty = The item has no name. Nothing was saved. Press the button and type one.
error-item-title-long = The name has { NUMBER($length, useGrouping: 0) } characters. { $most } is the most. Nothing was saved. Make it shorter.
error-item-speaker-long = Who speaks has { NUMBER($length, useGrouping: 0) } characters. { $most } is the most. Nothing was saved. Make it shorter.
error-item-words-long = One of the texts has { NUMBER($length, useGrouping: 0) } characters. { $most } is the most. Nothing was saved. Make it shorter.
error-agenda-empty = There is nothing on this agenda yet. Nothing was sent. Press **Add an item** first.
error-agenda-asked = The steering group was asked about this agenda already. Nothing was sent. When you have changed it, you can ask again.
error-agenda-paused = All messages of this community are paused. Nothing was sent. Ask the steering group when the pause is over.
error-agenda-no-group = Nobody has the role steering group here. Nothing was sent. Under **Standing roles** you can offer it.
error-agenda-steering-only = Only the steering group is asked about this. Nothing was changed. Everybody can read the plan.
error-agenda-other = The plan was changed after you opened it. Nothing was kept. Press **See the plan** once more and read it again.
