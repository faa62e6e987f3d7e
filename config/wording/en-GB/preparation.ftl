# Before the first meeting. Members read the cards: short sentences, plain words, reading age 9 to 11.

preparation-button-show = Before the first meeting
preparation-button-mine = Before my first meeting
preparation-button-back = All my cards
preparation-button-done = Done
preparation-button-question = I have a question
preparation-button-contact = My named contact
preparation-button-practise = Practise asking

# The cards, by name

preparation-name-purpose = What this group is for
preparation-name-part = Your part
preparation-name-people = Who is who
preparation-name-words = Words you will hear
preparation-name-meeting = What a meeting is like
preparation-name-practice = Try the buttons
preparation-name-payment = Payment and costs
preparation-name-talk = How did it go?
preparation-name-new = New to many
preparation-name-questioned = When patients ask you
preparation-name-asked = How are you?

preparation-card-purpose =
    ## What this group is for
    People who use health care and people who work in it meet here as equals. They look at what research has found. Then they think about what could change, and how.
    At first the aims may not be clear to you. That is normal. They get clearer from one meeting to the next, and you can help to shape them.
preparation-card-part =
    ## Your part
    You know what it is like to live with this, or to care for somebody who does. Nobody else at the table knows it as you do. That is why you were asked.
    You do not speak for all patients. You do not need to know the research. You choose what you share, and you can stop at any time.
    You may ask about anything. You may say that you see it in another way.
preparation-card-people =
    ## Who is who
    Some people here use care, or look after somebody who does. Some treat people: nurses, doctors and others. Some run a service. Some plan and pay for care: they are called commissioners. Some do research. Some work for charities.
    Facilitators run the meeting. They see to it that everyone gets a turn. Here we use first names.
preparation-card-words =
    ## Words you will hear
    Nobody knows all of these at first. If you hear another one, ask. Others wonder, too.
preparation-words =
    - **Aim**: what we want to be so in the end.
    - **Agenda**: the list of what we will talk about.
    - **Action**: a task that one of us has said they will do.
    - **Audit**: a check of how things are done here.
    - **Baseline**: how things were before we began.
    - **Board**: the people who lead a trust or a charity.
    - **Breakout**: a small group within the meeting.
    - **Care pathway**: the steps that a patient goes through.
    - **Chair**: the person who leads the meeting.
    - **Clinician**: a person who treats people, such as a nurse.
    - **Commissioner**: a person who plans care and pays for it.
    - **Consultant**: a senior doctor in a hospital team.
    - **Evidence**: what research has found out so far.
    - **Guideline**: advice on how best to treat people.
    - **Minutes**: notes of what was said, and what comes next.
    - **Outcome**: what came of it in the end.
    - **Pilot**: a small try before a big one.
    - **Primary care**: the care near your home, such as your own doctor.
    - **Referral**: when one service sends you on to the next.
    - **Stakeholder**: each person or group that it matters to.
preparation-card-meeting =
    ## What a meeting is like
    First we say hello. Then we look at what we will talk about. We often talk in small groups, and then tell the others. There is a break.
    You can keep your camera off. You can listen and say nothing. You can write in place of speaking. If you get lost, you can ask without your name.
preparation-card-practice =
    ## Try the buttons
    Here you can try out how to ask. Nobody is watching. Press **Practise asking**, type anything, and send it. **It goes nowhere.** Only you see what you typed.
preparation-card-payment =
    ## Payment and costs
    Your time is worth as much as anybody’s. This is how we pay for it:
preparation-paid-rate = **How much:** { $words }
preparation-paid-counts = **What counts:** { $words }
preparation-paid-how = **How you ask for it:** { $words }
preparation-paid-when = **When it comes:** { $words }
preparation-paid-whom = **Whom to ask:** { $words }
preparation-paid-not-yet = It is not written here yet. Please ask your named contact. You can ask before you say yes to anything.
preparation-card-talk =
    ## How did it go?
    Your first meeting is over. Thank you for coming. How was it for you? What would make the next one better?
    Your named contact would like to hear it. Press **My named contact**. If you would rather not give your name, press **I have a question**.
preparation-card-new =
    ## This is new to many people
    To sit at one table with patients is new to many people who work in health care. It takes more than one meeting to feel at ease. You need not have all the answers.
    Here patients are not cases, and they are not guests. They have the same say as you.
    Two things help: say what you mean in plain words, and wait a little before you speak.
preparation-card-questioned =
    ## When patients ask you
    Patients may ask you why care is as it is. They may tell you what went wrong for them. It may hurt to hear. It is not about you.
    You need not defend your service. You can say: “I don’t know that either.” You can say: “I will find out.” Both help more than a long answer.
preparation-card-asked =
    ## How are you?
    We ask patients how they are after a meeting. We will ask you, too. This work can be hard for you as well. What you say stays with the person you tell.
    If you would like to talk to somebody before that, press **My named contact**.

# What members press

preparation-mine = ## Before my first meeting
    These are all the cards. You can read them again at any time. Nobody sees which ones you have read.
preparation-mine-call = { $state ->
        [booked] **Your call:** { $at }.
        [done] You and your named contact have talked.
        [declined] You did not want a call. You can still have one.
       *[wanted] First, your named contact would like to call you.
    }
preparation-not-joined = You have not joined yet. So nothing is sent to you. If you join, you get a card a week before your first meeting.
preparation-done = **Noted.** Only you know this. You can read the card again at any time.
preparation-practice-title = Practise asking
preparation-practice = This is only practice. Nothing is sent, and nothing is kept.
preparation-practice-label = Your question
preparation-practice-hint = Type anything. Nobody will see it.
preparation-practised = **Nothing was sent, and nothing was kept.** This is what you typed. A real question would now wait, and come out with others, without your name.

# The call, for the member

preparation-button-times = Times for a call
preparation-button-other-times = Other times
preparation-button-call-after-all = I want a call
preparation-button-none = None of these suit me
preparation-button-no-call = I don’t want a call
preparation-button-at = { $day } { $month ->
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
    }, { $time }
preparation-times = ## A call before your first meeting
    { $name } is your named contact, and would like to call you. You can ask anything. Which time suits you? Press one. You can change your mind later.
    The clock is that of { $zone }.
preparation-times-none = There are no times to choose from just now. You get a message when there are. You need not do anything.
preparation-booked = **Your call with { $name } is booked: { $at }.**
    If it does not suit you any more, press **Other times**.
preparation-none-suit = **Thank you for saying so.** Your named contact is asked for other times. You get a message when there are some.
preparation-no-call = **That is fine. There will be no call.** You get the cards all the same.
preparation-call-off = **Your call cannot be at the time that you chose.** You did nothing wrong. You get a message with new times.

# The call, for the named contact

preparation-button-calls = My calls
preparation-button-offer = Offer times
preparation-button-offer-yes = Offer these
preparation-button-take-back = Take back free times
preparation-button-talked = We have talked ({ $number })
preparation-button-every = All cards
preparation-please = **Somebody you look after is new here.** A call with you comes before all else. Press **Offer times** to offer a few. Press **My calls** to see who it is.
preparation-again = None of your times suits { $name }. Press **Offer times** to offer others.
preparation-taken = **{ $name } has booked a call with you: { $at }.** If there was another time before, this one takes its place.
preparation-given-back = { $name } will not come to the call: { $at }. You have this time to yourself again.
preparation-calls = ## Whom you are to call
    When you have talked, press **We have talked**. Then the cards go on. They wait for a week at most.
preparation-calls-none = **Nobody is waiting for a call from you.**
preparation-waiting = { $number }. { $name }: { $state ->
        [booked] { $at }
        [ring] has no Discord, so please ring
       *[open] no time yet
    }
preparation-free = **Times that nobody has taken yet:**
    { $times }
preparation-every = ## All cards
    These are the cards for patient and public members. You can read them out, or print them.
preparation-offer-title = Offer times for a call
preparation-offer-zone = Times are those of { $zone }.
preparation-offer-times = Up to five times
preparation-offer-hint = One on each line, with a comma, such as: 14 May 2026, 10:30
preparation-offer-preview = These are the times as they were read. Nobody has seen them yet.
    { $times }
preparation-offered = **Your times have gone out.** Each can be booked once. You get a message when somebody books.
preparation-talked = **Noted.** The cards go on now.
preparation-errand-call = Call them before their first meeting. Ask what they would like to know. Then press **We have talked** under **My calls**.
preparation-errand = Print this card or read it out: { $card ->
        [purpose] What this group is for
        [part] Your part
        [people] Who is who
        [words] Words you will hear
        [meeting] What a meeting is like
        [practice] Try the buttons
        [payment] Payment and costs
        [talk] How did it go?
        [new] New to many
        [questioned] When patients ask you
       *[asked] How are you?
    }. It is under **My calls**, **All cards**.
preparation-past-call = Call on { $day }/{ $month }
preparation-revised = The named contact is asked for a new time.

# For facilitators

preparation-button-paths = Both paths
preparation-button-path = Back to the path
preparation-button-path-lay = Patient and public members
preparation-button-path-professional = Professional members
preparation-button-edit = Change
preparation-button-pay = Fill in payment
preparation-button-put = Put on the path
preparation-button-out = Take off the path
preparation-paths = ## Before the first meeting
    New members get a card a week, until their first meeting. They agreed to this when they joined. Everything is ready to use as it is. You can change it here.
preparation-path-lay = ## The path of patient and public members
preparation-path-professional = ## The path of professional members
preparation-path-call = First comes a call with the named contact. The cards wait for it, a week at most.
preparation-step = { $number }. **{ $card ->
        [purpose] What this group is for
        [part] Your part
        [people] Who is who
        [words] Words you will hear
        [meeting] What a meeting is like
        [practice] Try the buttons
        [payment] Payment and costs
        [talk] How did it go?
        [new] New to many
        [questioned] When patients ask you
       *[asked] How are you?
    }**: { $days } { $days ->
        [1] day
       *[other] days
    } { $card ->
        [talk] after
       *[other] before
    }
preparation-not-on-path = The grey buttons at the end are cards that are not on this path yet.
preparation-preview = *This is what members see:*
preparation-when = *It goes out { $days } { $days ->
        [1] day
       *[other] days
    } { $card ->
        [talk] after
       *[other] before
    } the meeting. Who joins late gets what still fits, one card a week.*
preparation-off = *It is not on this path.*
preparation-changed = **Saved.** It holds for all who have not had this card yet. You can change it back.
preparation-edit-title = Change a card
preparation-edit-days = How many days before the meeting?
preparation-edit-days-after = How many days after the meeting?
preparation-edit-days-hint = A number, such as 14
preparation-edit-own = Words of your own
preparation-edit-own-hint = They stand below ours. Leave it empty if there are none.
preparation-edit-words-hint = Your own list, in place of ours. One on each line, with its meaning.
preparation-pay-title = Payment and costs
preparation-pay-rate = How much is it?
preparation-pay-rate-hint = For example: £25 an hour
preparation-pay-counts = What counts?
preparation-pay-counts-hint = For example: meetings, reading for them, travel, care for somebody at home
preparation-pay-how = How do they ask for it?
preparation-pay-how-hint = For example: a form, which Leila sends after each meeting
preparation-pay-when = When does it come?
preparation-pay-when-hint = For example: by the end of the next month
preparation-pay-whom = Whom can they ask?
preparation-pay-whom-hint = A person, and how to reach them
