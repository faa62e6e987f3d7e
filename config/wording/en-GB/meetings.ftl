# Meetings, as facilitators plan them.

meeting-button-list = Meetings
meeting-button-add = Add a meeting
meeting-button-back = Back to the list
meeting-button-change = Change { $number }
meeting-button-cancel = Cancel { $number }
meeting-button-cancel-yes = Yes, cancel it
meeting-button-use = Yes, use this

meeting-list-title = ## Meetings to come
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
    } { $year }, { $time } ({ $zone })
meeting-past = Meeting on { $day }/{ $month }

meeting-form-title = A meeting
meeting-form-zone = Times are those of { $zone }.
meeting-title = What is it called?
meeting-title-hint = For example: First meeting
meeting-day = On which day?
meeting-day-hint = For example: 14 May 2026, or 14/5/2026. Type the year, too.
meeting-time = At what time?
meeting-time-hint = For example: 10:30, or 2:30 pm

meeting-preview-before = This is how it is now:
meeting-preview-after = This is how it will be:
meeting-preview-follows = Nothing is saved yet. If you use it, what members get before their first meeting goes by this date.
meeting-preview-cancel = Do you want to cancel this meeting? Members’ messages before their first meeting will then go by the next one.
meeting-saved = **Saved.**
meeting-cancelled = **This meeting is cancelled.** It is not in the list any more. Please tell the members yourself.
