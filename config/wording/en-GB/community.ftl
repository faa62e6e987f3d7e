# The pause of everything

community-button-pause = Pause everything
community-button-stop = Pause everything now
community-button-reword = Change the words
community-button-leave = Do not pause
community-button-stay = Stay paused

community-pause-title = Pause everything
community-pause-intro = Everybody will read your words in the questions channel. You see them once more before anything happens.
community-pause-words = What everybody reads
community-pause-words-hint = Such as: why, for how long, and who to turn to
community-pause-preview = **Nothing has happened yet.** This is what everybody will read in the questions channel:
community-pause-effect =
    From then on the bot sends no messages that nobody asked for. That lasts until a facilitator presses **Go on**.
    Members can still ask, and can still reach their named contacts. To end the pause, press **Pause everything** again.
community-paused = **Everything is paused.** Your words are on their way to the questions channel. To go on, press **Pause everything** again.
community-is-paused = **Everything has been paused since { $since }.** This is what everybody reads:
community-resume-preview =
    If you press **Go on**, messages can come again. What fell into the pause is not sent.
    You will see the dates that have passed, so that you can change them.
community-stays-paused = Nothing was changed. Everything stays paused.
community-not-paused = Nothing was changed. Nothing is paused.
community-resumed = **Everything goes on.** What fell into the pause will not be sent. The message in the questions channel says that you go on.
community-past-dates = These dates have passed. Press one to change it.
community-more-dates =
    { $count ->
        [one] One more date has passed.
       *[other] { $count } more dates have passed.
    } You find all of them in their own lists.

community-card = ## We are having a pause
community-card-works =
    This pause began on { $since }. The bot sends you no messages until it ends.
    You can still ask. Your named contact is still there for you.
community-card-resumed =
    ## We go on
    The pause ended on { $now }. What fell into the pause is not sent later.

# Setting a community up. Facilitators and those who look after the server read this.

command-setup = Set your community up, or change how it is set up

community-button-setup = Set up
community-button-go-on = Go on
community-button-back = Back to the list
community-button-skip = Skip for now
community-button-right = This is right
community-button-change = Change
community-button-fill-in = Fill in
community-button-try-again = Try again
community-button-group = { $name }
community-button-add-group = Add a group
community-button-make = Yes, all of this
community-button-make-needed = Only what is needed
community-button-existing = Use existing ones
community-button-undo = Take back what was made
community-button-delete = Take these back
community-button-delete-all = Delete those with messages too
community-button-keep = Keep everything
community-button-people = Choose people
community-button-host-yes = Yes, takes part
community-button-host-no = No, only runs it
community-button-question-settings = Question settings
community-button-post = Post the panels
community-button-post-again = Post them again
community-button-check-again = Check again

# What the steps are called, on the buttons of the list.
community-button-groups = Groups of people
community-button-server = Channels and roles
community-button-facilitators = Facilitators
community-button-host = Who runs the bot
community-button-place = Time and place
community-button-times = Times for messages
community-button-questions = How questions go out
community-button-safety = Safety
community-button-basis = Lawful basis
community-button-panels = Panels
community-button-check = Check everything

community-setup = ## Set your community up
community-setup-how =
    Press **Go on** to do the next thing. You can stop at any time. What you did stays.
    You can come back later, and another facilitator can go on for you.
community-line-groups = **1. Groups of people.** { $state ->
        [done] Done.
        [later] Left for now.
       *[missing] Not done yet. Say what your groups are called.
    }
community-line-server = **2. Channels and roles.** { $state ->
        [done] Done.
        [later] Left for now. Nothing can begin without them.
       *[missing] Not done yet. You see a list before anything is made.
    }
community-line-facilitators = **3. Facilitators.** { $state ->
        [done] Done.
        [later] Left for now.
       *[missing] Not done yet. Say who answers questions.
    }
community-line-host = **4. Who runs the bot.** { $state ->
        [done] Done.
        [later] Left for now.
       *[missing] Not done yet. Say whether this person takes part, too.
    }
community-line-place = **5. Time and place.** { $state ->
        [done] Done.
        [later] Left for now.
       *[missing] Not done yet. Say which time zone and which bank holidays count.
    }
community-line-times = **6. Times for messages.** { $state ->
        [done] Done.
        [later] Left for now.
       *[missing] Not done yet. Say when the bot may send messages that nobody asked for.
    }
community-line-questions = **7. How questions go out.** { $state ->
        [done] Done.
        [later] Left for now.
       *[missing] Not done yet. Say how soon, and who sees them.
    }
community-line-safety = **8. Safety.** { $state ->
        [done] Done.
        [later] Left for now. Please do it before your first meeting.
       *[missing] Not done yet. Name a safeguarding lead, and say what you do about a threat.
    }
community-line-basis = **9. Lawful basis.** { $state ->
        [done] Done.
        [later] Left for now.
       *[missing] Not done yet. Say why your organisation may keep data about members.
    }
community-line-panels = **10. Panels.** { $state ->
        [done] Done.
        [later] Left for now. Nobody can ask without them.
       *[missing] Not done yet. They are the messages with the buttons.
    }
community-line-check = **11. Check everything.** { $state ->
        [done] Done.
        [later] Left for now.
       *[missing] Press it at the end. It says what works and what does not.
    }

community-saved = **Saved.**
community-skipped = **Left for now.** You find it in the list.
community-server-first = This comes later. First make the channels and roles, or choose them.

## Groups of people

community-groups-title = ### 1. Groups of people
community-groups-text = These are the groups that people choose from when they join. Press a group to change its words. A name can hint at a health condition. If you can, choose words that do not.
community-group-lay = - { $name }
community-group-professional = - { $name } (professional members)
community-group-name-lay = Patient and public members
community-group-name-clinical = Clinicians
community-group-name-managerial = Managers
community-group-name-commissioning = Commissioners
community-group-name-academic = Researchers
community-group-name-voluntary = Voluntary sector
community-form-group-title = A group of people
community-form-add-group-title = One more group of people
community-form-words = What is it called?
community-form-words-hint = A few words, 40 letters at most.
community-form-side = Which side is it on?
community-form-side-hint = Small groups are protected by counting the two sides apart.
community-side-lay = Patient and public members
community-side-professional = Professional members
community-form-role = Its Discord role
community-form-role-hint = You can leave this empty. The bot can make one in step 2.

## Channels and roles

community-server-title = ### 2. Channels and roles
community-server-text = Nothing is made before you say yes. All of it can be taken back.
community-server-there = This is what your community uses.
community-server-lay = Only their role can see the space for patient and public members. The bot shuts itself out, so it never reads there. The server’s owner and administrators can still see it. Only you can delete it later, by hand.
community-channel-questions = questions
community-channel-facilitators = facilitators
community-channel-joining = welcome
community-channel-lay = patients-and-public
community-channel-room = Meeting room
community-role-facilitators = Facilitators
community-item-there = - { $kind ->
        [role] The role
        [group] The role
       *[other] The channel
    } **{ $name }** is there.
community-item-found = - { $kind ->
        [role] A role
        [group] A role
       *[other] A channel
    } like **{ $name }** is there already. It would be used.
community-item-make = - { $kind ->
        [role] The role **{ $name }** would be made. It allows nothing by itself.
        [group] The role **{ $name }** would be made. It allows nothing by itself.
        [channel-questions] The channel **{ $name }** would be made. Everybody sees it.
        [channel-joining] The channel **{ $name }** would be made. Everybody sees it. People join there.
        [channel-lay] The channel **{ $name }** would be made. Only patient and public members see it.
        [channel-room] The voice channel **{ $name }** would be made. Everybody can go in. You can meet there, or somewhere else.
       *[other] The channel **{ $name }** would be made. Only facilitators see it.
    }
community-item-twice = - { $kind ->
        [role] Two or more roles are called like **{ $name }**. I cannot know which one you mean. Press **Use existing ones** and choose one.
        [group] Two or more roles are called like **{ $name }**. I cannot know which one you mean. Choose one in step 1.
       *[other] Two or more channels are called like **{ $name }**. I cannot know which one you mean. Press **Use existing ones** and choose one.
    }
community-item-open = - A channel like **{ $name }** is there, but everybody can see it. So it is not used. Make it private and come back, or give it another name.
community-item-closed = - A channel like **{ $name }** is there, but I cannot see it. So it is not used. Let my role see it and come back, or give it another name.
community-made = **Done.** It is there now.
community-begun = Somebody has begun to set this community up. Any facilitator can go on. Press **Set up** to see what is done, and what is missing.
community-form-existing-title = Use existing ones
community-form-leave-empty = Leave it empty to keep what is there.
community-form-facilitators-role = The facilitators’ role
community-form-questions = The channel for questions
community-form-facilitators = The channel for facilitators
community-form-joining = The channel for joining
community-form-lay = For patient and public members

community-undo-title = ### Take back what was made
community-undo-going = - **{ $name }** would be deleted.
community-undo-staying = - **{ $name }** stays, because people have written there.
community-undo-by-hand = - **{ $name }** stays. The bot cannot see it, so only you can delete it, by hand.
community-undo-nothing = There is nothing that the bot can take back.
community-taken-back = **Taken back.**

## Facilitators

community-facilitators-title = ### 3. Facilitators
community-facilitators-text = Facilitators read and answer questions. They need the facilitators’ role. Choose at least two people, and do not forget yourself. If they have the role already, press **This is right**.
community-form-people-title = Facilitators
community-form-people = Who becomes a facilitator?
community-form-people-hint = They get the facilitators’ role.
community-given = **Done.** { $count ->
        [one] One person has
       *[other] { $count } people have
    } the facilitators’ role now.
community-given-none = You chose nobody. Nothing was changed.

## Who runs the bot

community-host-title = ### 4. Who runs the bot
community-host-text = Somebody runs the computer that the bot is on. Does this person also take part here, as a facilitator or a member? If so, everybody who asks can read it under **What can anyone find out?**
community-host-unsaid = Nobody has said yet.
community-host-yes = You said: this person also takes part.
community-host-no = You said: this person does not take part.

## Time and place

community-place-title = ### 5. Time and place
community-place-text = The time zone is **{ $zone }**. The bank holidays are those of **{ $nation ->
        [england] England
        [wales] Wales
        [scotland] Scotland
        [northern_ireland] Northern Ireland
       *[elsewhere] another country ({ $country })
    }**. Nothing that nobody asked for is sent on them.
community-form-place-title = Time and place
community-form-nation = Whose bank holidays count?
community-form-nation-hint = No reminders come on these days.
community-nation-england = England
community-nation-wales = Wales
community-nation-scotland = Scotland
community-nation-northern-ireland = Northern Ireland
community-nation-elsewhere = Another country
community-form-zone = Time zone
community-form-zone-hint = Such as Europe/London or Europe/Dublin.
community-form-country = If it is another country: which?
community-form-country-hint = Two letters, such as IE for Ireland.

## Times for messages

community-times-title = ### 6. Times for messages
community-times-text = Messages that nobody asked for come from { $begin } to { $end }, on these days: { $monday ->
        [yes] Monday
       *[no] {""}
    } { $tuesday ->
        [yes] Tuesday
       *[no] {""}
    } { $wednesday ->
        [yes] Wednesday
       *[no] {""}
    } { $thursday ->
        [yes] Thursday
       *[no] {""}
    } { $friday ->
        [yes] Friday
       *[no] {""}
    }. Nobody gets more than { $week } a week and { $month } a month. You can choose less. Each member can choose less, too.
community-form-times-title = Times for messages
community-form-days = On which days?
community-form-days-hint = Never at weekends or on bank holidays.
community-form-begin = From when?
community-form-begin-hint = 9:00 is the earliest.
community-form-end = Until when?
community-form-end-hint = 18:00 is the latest.
community-form-week = How many a week at most?
community-form-week-hint = For each member.
community-form-month = How many a month at most?
community-form-month-hint = For each member.
community-count-0 = None
community-count-1 = One
community-count-2 = Two
community-count-3 = Three
community-day-0 = Monday
community-day-1 = Tuesday
community-day-2 = Wednesday
community-day-3 = Thursday
community-day-4 = Friday

## How questions go out

community-questions-title = ### 7. How questions go out
community-questions-text = This is what holds now. To change it, a facilitator presses **Question settings**. Then come back here and press **This is right**.

## Safety

community-safety-title = ### 8. Safety
community-safety-text = Everybody who asks can read this. Agree on it with your organisation.
community-safety-no-trace = **Nobody can trace who asked a question.** So nobody can send help to that person. Askers are told this, too.
community-safety-nobody = No safeguarding lead is named yet.
community-safety-lead = The safeguarding lead is { $lead }.
community-safety-hours = They are there: { $hours }.
community-safety-cover = When they are away, this is { $cover }.
community-safety-urgent = Your own lines for urgent help:
community-safety-threats = What you do about a threat, or a risk to somebody’s life:
community-safety-threats-none = You have not said yet what you do about a threat, or a risk to somebody’s life.
community-form-safety-title = Safety
community-form-lead = Who is the safeguarding lead?
community-form-lead-hint = A name, and how to reach them.
community-form-hours = When are they there?
community-form-hours-hint = Such as: Monday to Friday, 9 to 5.
community-form-cover = Who covers for them?
community-form-cover-hint = A name, and how to reach them.
community-form-urgent = Where is urgent help?
community-form-urgent-hint = Leave it empty for 999, 111 and Samaritans.
community-form-threats = What do you do about a threat?
community-form-threats-hint = Or about a risk to life: who acts, and how soon.

## Lawful basis

community-basis-title = ### 9. Lawful basis
community-basis-text = An organisation needs a lawful basis to keep data about people. Ask the person who looks after data protection for the words. Members read them when they join.
community-basis-said = These are your words:
community-basis-none = Nothing is written down yet.
community-form-basis-title = Lawful basis
community-form-basis = Why may your organisation keep this?
community-form-basis-hint = Such as: our public task, UK GDPR Article 6(1)(e).

## Panels

community-panels-title = ### 10. Panels
community-panels-text = Panels are messages with buttons. One is for everybody, in the channel for questions. One is for facilitators, in their channel. In the channel for joining, people can join.
community-panels-on-their-way = The panels are on their way. Press **Check everything** in a minute.
community-panels-there = The panels are there.

## The check

community-check-title = ### 11. Check everything
community-check-green = **Everything works.** Your community is ready for its first meeting.
community-check-wrong = **{ $count ->
        [one] One thing is
       *[other] { $count } things are
    } not right yet.** Mend what is named here. Then press **Check again**.
community-check-works = **This works:**

## What cannot be done

community-refused-manage-channels = I am not allowed to make channels. Nothing was made. Open Server Settings, then Roles, then my role, and switch on “Manage Channels”. Then press **Try again**.
community-refused-manage-roles = I am not allowed to make or give roles. Nothing was changed. Open Server Settings, then Roles, then my role, and switch on “Manage Roles”. Then press **Try again**.
community-refused-basics = I am not allowed to see channels, write in them and read back in them. Nothing was made. Open Server Settings, then Roles, then my role, and switch on “View Channels”, “Send Messages” and “Read Message History”. Then press **Try again**.
community-refused-role-high = My role is too low. I cannot give the role “{ $role }”, because it is above mine. Open Server Settings, then Roles, and drag my role above it. Then press **Try again**.
community-refused-not-allowed = Discord did not let me do that. What was made before is kept. Open Server Settings, then Roles. My role needs “Manage Channels” and “Manage Roles”, and must be above the others. Then press **Try again**.
community-refused-no-access = I cannot see that channel, so I cannot change it. What was done before is kept. Let my role see it, or change it by hand.
community-refused-many-channels = This server has as many channels as Discord allows. What was made before is kept. Delete one that nobody needs, or press **Use existing ones**.
community-refused-many-roles = This server has as many roles as Discord allows. What was made before is kept. Delete one that nobody needs, or press **Only what is needed**.
community-refused-no-member = Somebody whom you chose is not in this server any more. Nobody else lost anything. Choose again.
community-refused-no-role = The role is not there any more. Go back to step 2 and make it, or choose another.
community-refused-form = Discord did not take that name. Nothing more was made. Give the group other words in step 1. Then press **Try again**.
community-refused-not-now = Discord does not answer just now. What was done before is kept. Please try again in a minute.
community-refused-role-first = The channel { $channel } needs a role that may see it. That role is not there yet. Choose which role it is, with **Use existing ones** or in step 1. Then press **Try again**.
community-refused-twice = Each channel can be used for one thing only. Nothing was changed. Choose another.
community-refused-open = Everybody can see this channel, so it cannot be used for facilitators, or for patient and public members. Nothing was changed. Make it private first, or choose another.
community-refused-first = This comes later. Nothing was changed. First do step 2.
community-refused-zone = I do not know this time zone. Nothing was changed. Type it like Europe/London.
community-refused-country = I do not know this country. Nothing was changed. Type two letters, such as IE for Ireland.
community-refused-time = That must be a time of day, such as 9:00 or 17:30. Nothing was changed.
community-refused-quiet = Messages may come from Monday to Friday, from 9:00 to 18:00 at most. Choose one day at least, and an end that is after the beginning. Nothing was changed.
community-refused-long = That is too long. It may have { $most } letters at most. Nothing was changed.
community-refused-groups = There are { $most } groups already. That is the most. Nothing was changed.
community-refused-words = A group needs a name. Nothing was changed.
community-refused-same = Another group is called so, or has this role. Nothing was changed.
