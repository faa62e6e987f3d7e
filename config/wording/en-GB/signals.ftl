# What people press in a meeting when they cannot follow. Members read what they are told; facilitators the rest.

signals-button-lost = I’m lost
signals-button-slower = Slower, please
signals-button-seen = Seen, thank you

signals-told-lost = Thank you. Within 20 seconds the facilitators can read that “someone” is lost. They cannot see who.
signals-told-slower = Thank you. Within 20 seconds the facilitators can read that “someone” would like it slower. They cannot see who.
signals-promise = Nobody in this community can see who pressed. Nothing is written down. The bot forgets it about 3 minutes after the last press. It forgets it sooner when a facilitator has seen it, or when the meeting ends. You count once, even if you press again.
signals-ask = To ask what something means, press **Ask anonymously**.
signals-no-meeting =
    This button is for meetings, and no meeting is on now. Nothing was sent.
    To ask something, press **Ask anonymously**. To talk to a person, press **I’d like a word**.
signals-for-members = This button is for members. You are a facilitator here, so you were not counted. Nothing was sent.

signals-lost-someone = ## Someone is lost.
signals-lost-several = ## Several people are lost.
signals-slower-someone = ## Someone would like it slower.
signals-slower-several = ## Several people would like it slower.
signals-hint-during = During: **{ $item }**
signals-hint-lost = You could stop for a moment, say it again in other words, and ask everybody what is not clear. Please do not ask who it was.
signals-hint-slower = You could stop for a moment, and then go on more slowly. Please do not ask who it was.
signals-hint-seen = Press **Seen, thank you** when you have read this: then it goes. It also goes 3 minutes after the last press, and when the meeting ends.
signals-seen = Thank you. The message goes. If somebody presses again, a new one comes.
signals-over = This is over already: another facilitator has seen it, or nobody has pressed for 3 minutes.
