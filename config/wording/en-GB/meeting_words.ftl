# The words of the next meeting, among all words. Facilitators keep them from the card "Words you will hear".

meeting-words-button-now = The words of this meeting ({ $number })
meeting-words-button-next = The words of the next meeting on { $day } { $month ->
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
    } ({ $number })
meeting-words-now = ## The words of this meeting{ $of ->
        [1] {""}
       *[other] {" "}({ $page } of { $of })
    }
meeting-words-next = ## The words of the next meeting on { $day } { $month ->
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
    }{ $of ->
        [1] {""}
       *[other] {" "}({ $page } of { $of })
    }
meeting-words-title = The words of the meeting on { $day } { $month ->
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
    }

# What facilitators press and read

meeting-words-button-drop = Take these words away from the meeting
meeting-words-dropped = No words are kept for this meeting any more. What was posted stays where it is.

error-meeting-words-gone = There are no words for this meeting any more. It is over, or it was cancelled. Nothing was lost: all words are still here. Press **What does that word mean?** on the panel, or **All words**.
error-meeting-words-no-meeting = This meeting is over, or it was cancelled. Nothing was posted, and nothing was kept. Press **Post it here** to post the card alone.
