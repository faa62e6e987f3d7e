# What is kept about somebody, and having it erased. What members read: short sentences, plain words.

command-mydata = See what the bot keeps about you, save it, or erase it

privacy-button-file = Save as a file
privacy-button-theirs = All that is kept
privacy-button-erase = Erase everything
privacy-button-erase-now = Yes, erase everything
privacy-button-keep = No, keep it
privacy-button-more = Show more
privacy-button-back = Back
privacy-button-report = Privacy
privacy-button-periods = Change how long

# What takes the place of a name in a message that waits to be sent.
privacy-someone = someone who has left

privacy-nothing = **The bot keeps nothing about you in this community.** You have not joined, and nothing here can be linked to you.
privacy-title =
    ## What the bot keeps about you
    This is page { $page } of { $of }. Only you can see it.
# A heading for each feature that keeps something.
privacy-section = **{ $name ->
        [people] About you
        [attending] Meetings that you answered about
        [wishes] What you proposed to talk about, under your name
        [hands] Your hand in a meeting
        [presence] Meetings that you were at
        [questions] What you asked, as far as it can still be linked to you
        [contacts] You and your named contact
        [standing-roles] Roles that you were offered or have
        [nudges] Messages to you
        [meetings] Meetings
        [sittings] When meetings took place
        [agenda] What meetings were about
        [events] Meetings in the server’s list of events
        [chairing] Where meetings stood with their agenda
        [record] Records of meetings
        [preparation] Your way to the first meeting
        [glossary] Words that you wrote or changed in the glossary
        [proposals] Words that you proposed under your name, or decided on
        [invitations] Your invitation
        [words] Your word with a person
        [offers] Roles that you offered to others
        [stumbles] Words that you looked up, until these three months are over
       *[other] { $name }
    }**
# One kept thing. A new one gets a name here.
privacy-row = { $key ->
        [id] Your number in this bot
        [community] The number of this server
        [account] Your Discord account
        [joined-on] The day you joined
        [roles] Your roles in this server
        [checked-at] When Discord last told the bot about you
        [name] Your name
        [groups] Your role groups
        [organisation] Your organisation
        [zone] Your time zone
        [hours] When messages may come
        [needs] What you need to take part
        [own-words] What you need, in your own words
        [apart] Who you would rather not share a room with
        [permission] Who wrote down that you agreed
        [contact] Your named contact
        [pause] Your pause of messages
        [left-on] The day you were found to have left
        [waiting] A question that waits to come out
        [questions] A question of yours
        [text] Its words
        [quote] The message that it is about
        [number] Its number
        [state] How far it is
        [wondered-about] Questions that you wondered about too
        [paused-until] Your questions go to facilitators first, until
        [answered-under-your-name] Questions that you answered under your name
        [asked-to-answer] Questions that you were asked to answer
        [invited-by] Who put you on a list
        [invited-until] The last day of your invitation
        [is-contact] You are a named contact
        [reads-messages] When you read messages
        [has-cover] Someone stands in for you
        [words] What was written
        [sent] When you sent it
        [seen] The day it was seen
        [to-print-or-say] Something to print or say to you
        [kind] What kind it is
        [due] By when
        [done] The day it was done
        [said] What it says
        [takes-part] How you take part
        [standing-roles] A role that you were offered or have
        [offered-by-you] A role that you offered
        [role] Which role
        [time] The time it takes
        [payment] What is paid
        [offered-on] The day it was offered
        [messages-waiting] A message that waits for you
        [not-before] It comes after
        [sent-on] Days on which messages came
        [could-not-reach-me] A message that could not reach you
        [kept-on] The day it was kept
        [first-meeting] Your first meeting
        [cards-sent] A card that came to you
        [card] Which card
        [came-on] The day it came
        [cards-done] Cards that you marked as done
        [call] How far your call is
        [call-booked] When your call is
        [times-offered] Times for calls that you offered
        [glossary-changes] Something that you did in the glossary
        [word] The word
        [changed-on] The day you did it
        [reason] Why, as you wrote it
        [plain] The plain meaning that you wrote
        [precise] The precise meaning
        [example] The example
        [shown-name] Your name, as it is shown with it
        [glossary-files] Words that you took in from a file
        [day] The day
        [words-taken-in] How many words
        [shows-your-name] Words that show your name
        [words-looked-up] Words that you looked up
        [words-proposed] A word that you proposed under your name
        [words-decided] A proposal that you decided on
        [decided-on] The day you decided
        [meeting-replies] A meeting that you answered about
        [meeting] What it is called
        [meeting-starts] When it begins
        [meeting-reply] What you said
        [items-proposed] Something that you proposed to talk about
        [item] What you proposed
        [item-why] Why it matters
        [hand-is-up] Your hand is up, in the meeting that is on
        [hand-was-called] It is your turn to speak
        [meetings-here] A meeting at which you said that you are here
        [meeting-began] When it began
       *[other] { $key }
    }: { $value ->
        [True] yes
        [False] no
       *[other] { $value }
    }
privacy-unlinked = **What is not here:** what nobody can link to you. An anonymous question stays in the channel after you have read its answer. The bot does not know any more that it was yours. It goes when its time is up.
privacy-host = Whoever runs the bot’s computer may have a backup. If one is used, what you erased is erased again.
privacy-discord = Discord keeps your account, and what you typed in this server. The bot cannot erase that. You can ask Discord.
privacy-file = Here is all of it, as a file for a computer. It holds what you wrote, so keep it safe.
privacy-theirs = Here is all that the bot keeps about this person, as a file. You can print it for them. It may hold questions that they asked without their name, so keep it safe.

privacy-erase-title = ## Erase everything about you?
privacy-erase-goes = **What goes, at once:** that you joined, your role group, and all that you said about yourself. Your named contact and your roles in meetings go, too. So do messages that wait for you, an invitation, and what you wrote to a person here.
privacy-erase-stays = **What stays, without you:** an anonymous question, as no one’s. A number, such as how many took part. Your place in this server, and what you typed in its channels.
privacy-erase-for-good = There is no way back. No one else is told. If you only want no messages, you can pause them.
privacy-erased = **Everything about you is erased.** The bot keeps nothing that leads to you.
privacy-erased-again = You are still in this server, and you can still ask. If you want to join again, press **More** on the panel, then **Join this community**.

privacy-report-title = ## Privacy
privacy-report-periods =
    What members did is kept for { $forget } days, unless a part of the bot says less.
    Somebody who has left this server is erased after { $gone } days.
privacy-report-nothing = In the last { $days } days nothing was old enough to be removed.
privacy-report-removed = Removed by night in the last { $days } days:
privacy-report-went = { $kind ->
        [gone] People who had left
        [people] About members
        [questions] About questions
        [contacts] Words with named contacts, and lists of what to print or say
        [standing-roles] Offers of roles
        [nudges] Messages
        [meetings] Meetings
        [sittings] When meetings took place
        [agenda] What meetings were about
        [events] Meetings in the server’s list of events
        [chairing] Where meetings stood with their agenda
        [preparation] Times for calls
        [wishes] Proposed items that have their answer
        [glossary] Who changed words in the glossary
        [invitations] Invitations
       *[other] { $kind }
    }: { $count ->
        [few] a few
       *[other] { $count }
    }
privacy-report-own = Each member can see and erase what is kept about them: they type /mydata.
privacy-periods-title = How long things are kept
privacy-periods-gone = Days after somebody left
privacy-periods-gone-hint = Then they are erased. Until then, coming back brings everything back. 1 to 365.
privacy-periods-forget = Days for which things are kept
privacy-periods-forget-hint = What was done longer ago is removed by night. 30 to 3650.
