# Meetings in the server’s own list of events. What everybody reads there: short sentences, plain words.

events-coming = Will you come? Say so in <#{ $channel }>, with the buttons below this meeting. Only the facilitators see who said what.
    If you press “Interested” here, everyone in this server can see that you did. The facilitators do not go by it.
events-link = Here is the link: { $link }
events-location-link = Online. The link is in the text below.
events-location-open = The place is not known yet.

# What facilitators read in their channel.

events-button-put-back = Put the event back
events-button-again = Try again
events-button-where = Say where it is

events-meeting = **{ $title }**, { $weekday ->
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
events-deleted = Somebody has deleted this meeting from the server’s list of events:
events-deleted-hint = The meeting itself is not cancelled, and nothing of it is lost. To cancel it, use **Meetings**. If it was a mistake, press **Put the event back**.
events-no-channel = { $meetings ->
        [one] The voice channel of this meeting has been deleted:
       *[other] The voice channel of these { $meetings } meetings has been deleted:
    }
events-no-channel-hint = { $meetings ->
        [one] The meeting itself stands, and nothing of it is lost. Press **Say where it is**: then everyone is told the new place, and it comes back into the server’s list of events.
       *[other] The meetings themselves stand, and nothing of them is lost. Press **Say where it is**, once for each, beginning with the next: then everyone is told the new place, and it comes back into the server’s list of events.
    }
events-refused = { $cancelled ->
        [yes] This meeting is cancelled, but the bot could not take it out of the server’s list of events:
       *[no] The bot could not put this meeting into the server’s list of events, or change it there:
    }
events-lacks-create-events = It lacks the permission “Create Events”. Without it, meetings are announced as before, but they are not in the server’s list of events. Give it to the bot’s role, in Server Settings under Roles.
events-lacks-create-events-inside = In <#{ $channel }> it lacks the permission “Create Events”. Without it, a meeting there is announced as before, but it is not in the server’s list of events. Give it to the bot’s role, in Server Settings under Roles, or in that channel’s settings.
events-lacks-view-channel-inside = In <#{ $channel }> it lacks the permission “View Channel”. Without it, a meeting there is announced as before, but it is not in the server’s list of events. Give it to the bot’s role in that channel’s settings, under Permissions.
events-lacks-connect-inside = In <#{ $channel }> it lacks the permission “Connect”. Without it, a meeting there is announced as before, but it is not in the server’s list of events. Give it to the bot’s role in that channel’s settings, under Permissions.
events-lacks-nothing = Discord did not say why. There can be 100 events in a server; perhaps there are that many.
events-refused-hint = { $cancelled ->
        [yes] Everyone is told of the cancellation all the same.
       *[no] The meeting itself stands, and nothing of it is lost.
    } The bot tries again by itself; **Try again** is quicker. The same can hold for other meetings: you are told once.
events-put-back = The event comes back in a moment.
events-tried-again = The bot tries again now. If it does not work within a minute, something is still missing.
