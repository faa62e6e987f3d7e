# What a meeting is about: prepared by facilitators, seen by the steering group, read by everybody.

## For everybody

agenda-show-title = ### What “{ $title }” is about
agenda-show-none = Nothing is planned yet. Please look again later.
agenda-when = { $weekday ->
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
agenda-early = From **{ $time }**, a room is open for arriving early. Nothing is asked of you there, and there is no bot.
agenda-rest = **{ $time }** Break, { $minutes } minutes. Nothing is asked of you, and there is no bot.
agenda-end = **{ $time }** The end
agenda-item = **{ $number }. { $title }**
    { $timed ->
        [yes] { $time }, {""}
       *[no] {""}
    }{ $minutes ->
        [1] 1 minute
       *[other] { $minutes } minutes
    }, { $purpose ->
        [hear] to hear about it
        [decide] to decide together
       *[talk] to talk about it
    }{ $has ->
        [yes] . Who speaks: { $speaker }
       *[no] {""}
    }
agenda-open = **You can still change:** { $open }
agenda-fixed = **This is fixed:** { $fixed }
agenda-open-and-fixed = **You can still change:** { $open }
    {""}**This is fixed:** { $fixed }
agenda-wanted = { $first ->
        [condition] We would like to hear from people who live with a long illness.
        [services] We would like to hear from people who use health or social care.
        [caring] We would like to hear from people who look after someone.
       *[research] We would like to hear from people who have taken part in research.
    }{ $second ->
        [condition] {" "}Also from people who live with a long illness.
        [services] {" "}Also from people who use health or social care.
        [caring] {" "}Also from people who look after someone.
        [research] {" "}Also from people who have taken part in research.
       *[none] {""}
    }{ $third ->
        [condition] {" "}Also from people who live with a long illness.
        [services] {" "}Also from people who use health or social care.
        [caring] {" "}Also from people who look after someone.
        [research] {" "}Also from people who have taken part in research.
       *[none] {""}
    }{ $fourth ->
        [condition] {" "}Also from people who live with a long illness.
        [services] {" "}Also from people who use health or social care.
        [caring] {" "}Also from people who look after someone.
        [research] {" "}Also from people who have taken part in research.
       *[none] {""}
    }
agenda-button-show = What it is about
agenda-button-before = Page before
agenda-button-after = Next page

## For the steering group

agenda-ask = **The facilitators ask the steering group about a plan.** It is for “{ $title }”, on { $weekday ->
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
    } { $year }. Please look at what the meeting is to be about. You can agree, or say what you would change. You do not have to answer.
agenda-errand = They are in the steering group, which is asked about a plan. It is for “{ $title }”. Ask a facilitator for the plan, and go through it with them. Then tell a facilitator whether they agree, or what they would change.
agenda-button-see = See the plan
agenda-button-agree = I agree
agenda-button-wish = I would change something
agenda-steering-hint = The steering group is asked about this. It is never shown who answered, nor how many.
agenda-agreed = **Thank you. It is kept that the steering group has agreed.** Your name is not kept with it.
agenda-wish-title = What would you change?
agenda-wish-intro = This goes to the facilitators in their channel at once, with your name. Would you like nobody to know? Close this, and press **Ask anonymously** in the server.
agenda-wish-what = What would you change?
agenda-wish-what-hint = For example: more time for questions
agenda-wished = **Thank you. The facilitators have it now.**

## For facilitators

agenda-button-open = Agenda { $number }
agenda-button-list = Agendas
agenda-button-item = Item { $number }
agenda-button-add = Add an item
agenda-button-pauses = Arriving and break
agenda-button-groups = Minutes by role group
agenda-button-ask = Ask the steering group
agenda-button-ask-yes = Ask them
agenda-button-invite = Draft an invitation
agenda-button-change = Change
agenda-button-up = Earlier
agenda-button-down = Later
agenda-button-remove = Take it out
agenda-button-put-back = Put it back
agenda-button-words = What is open, what is fixed
agenda-button-use = Yes, use this
agenda-button-back = Back to the agenda
agenda-button-early-on = Open a room early
agenda-button-early-off = No room early
agenda-button-rest-on = Have a break
agenda-button-rest-off = No break
agenda-button-rest-before = Break one item earlier
agenda-button-rest-later = Break one item later
agenda-button-copy = Copy or change it

agenda-meetings = ### Agendas
agenda-meetings-none = **No meeting is planned.** Press **Back to the list**, then **Add a meeting**. Each meeting has an agenda.
agenda-meeting = **{ $number }. { $title }**
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
agenda-title = ### Agenda of “{ $title }”
agenda-none = **There is nothing on this agenda yet.** Press **Add an item**. A break, and a room for arriving early, are proposed. Members can read the agenda.
agenda-length = **All of it takes { $minutes } minutes, break included.** The meeting has { $room }. { $over ->
        [yes] That is { $more } more than there is. You can leave it so, make items shorter, or make the meeting longer.
       *[no] { $more ->
            [0] Nothing is left over.
           *[other] { $more } are left.
        }
    }
agenda-proposals = A room for arriving early and a break are proposals. Under **Arriving and break** you can take them out, move the break, or put them back.
agenda-approval-no-group = **Steering group:** nobody has that role here. The agenda can be used without it. Under **Standing roles** you can offer the role.
agenda-approval-not-asked = **Steering group:** not asked yet.
agenda-approval-asked = **Steering group:** asked. There is no answer yet.
agenda-approval-agreed = **The steering group has agreed.**
agenda-approval-wanted = **Somebody in the steering group would change something.** What it is stands in your channel. When you have looked at it, you can ask again.
agenda-approval-asked-before = **Steering group:** asked, but the agenda was changed after that. You can ask again.
agenda-approval-agreed-before = **The steering group had agreed, but the agenda was changed after that.** You can ask again.
agenda-group = Its minutes are those of: **{ $key ->
        [lay] { people-group-lay }
        [clinical] { people-group-clinical }
        [managerial] { people-group-managerial }
        [commissioning] { people-group-commissioning }
        [academic] { people-group-academic }
        [voluntary] { people-group-voluntary }
       *[words] { $words }
    }**
agenda-group-none = Its minutes are those of no role group in particular.

agenda-form-title = An item of the agenda
agenda-form-name = What is it called?
agenda-form-name-hint = In plain words. For example: How appointments are made
agenda-form-minutes = How many minutes?
agenda-form-minutes-hint = From 1 to 480
agenda-form-speaker = Who speaks?
agenda-form-speaker-hint = Whom to expect. Leave it empty if it is everybody, or not yet known.
agenda-form-group = Whose minutes are they?
agenda-form-group-hint = So that you see how the time falls over role groups. Only facilitators see it.
agenda-form-group-none = No role group in particular
agenda-form-purpose = What is it for?
agenda-form-purpose-hint = Everybody can read this beforehand.
agenda-form-purpose-hear = To hear about it
agenda-form-purpose-talk = To talk about it
agenda-form-purpose-decide = To decide together
agenda-form-open = What can still be changed?
agenda-form-open-hint = What people can really have a say in. For example: the words of the letter
agenda-form-fixed = What is fixed?
agenda-form-fixed-hint = What nobody here can change, and why. For example: the money for this year
agenda-form-wanted = Which experience do you want to hear?
agenda-form-wanted-hint = Members read it as an invitation. You can leave all of these empty.
agenda-form-wanted-condition = Living with a condition
agenda-form-wanted-services = Using services
agenda-form-wanted-caring = Caring for somebody
agenda-form-wanted-research = Taking part in research

agenda-preview-before = This is how it is now:
agenda-preview-after = This is how it will be:
agenda-preview-new = Nothing is saved yet. If you use it, it stands at the end of the agenda, where members can read it.
agenda-preview-changed = Nothing is saved yet. If you use it, members read it like this.
agenda-removed = **“{ $title }” is not on the agenda any more.** For 15 minutes you can put it back.

agenda-pauses-title = ### Arriving early, and the break
agenda-early-off = No room is open before the meeting.
agenda-rest-after = The break comes after “{ $title }”. { $proposed ->
        [yes] It is proposed there because the plan takes more than an hour.
       *[no] You have decided this.
    }
agenda-rest-off = There is no break.
agenda-rest-not-yet = A break stands between two items. There are not two yet.
agenda-pauses-why = Both are proposals, without a task and without the bot. What you decide is kept.

agenda-groups-title = ### How the minutes fall
agenda-share = { $key ->
        [lay] { people-group-lay }
        [clinical] { people-group-clinical }
        [managerial] { people-group-managerial }
        [commissioning] { people-group-commissioning }
        [academic] { people-group-academic }
        [voluntary] { people-group-voluntary }
       *[words] { $words }
    }: { $minutes ->
        [0] **no minutes**
        [1] 1 minute
       *[other] { $minutes } minutes
    }
agenda-share-none = No role group in particular: { $minutes ->
        [1] 1 minute
       *[other] { $minutes } minutes
    }
agenda-groups-hint = This counts what the agenda plans, for groups only. It does not say who speaks.

agenda-ask-preview = **This is what each member of the steering group would read.** Nothing was sent yet.
agenda-ask-follows = It goes to each of them once, when messages may come. It counts as one of the messages that they can get in a week. You do not see who has answered.
agenda-asked = **The steering group is asked.** On the agenda you see when it has agreed. If somebody would change something, you read it in your channel.
agenda-wish-came = **{ $name } is in the steering group, and would change something in the plan for “{ $title }”.**

agenda-invite-intro = **This is a draft. The bot does not send it.** Copy it, put in whom to ask, and send it yourself.
agenda-invite-form = The invitation
agenda-invite-box = The text
agenda-invite-box-hint = Copy it from here. What you change is kept for 15 minutes.
agenda-invite-hello = Hello,
agenda-invite-title = Please come to our meeting “{ $title }”.
agenda-invite-when = It is on { $weekday ->
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
    } { $year }, from { $time } to { $until } ({ $zone }).
agenda-invite-where-channel = We meet on Discord, in the voice channel “{ $room }”.
agenda-invite-where-words = We meet here: { $where }.
agenda-invite-where-link = We meet online: { $link }
agenda-invite-where-both = We meet here: { $where }. The link is { $link }
agenda-invite-where-unknown = We will tell you later where we meet.
agenda-invite-early = From { $time }, a room is open if you want to arrive early. Nothing is asked of you there.
agenda-invite-about = This is what we plan:
agenda-invite-item = – { $title }
agenda-invite-item-open = – { $title }. You can still change: { $open }
agenda-invite-wanted = We would like to hear from people who:
agenda-invite-condition = – live with a long illness
agenda-invite-services = – use health or social care
agenda-invite-caring = – look after someone
agenda-invite-research = – have taken part in research
agenda-invite-come = Will you come? On Discord, press “I’m coming” below the message about this meeting. Or tell [name].
agenda-invite-ask = If you have a question, ask [name], [phone or e-mail].
