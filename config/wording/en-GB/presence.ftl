# Who is at a meeting. Members read what they are told of themselves; facilitators read how many they are.

presence-button-here = I’m here
presence-button-undo = I’m not here after all
presence-button-list = How many are here

presence-here = **You are counted as here.**
presence-voice = The meeting is in <#{ $channel }>. You count also if you are not in there yet.
presence-who-sees = Facilitators see how many pressed. It helps to mix small groups, and to send the summary to whoever could not come. It is kept for 30 days after the meeting.
presence-not-here = You are not counted as here. If you are here after all, press **I’m here**.
presence-no-meeting =
    This button is for meetings, and no meeting is on now. Nothing was changed.
    To ask something, press **Ask anonymously**. To talk to a person, press **I’d like a word**.
presence-not-joined = You have not joined yet, so you were not counted. You can be at the meeting all the same. To be counted, join first, then press the button again.

# What facilitators read

presence-count = { $number ->
        [0] Nobody has pressed **I’m here** in this meeting yet.
        [1] **1 person** has pressed **I’m here** in this meeting.
       *[other] **{ $number } people** have pressed **I’m here** in this meeting.
    }
presence-count-hint = It is not a list of who came: not everyone presses, and people without Discord cannot. So it does not say who is missing.
presence-count-no-meeting = No meeting is on now. While one is on, you read here how many have pressed **I’m here**. To begin, press **Meeting starts**.
