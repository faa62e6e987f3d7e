# Hands in a meeting. Members read what they are told of their own; whoever chairs reads the rest.

hands-button-raise = I’d like to speak
hands-button-down = Take my hand down
hands-button-order = The order of hands
hands-button-call = Next person
hands-button-choose = Somebody else
hands-button-number = { $number }
hands-button-back = Take it back
hands-button-clear = All hands down
hands-button-clear-yes = Yes, all hands down

hands-up = **Your hand is up.**
hands-up-next = You are next.
hands-up-others = There are others before you.
hands-who-sees = Whoever chairs sees your name, and may ask somebody else first. To see where you stand, press **I’d like to speak** again.
hands-down = Your hand is down. If you would like to speak after all, press **I’d like to speak**.
hands-no-meeting =
    This button is for meetings, and no meeting is on now. Your hand is not up.
    To ask something, press **Ask anonymously**. To talk to a person, press **I’d like a word**.
hands-not-joined = You have not joined yet, so your hand is not up here. You can still speak: wave, or just say so. To use this button, join first, then press it again.

# What whoever chairs reads

hands-title = ## Who would like to speak
hands-now = **Now:** { $name }
hands-next = **Next:** { $name }
hands-then = **Then:** { $names }{ $more ->
        [yes] {" "}and more
       *[no] {""}
    }
hands-none = No hand is up.
hands-hint = The order is that in which hands went up. You may choose otherwise: press **Somebody else**. When the meeting ends, nothing of this is kept.
hands-over = The meeting is over. Nothing is kept of who wanted to speak.
hands-choose =
    Who is to speak now? Press a number. They stand in the order in which hands went up.
    { $names }
hands-choose-more = More hands are up than these. They come up here when these have spoken.
hands-called = The hand is down, and the message in the facilitators’ channel says who speaks. Was it the wrong person? Then press **Take it back**.
hands-none-called = No hand is up, and nobody is called now.
hands-changed = Nobody was called by this press, as something has changed meanwhile: somebody else pressed too, or a hand went down. Look at **The order of hands**.
hands-taken-back = It is taken back. The hand is up again, in its old place.
hands-clear = Every hand goes down, and nobody is called any more. Whoever still wants to speak has to press again. Is this what you want? If not, do nothing.
hands-cleared = All hands are down. Anybody can put theirs up again.

error-hands-over = No hands are up here: the meeting is over, or nobody has pressed yet. Nothing was changed, and you need not do anything. If a meeting is on, use the newest message about hands.
error-chairs-only = Only facilitators, and members who chair meetings, can do this. Nothing was changed.
