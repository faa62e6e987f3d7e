# Joining, what members say of themselves, and members without Discord.
# What members read: short sentences, plain words, reading age 9 to 11.

people-button-join = Join this community
people-button-confirm = Join
people-button-not-now = Not now
people-button-decline = No, delete this
people-button-leave = Leave
people-button-leave-yes = Yes, leave
people-button-stay = No, I stay
people-button-me = About me
people-button-group = My role group
people-button-place = Organisation and time zone
people-button-hours = When messages come
people-button-pause = Pause messages
people-button-pause-week = For a week
people-button-pause-meeting = Until the next meeting
people-button-pause-good = For good
people-button-start = Start messages again
people-button-needs = What I need
people-button-apart = Not in my room
people-button-apart-add = Add people
people-button-apart-remove = Take people off
people-button-apart-clear = Clear this list
people-button-tell = Tell my named contact
people-button-word = I’d like a word
people-button-inbox = What could not reach me
people-button-data = My data
people-button-members = Add members
people-button-list = Invite from a list
people-button-back-one = Take one back
people-button-back-all = Take all back
people-button-back-yes = Yes, take all back
people-button-send = Invite { $count }
people-button-never = Never mind
people-button-without = Members without Discord
people-button-without-list = Back to the list
people-button-add-without = Add a member
people-button-without-pick = Open one
people-button-more = More
people-button-change = Change
people-button-without-needs = What they need
people-button-without-leave = They leave
people-button-without-erase = Yes, erase their data

command-me = See and change what this community knows about you

# Role groups

people-lay-patient = Patient
people-lay-carer = Carer
people-lay-user = Someone who uses services
people-lay-public = Member of the public
people-group-lay = Patient or public member
people-group-clinical = Clinical
people-group-managerial = Managerial
people-group-commissioning = Commissioning
people-group-academic = Academic
people-group-voluntary = Voluntary sector
people-group-none = I’d rather not say
people-group = { $main ->
        [yes] Role group
       *[no] Also
    }: **{ $key ->
        [lay] { people-group-lay }
        [clinical] { people-group-clinical }
        [managerial] { people-group-managerial }
        [commissioning] { people-group-commissioning }
        [academic] { people-group-academic }
        [voluntary] { people-group-voluntary }
        [none] { people-group-none }
       *[words] { $words }
    }**

# Joining. What is kept, and why: four sentences, no more.

people-offer = **If you join, the bot keeps your account, your roles here, the day, and what you say about yourself.** It needs this to send you messages about this group, and joining means that you want them. The legal reason for keeping it (“lawful basis”) comes from your organisation, not from this yes. You can leave with one press, and you can ask and look words up without joining.
people-offer-basis = Your organisation says about its legal reason:
people-invited = **Someone has put this in for you. It is locked, and it goes if you do not want it:**
people-invited-choose = Press **Join** to look at it, change it, and join. Press **No, delete this** and it is gone. Nobody is told.
people-form-title = Join this community
people-form-agree = You agree to get messages about this group. You can stop them at any time.
people-form-group = What is your part here?
people-form-group-hint = Choose what fits best. You can change it later.
people-form-organisation = Your organisation, if you have one
people-form-organisation-hint = You can leave this empty.
people-form-contact = Keep the named contact chosen for you?
people-form-contact-hint = A named contact is the person you can turn to. Take the tick away to have none yet.
people-form-yes = Yes, keep this person
people-joined = **You joined this community on { $day } { $month ->
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
    } { NUMBER($year, useGrouping: 0) }.**
people-agreed =
    You agreed to get messages about this group. To stop them, press **Pause messages** below any of them.
    Press **About me** to say more about yourself, or to choose when messages come. Press **Leave** to leave.
people-role-seen = Your role group also shows here as a Discord role. Others can see that.
people-not-now = That is fine. Nothing was kept. If you want to join later, press **More** on the panel, then **Join this community**.
people-declined = It is gone. Nobody is told. If you want to join later, press **More** on the panel, then **Join this community**.
people-leave-first = **Do you want to leave this community?**
    Then all that is kept here with your name on it is deleted. This cannot be taken back.
    You stay in this server, and you can still ask. Press **My data** to see first what is kept.
people-left = **You have left.** The bot keeps nothing about your joining any more.
    You are still in this server, and you can still ask. If you want to join again, press **More** on the panel, then **Join this community**.
people-role-refused = **I could not give the role { $role } to someone who joined.** They have joined all the same.
    Give my role the permission “Manage Roles”. In the server’s list of roles, drag my role above { $role }. Then the next one gets it.

# About me

people-me-title =
    ## About me
    Only you can see this page.
people-organisation = Organisation: **{ $words }**
people-organisation-none = Organisation: not said
people-zone = Time zone: **{ $zone }**
people-hours = The bot may send you things that you did not ask for. It does so on { $d0 ->
        [yes] Monday,{" "}
       *[no] {""}
    }{ $d1 ->
        [yes] Tuesday,{" "}
       *[no] {""}
    }{ $d2 ->
        [yes] Wednesday,{" "}
       *[no] {""}
    }{ $d3 ->
        [yes] Thursday,{" "}
       *[no] {""}
    }{ $d4 ->
        [yes] Friday,{" "}
       *[no] {""}
    }{ $d5 ->
        [yes] Saturday,{" "}
       *[no] {""}
    }{ $d6 ->
        [yes] Sunday,{" "}
       *[no] {""}
    }from { $begin } to { $end } only.
people-paused-not = Messages are not paused.
people-paused-good = **Messages are paused** until you start them again.
people-paused-until = **Messages are paused** until { $until }.
people-pause-still =
    You still get what you ask for, such as an answer. You can still ask, and talk to your named contact.
    For how long do you want this? If you press nothing, it stays as it is.
people-started = **Messages can come again.** They come at the times you chose.
people-not-joined = You have not joined this community. So nothing is kept about you, and no messages are sent to you.
people-needs-none = What I need to take part: nothing said
people-needs = What I need to take part: { $bsl ->
        [yes] { people-need-bsl }.{" "}
       *[no] {""}
    }{ $captions ->
        [yes] { people-need-captions }.{" "}
       *[no] {""}
    }{ $print ->
        [yes] { people-need-print }.{" "}
       *[no] {""}
    }{ $phone ->
        [yes] { people-need-phone }.{" "}
       *[no] {""}
    }{ $post ->
        [yes] { people-need-post }.{" "}
       *[no] {""}
    }{ $interpreter ->
        [yes] { people-need-interpreter }.{" "}
       *[no] {""}
    }
people-need-bsl = British Sign Language (BSL)
people-need-captions = Captions
people-need-print = Large print
people-need-phone = By phone
people-need-post = Papers by post
people-need-interpreter = An interpreter
people-contact = Named contact: { $who }
people-contact-none = Named contact: nobody yet
people-group-title = Your role group
people-form-more = Do you have other parts here as well?
people-form-more-hint = You can leave all of these empty.
people-place-title = Where you are
people-form-zone = Your time zone
people-form-zone-hint = A city such as London. Leave it empty to use the time of this group.
people-hours-title = When messages may come
people-hours-intro = This is for messages that you did not ask for. If a meeting is cancelled, you are told at once.
people-form-days = On these days
people-form-days-hint = Take all ticks away and empty both times to do as the group does.
people-form-begin = Not before
people-form-end = Not after
people-form-hour-hint = A time of day, such as 9:00 or 17:30
people-day-0 = Monday
people-day-1 = Tuesday
people-day-2 = Wednesday
people-day-3 = Thursday
people-day-4 = Friday
people-day-5 = Saturday
people-day-6 = Sunday
people-needs-title = What I need to take part
people-form-needs = Tick what helps
people-form-needs-hint = You can tick none. This is not about your health.
people-form-own = In your own words
people-form-own-hint = You can leave this empty.
people-apart = **Is there someone you’d rather not share a room with?** For example, someone who treats you. You need not say why.
    Nobody else can see this list. Nobody is told. When rooms are made, the bot keeps you apart if it can.
    You can tell your named contact instead. Then that person knows.
people-apart-one = • { $who }
people-apart-more = And { $count } more.
people-apart-title = Not in my room
people-apart-add = Who?
people-apart-add-hint = Nobody is told.
people-apart-remove = Who comes off the list?
people-apart-remove-hint = Nobody is told.

# Inviting many at once. Facilitators read this.

people-members =
    ## Add members
    Press **Invite from a list** to invite many people at once. It puts in the role group, the organisation and the named contact of each. They are invited, not members: each of them decides. I send them nothing. You get a text to send them.
    Press **Members without Discord** for people who have no account.
people-open-invitations = { $count ->
        [0] No invitation is open.
        [one] **1 invitation** is open.
       *[other] **{ $count } invitations** are open.
    } Each one ends after 30 days. You cannot see who has said no.
people-list-title = Invite from a list
people-list-intro = One person on each line: user name or mention, role group, organisation, named contact. Put a comma between them. Only the first is needed. The user name stands on somebody’s Discord profile, in small letters. The name that shows in chats is not enough: others can have the same. You see a preview first.
people-list-paste = Paste the list here
people-list-paste-hint = Such as: amina.yusuf, patient or public member, , owen.beckett
people-list-file = Or choose a file
people-list-file-hint = A spreadsheet, saved as “CSV UTF-8”, with the same four columns
people-can = **{ $good } can be invited, { $bad } cannot.**
people-can-then = Nothing has happened yet. Those who cannot are left out: you can mend their lines, and paste the list again.
people-none-good = Nothing has happened. Mend these lines, and paste the list again.
people-faults-more = And { $count } more lines. Mend these first, then you see the others.
people-fault-no-name = Line { $line }: there is no user name and no mention.
people-fault-not-found = Line { $line }, { $name }: nobody in this server has this user name or mention. The name that shows in chats is not enough.
people-fault-several = Line { $line }, { $name }: more than one person in this server has this name. Use a mention.
people-fault-not-asked = Line { $line }, { $name }: Discord gave no answer just now. Try this line again later.
people-fault-group = Line { $line }, { $name }: there is no such role group here.
people-fault-contact = Line { $line }, { $name }: the named contact is not found, has not joined yet, or is the same person.
people-fault-joined = Line { $line }, { $name }: has joined already.
people-fault-invited = Line { $line }, { $name }: is invited already.
people-fault-twice = Line { $line }, { $name }: stands on this list twice.
people-fault-long = Line { $line }, { $name }: one of the words is too long.
people-fault-columns = Line { $line }, { $name }: there are more than four columns.
people-fault-many = Line { $line }, { $name }: a list can have 300 people at most.
people-invited-done = { $count ->
        [one] **1 person is invited.**
       *[other] **{ $count } people are invited.**
    } Nothing was sent to them.
people-invited-skipped = { $count ->
        [one] 1 person was left out: someone else has just invited them, or they have joined.
       *[other] { $count } people were left out: someone else has just invited them, or they have joined.
    }
people-send-how = **This is a text that you can copy and send to them yourself:**
people-send-this = Hello! We would like you to be part of our community. Please go to { $channel } and press “Join this community”. You will read what is kept about you, and what we have put in for you. You can change it, or say no. If you do nothing, it is deleted after 30 days.
people-never-mind = Nobody was invited. Nothing was kept.
people-back-title = Take one invitation back
people-back-who = Whose invitation?
people-back-who-hint = They are not told.
people-back-all-first = { $count ->
        [one] **Do you want to take back 1 open invitation?**
       *[other] **Do you want to take back { $count } open invitations?**
    } What was put in for them goes, and they are not told.
people-taken-back = If there was an open invitation for this person, it is gone now. Nobody is told.
people-all-taken-back = { $count ->
        [one] 1 invitation was taken back.
       *[other] { $count } invitations were taken back.
    } What was put in is gone, and they are not told.

# Members without Discord. Facilitators and named contacts read this.

people-without = { $count ->
        [0] **There is no member without Discord here.**
        [one] **1 member without Discord**
       *[other] **{ $count } members without Discord**
    } They have a role group, a named contact, and a place in rooms and roles. Nothing is sent to them.
people-without-one = • { $name }
people-without-title = A member without Discord
people-without-who = Who?
people-without-who-hint = The members on the page you were on
people-add-title = Add a member without Discord
people-change-title = Change what is kept
people-form-name = Name
people-form-name-hint = As this person wants to be called
people-form-her-contact = Named contact
people-form-her-contact-hint = Someone who has joined. If you leave this empty, nothing changes, or it is you.
people-form-permission = Did this person say yes?
people-form-permission-hint = Ask first. Say what is kept, and that it can be erased at any time.
people-form-permission-yes = Yes, this person agreed to be added
people-without-name = ## { $name }
people-permission = Said yes. Noted by: { $by }
people-without-leave-first = **Do you want to erase all that is kept about { $name }?** This cannot be taken back.
people-without-erased = It is erased. Nothing is kept about this person any more.
