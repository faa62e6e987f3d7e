# Joining a community. What members read: short sentences, plain words, reading age 9 to 11.

people-button-join = Join this community
people-button-confirm = Join
people-button-not-now = Not now
people-button-leave = Leave

# What is kept, and why: four sentences, no more.
people-offer = **If you join, the bot keeps four things: that you joined, the day, your Discord account and your roles in this server.**
    It may then send you direct messages that are meant for you, and it can count how many members can read a channel.
    Nothing about what you ask is kept with this, and you can ask without joining.
    You can leave with one press, and then the bot deletes all four.
people-joined = **You joined this community on { $day } { $month ->
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
    Do you want to leave? Press **Leave**. Then the bot deletes that you joined, the day, your account and your roles.
people-not-now = That is fine. Nothing was kept. If you want to join later, press **Join this community** on the panel.
people-left = **You have left.** The bot keeps nothing about your joining any more.
    You are still in this server, and you can still ask. If you want to join again, press **Join this community** on the panel.
