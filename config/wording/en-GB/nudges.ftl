# Messages that the bot sends of its own accord. What members read: short sentences, plain words.

command-inbox = Read what could not reach you

nudge-button-pause = Pause messages
nudge-button-why = Why did this come?
nudge-button-read = I have read this
nudge-button-next = Show the next one

nudge-errand = There is a message to pass on.
nudge-why = **You asked for this message, or you are waiting for it.** So it came at once, and a pause does not stop it.
    Other messages come only in the hours that you choose. To change that, press **More** on the panel, then **About me**.
nudge-inbox-empty = There is nothing here. Every message has reached you.
nudge-inbox = **Message { $number } of { $most }. It could not reach you on { $day } { $month ->
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
    } { NUMBER($year, useGrouping: 0) }.**
    Your direct messages from here are closed. Nobody here is told that. To let them in again, open the settings of this server in Discord, and look for “privacy”.
