"""Who is at a meeting: pressed by each for herself, also where the meeting is elsewhere."""
