# Meetings are announced, and people say whether they come. What members read: short sentences, plain words.

attending-button-coming = I’m coming
attending-button-maybe = Maybe
attending-button-not = I can’t come
attending-button-facilitators = Facilitators
attending-button-who = Who comes { $number }
attending-button-next = What’s next

attending-title = ## { $title }
attending-when = **When:** { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    } { $day } { $month ->
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
    } { $year }, { $time } ({ $zone }). It takes { $hours ->
        [0] {""}
        [1] 1 hour
       *[other] { $hours } hours
    }{ $minutes ->
        [0] {""}
       *[other] { $hours ->
            [0] { $minutes } minutes
           *[other] {" "}and { $minutes } minutes
        }
    }.
attending-was = **It was:** { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    } { $day } { $month ->
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
    } { $year }, { $time } ({ $zone })
attending-cancelled = **This meeting is cancelled.** It was to be on { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    } { $day } { $month ->
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
    } { $year }, { $time } ({ $zone }).
attending-where-voice = **{ $was ->
        [yes] It was
       *[no] Where
    }:** <#{ $channel }>
attending-where-words = **{ $was ->
        [yes] It was
       *[no] Where
    }:** { $where }
attending-where-link = **{ $was ->
        [yes] It was
       *[no] Link
    }:** { $link }
attending-where-open = **{ $was ->
        [yes] It was
       *[no] Where
    }:** { $was ->
        [yes] not known
       *[no] You will be told.
    }
attending-asked = Do you come? Press a button. Only facilitators see what you say.
attending-over = This meeting is over.
attending-moved = **This meeting has a new time.**
attending-elsewhere = **This meeting has a new place.**
attending-asked-again = What you said before stays. If it has changed, press a button.
attending-you-said = You said that you are coming, or that you may come. If that has changed, press a button in the channel.

attending-kept-coming = **You are coming:** { $title }
attending-kept-maybe = **You may come:** { $title }
attending-kept-not = **You can’t come:** { $title }
attending-thanks = Thank you for saying so. Whoever could not come gets a summary later.
attending-who-sees = This is kept. Only you and the facilitators can see it. To change it, press another button.
attending-not-joined = You have not joined yet. So nothing was kept. Join first, then press the button again.
attending-next-on = **{ $title } is on now.** No other meeting is announced yet.
attending-next-none = No meeting is announced just now. When one is, you read it in the channel where questions come out.

# What facilitators read

attending-list-coming = **Coming:** { $names }{ $more ->
        [yes] {" "}and others
       *[no] {""}
    }
attending-list-maybe = **Maybe:** { $names }{ $more ->
        [yes] {" "}and others
       *[no] {""}
    }
attending-list-not = **Can’t come:** { $names }{ $more ->
        [yes] {" "}and others
       *[no] {""}
    }
attending-not-announced = This meeting is not announced yet. So nobody has been asked whether they come.
attending-list-hint = Only facilitators can see this. Who has not answered is not shown.

error-attending-cancelled = This meeting is cancelled. Nothing was kept just now, and you need not do anything.
error-attending-over = This meeting is over. Nothing was changed, and you need not do anything.
error-attending-gone = This meeting is over, or it was cancelled. Nothing was changed, and you need not do anything.
