# What “equal-footing tables” says about the anonymous database: what each table and column is, and what it can tell
# and cannot. Each sentence has to stay true when the table changes; docs/threat-model.md says more.

tables-database = This is the database in which the bot keeps what people do without their name, as the person who runs the bot’s computer sees it without the key.
tables-not-ours = The bot did not make this table, and cannot say what it is.
tables-not-ours-column = The bot did not make this column, and cannot say what it is.

table-alembic-version = How far this database has been brought up to date. It says nothing about anybody.
table-alembic-version-version-num = The name of the last step that was taken.

table-sealed-with = Which key seals what is in this database. By this the bot notices when the key is lost, or is a wrong one.
table-sealed-with-number = The number of the key. Every sealed block begins with it.
table-sealed-with-fingerprint = A value that only this key gives. Nobody can work out the key from it.

## What waits, and what proves who it was

table-waiting = What people did without their name, until a window lets it out: one sealed block for each act, such as asking, wondering too, reading an answer, taking back, or showing a word to everyone. The number of rows tells how many acts wait at most, as some may be blanks. It does not tell who did something, what, or in which order. Whoever looks again and again learns when something was done, and no more.
table-waiting-community = The number of the Discord server in which it was done.
table-waiting-key = Random. Every row of the server gets a new one at each change, so a row cannot be followed from one moment to the next.
table-waiting-block = Sealed, and always of one length, whether it holds a long question, a single press or nothing. Accounts and words are inside, and only the key opens it. A block with nothing in it is a blank: it stands in the place of what was taken back or erased, until the next window.

table-claim = One sealed block for each time that somebody asked a question or wondered too, so that the bot knows her again when she presses. The number of rows tells how many there are at most, as some may be blanks. It does not tell which block belongs to which question or person.
table-claim-community = The number of the Discord server.
table-claim-key = Random. Every row of the server gets a new one at each change.
table-claim-block = Sealed, and always of one length. Inside is a handle: a value made from her account, a random number and the key. If she wants to be told of an answer, her account is in it too, sealed once more. Whoever has the key as well could try every account, and so find out who it was. When the question is closed and she has read the answer (30 days after closing at most), it goes with the next window at the latest; of somebody who wondered, as soon as it is closed. Until night a blank stands in its place: a block with nothing in it.

table-pause = One sealed block for each question whose asker is paused. The number of rows tells how many pauses there are at most, as some may be blanks. It does not tell who is paused, or because of which question.
table-pause-community = The number of the Discord server.
table-pause-key = Random. Every row of the server gets a new one at each change.
table-pause-block = Sealed, and always of one length. Inside are the question, the handle of its asker, from when to when, and the reason. It goes in the night after the pause has ended.

table-stumble = What people looked up in the three months that run: one sealed block for each person and word, one for each word that was asked about, and blanks. There are always so many rows that 64 goes into them, whether anybody looked a word up or not. All of them are written anew each night at 3:00 UTC. The number of rows tells only how many times 64 blocks were needed so far. After the three months nothing of it is left.
table-stumble-community = The number of the Discord server.
table-stumble-key = Random. Every row of the server gets a new one each night.
table-stumble-block = Sealed, and always of one length. Inside is a word with a handle: a value made from an account, the word, a random number that is another one each quarter, and the key. Whoever has the key as well could try every account, and so find out who looked the word up, until the quarter is over. Of who asked about a word there is nothing, only how many. A block with nothing in it is a blank.
## What is said without a name, but is no question

table-said = What came out at a window and is not a question: a word that everyone should see, say. One sealed block for each, until the part of the bot that it is for has taken it, a moment later. The number of rows tells how many there are at most, as some may be blanks. Who said it is not in them.
table-said-community = The number of the Discord server.
table-said-key = Random. Every row of the server gets a new one at each change.
table-said-block = Sealed, and always of one length. Inside are what kind it is, what it is about, the words, and whether facilitators see it first. There is no account in it, and nothing that was made from one: with the key, too, nobody can find out whose it was. Until night a blank stands in its place: a block with nothing in it.

table-shown-word = One sealed block for each word that everyone was shown lately because somebody asked for it, or that facilitators may still post. By it no word is shown twice within a day. Who asked for it is not in them.
table-shown-word-community = The number of the Discord server.
table-shown-word-key = Random. Every row of the server gets a new one at each change.
table-shown-word-block = Sealed, and always of one length. Inside are which word it is, when it was shown, rounded down to 20 seconds, and what the buttons of its message carry. It goes after a day, or after two weeks if nobody has posted it.

## What has come out

table-question = The questions that have come out, one row for each, and those that facilitators read first. Their words are sealed here, though all who see the card can read them. There is no account of an asker in this table, and nothing that was made from one.
table-question-id = Random. The sealed blocks in “claim” and “pause” name a question by it.
table-question-community = The number of the Discord server.
table-question-number = The number on the card. It is empty as long as the question has not gone out. In which order the questions of one window get their numbers is drawn by lot.
table-question-state = Where the question stands: held (a facilitator reads it first), out, answered, merged with another one, or closed.
table-question-text = Sealed: the words that were asked. All who see the card can read them there, but a stolen file does not show them. Its length shows how long they are. Of a question that was taken back the words are gone.
table-question-answer = Sealed: the words of the answer; empty as long as there is none. Its length shows how long they are.
table-question-details = Sealed: all else that belongs to the question, such as a quotation, a note from a facilitator, or the account of a member who answered it under a name or was asked to. It never says who asked. Its length shows how much that is.
table-question-window = When the question came out, or came to facilitators, rounded down to 20 seconds, in seconds since 1970 (UTC). Of the time when it was asked it tells only that it was earlier.
table-question-merged-into = The id of the question that it was put together with, while it is merged.
table-question-closed-on = The day on which it was closed.
table-question-card-channel = The number of the Discord channel in which its card is.
table-question-card-token = Random. The buttons of the card carry it, so everybody who sees the card can find it out. It says nothing about who asked.
table-question-card-message = The number that Discord gave the card, which tells when the card was posted. It is empty until the card is there.

## What is to be done, and sent

table-alarm = What the bot has to do at a certain time: open a window, look at the hours for news, hand over what came out, remind facilitators, tidy up at night. It names no person and no question.
table-alarm-kind = What is to be done. “questions.window” says that somebody did something without a name, and that its window is still to open. It does not say what it was, or who. “chairing.follow” says that the facilitators’ message about a meeting is to show what has come out. “signals.still-up” says that facilitators can read that somebody is lost, or would like it slower.
table-alarm-subject = The number of the Discord server, for the end of three months also which these are; for a message about somebody being lost also its channel, the time it was posted, rounded down to 20 seconds, and what is random in it; empty for what is done for all servers.
table-alarm-due = When it is to be done, rounded down to 20 seconds, in seconds since 1970 (UTC).

table-delivery = Messages that are to be sent to Discord, or taken back there: cards and their changes, notes to facilitators, that somebody is lost or would like it slower, and the direct message that there is something to read. A row goes when that is done.
table-delivery-key = What the message is known by. For a card and its changes it holds the card’s token, so one can tell which question it is about. For a note about a channel in which the bot may not post it is the letter t and the channel’s number. For all others it is random.
table-delivery-community = The number of the Discord server.
table-delivery-version = Random. It changes when a newer message takes the place of one that still waits.
table-delivery-due = When it is to be sent, rounded down to 20 seconds, in seconds since 1970 (UTC).
table-delivery-rank = Which goes first of those that are due together: a card and its changes have the number of the question, if it has one, notes to facilitators 1000000, what says that somebody would like it slower 1, all others 0.
table-delivery-leased-until = While it is being sent: until when nobody else may try, rounded down to 20 seconds, in seconds since 1970 (UTC).
table-delivery-maybe-sent-at = When it may have been sent for the first time, rounded down to 20 seconds, in seconds since 1970 (UTC); empty if it was not.
table-delivery-tries = How often it was tried without arriving.
table-delivery-refusals = How often Discord refused it.
table-delivery-payload = Sealed: the message, and where it goes. For a direct message that is an account, and only the key opens it. Its length shows about how long the message is, and so perhaps of which kind.
