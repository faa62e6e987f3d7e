"""The meetings of the scene `meeting`: who is there, what they are about, and what is said there."""

from __future__ import annotations

LEILA, OWEN = "Leila Haddad", "Owen Beckett"
#: Three who have joined: two who come, and one who cannot. Derek has not.
AMINA, KWAME, TOM, DEREK = "Amina Yusuf", "Kwame Boateng", "Tom Ashworth", "Derek Holloway"
FACILITATORS, QUESTIONS = "facilitators", "questions"

HELD, CALLED_OFF = "What the aims are", "Looking back"
ROOM = "Room 4, Town Hall"
ITEMS = ("What we heard", "What we aim for", "Who does what")
ASKED, ANSWERED = "Who set the first aims?", "A group of nine, in the autumn."
DECIDED = "We keep two aims of five."

#: How messages to everybody begin.
PAPERS = "## In a week: "
BREAK, GOES_ON = "Break until", "The break is over. We go on now."
#: How messages to facilitators begin, or what stands in them.
THE_PAPERS, HANDS, OVER = "## The papers for", "## Who would like to speak", "The meeting is over."
#: Of the record, before it is posted and after that.
TO_FINISH, POSTED = f"**The record of {HELD}, 10 March 2026, can be finished.**", ", is posted.**"
#: What can be pressed below the facilitators' view, as long as the meeting is on.
END = "End the meeting"
MOST_TIMES = 3
USE = "Yes, use this"
