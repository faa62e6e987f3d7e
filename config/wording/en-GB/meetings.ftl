# Meetings, as facilitators plan them.

command-meeting = Meetings, for facilitators
command-meeting-schedule = Plan one meeting or several. You see every date before it is saved

meeting-button-list = Meetings
meeting-button-add = Add a meeting
meeting-button-back = Back to the list
meeting-button-earlier = Earlier ones
meeting-button-later = Later ones
meeting-button-change = Change { $number }
meeting-button-cancel = Cancel { $number }
meeting-button-cancel-yes = Yes, cancel it
meeting-button-cancel-yes-all = Yes, cancel all of them
meeting-button-series = A whole series
meeting-button-change-all = Change all of these{ $of ->
        [1] {""}
       *[other] {" "}({ $number })
    }
meeting-button-cancel-all = Cancel all of these{ $of ->
        [1] {""}
       *[other] {" "}({ $number })
    }
meeting-button-use = Yes, use this

meeting-list-title = ## Meetings to come
meeting-list-on = It is on now, by its plan. It cannot be moved or cancelled any more.
meeting-list-none = **No meeting is planned.** Press **Add a meeting**. What members get before their first meeting goes by its date.
meeting-told = **{ $number }. { $title }**
    { $weekday ->
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
    } { $year }, { $time } to { $until } ({ $zone })
meeting-called = **{ $title }**, { $count } meetings
meeting-date = { $number }. { $weekday ->
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
    } { $year }, { $time } to { $until } ({ $zone })
meeting-length = **How long:** { $minutes } minutes
meeting-where-unknown = **Where:** not yet known
meeting-where-channel = **Where:** <#{ $channel }>
meeting-where-words = **Where:** { $where }
meeting-where-link = **Where:** { $link }
meeting-where-both = **Where:** { $where }: { $link }
meeting-past = Meeting on { $day }/{ $month }

meeting-form-title = A meeting
meeting-form-zone = Times are those of { $zone }.
meeting-title = What is it called?
meeting-title-hint = For example: First meeting
meeting-when = When?
meeting-when-hint = 14 May 2pm; 13 Aug 2pm. Or a rule: second Tuesday every 3 months 2pm
meeting-minutes = How many minutes?
meeting-minutes-hint = From 15 to 480. Two hours are 120.
meeting-where = Where?
meeting-where-hint = A link, words, or both. Or: here, for the voice channel. Empty: not yet known
meeting-day = On which day?
meeting-day-hint = For example: 14 May 2026, or 14/5/2026. Type the year, too.
meeting-time = At what time?
meeting-time-hint = For example: 10:30, or 2:30 pm. It is the time where this community is.

meeting-preview-before = { $count ->
        [1] This is how it is now:
       *[other] This is how they are now:
    }
meeting-preview-after = { $count ->
        [1] This is how it will be:
       *[other] This is how they will be:
    }
meeting-preview-follows = Nothing is saved yet. If you use it, new meetings are announced in the channel for questions, and a move or a new place is told to everyone once. The server’s list of events follows. What members get before their first meeting goes by the dates here.
meeting-preview-cancel = Do you want to cancel this meeting? Everyone is told once in the channel for questions, and whoever is coming gets a direct message. Members’ messages before their first meeting will then go by the next one.
meeting-preview-cancel-all = Do you want to cancel all { $count } of these meetings? For each that is announced, everyone is told once in the channel for questions, and whoever is coming gets a direct message. Members’ messages before their first meeting will then go by the next one.
meeting-rule-months = This is the { $nth ->
        [1] first
        [2] second
        [3] third
        [4] fourth
       *[-1] last
    } { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    } of every { $interval ->
        [1] month
       *[other] { $interval } months
    }. { $count ->
        [1] This is the only date
       *[other] These are the next { $count } dates
    }. Add later ones when these are over.
meeting-rule-weeks = This is { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    } every { $interval ->
        [1] week
       *[other] { $interval } weeks
    }. These are the next { $count } dates. Add later ones when these are over.
meeting-moved = **Please look:** on { $day } { $month ->
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
    } { $year } the clocks go forward, and { $said } is left out. That meeting begins at { $time }.
meeting-overlap = **Please look:** “{ $title }” and “{ $other }” are on at the same time, on { $weekday ->
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
    } { $year } at { $time }.
meeting-overlaps-more = { $count } more are on at the same time as another.
meeting-saved = **Saved.**
meeting-cancelled = **This meeting is cancelled.** It is not in the list any more. Everyone is told in the channel for questions.
meeting-cancelled-all = **These { $count } meetings are cancelled.** They are not in the list any more. For each that was announced, everyone is told in the channel for questions.

meeting-series-title = ## Series of meetings
meeting-series-one = **{ $number }. { $title }**, { $count } meetings
meeting-series-none = **There is no series** of which two meetings or more are still to come. To change one meeting, press its button in the list.
meeting-form-all-title = All of this series
meeting-form-all = What you type is for all { $count } that are still to come. Each stays on its day. Times are those of { $zone }.

meeting-button-calendar = Put it in my calendar
meeting-calendar = **Here are the meetings to come, as a file for your calendar.**
    On a phone or a computer, press the file to save it, and open it. Apple Calendar and Outlook then ask whether to add the meetings.
    In Google Calendar, use a computer: open **Settings**, then **Import & export**, and choose the file.
    The file does not change by itself. If a meeting is moved or cancelled, you are told here. Press **Put it in my calendar** again then, and open the new file. If the old time is still there, delete it.
meeting-calendar-none = **No meeting is planned yet**, so there is no file. When there is a date, you will find it here.
