# Proposals for the glossary. Members read it: short sentences, plain words, reading age 9 to 11.

proposal-button-simpler = I know a simpler way to say it
proposal-button-add = Add a word
proposal-button-list = Words that were proposed
proposal-button-take-back = Take it back
proposal-button-before = Page before
proposal-button-after = Next page
proposal-button-desk = Back to the glossary
proposal-button-waiting = Proposals that wait
proposal-button-word = Open the word
proposal-button-apart = Take it apart again
proposal-button-take = Take it
proposal-button-together = Put it together with another
proposal-button-decline = Not this one
proposal-button-back = Back to the proposal
proposal-button-with = With { $number }
proposal-button-see = See them
proposal-button-word-of = New word: { $name }
proposal-button-meaning-of = Simpler: { $name }

# The form

proposal-form-word-title = Add a word
proposal-form-meaning-title = A simpler way to say it
proposal-form-promise = Nobody in this community can see who wrote it, unless you put your name to it. Everybody can read it in the list of words that were proposed. Somebody who looks after the words says yes or no.
proposal-form-name = The word
proposal-form-name-hint = As people say it. Put its letters after it, if it has some: Care budget (CB)
proposal-form-plain = How you would say it
proposal-form-plain-hint = One or two short sentences. It need not be perfect.
proposal-how = Do you want your name with it?
proposal-how-hint = Without your name, nobody in this community can see who wrote it.
proposal-how-anonymously = Anonymously
proposal-how-named = With my name

proposal-said = **Thank you.** What you wrote about “{ $name }” is safe. Nobody in this community can see who wrote it. It goes on a list that everybody can read, and somebody who looks after the words says yes or no. To read the answer later, press **All words**, then **Words that were proposed**.
proposal-said-waits = **Waiting.** Your words for “{ $name }” go to those who look after the words, by { $at } at the latest.
proposal-done = **Thank you.** “{ $name }” is on the list, with your name: { $by }. Somebody who looks after the words reads it, and says yes or no. You find the answer under **Words that were proposed**.
proposal-taken-back = It is taken back. Nothing is kept of it.

# What everybody reads

proposal-list =
    ## Words that were proposed{ $of ->
        [1] {""}
       *[other] {" "}({ $page } of { $of })
    }
proposal-list-nothing = Nobody has proposed a word yet. You can be the first.
proposal-word = **A new word: { $name }**
    “{ $plain }”
proposal-meaning = **A simpler way to say: { $name }**
    “{ $plain }”
proposal-by = Proposed by: { $by }
proposal-out = **A proposal.** Its words were taken out.
proposal-fate-waits = It waits for an answer.
proposal-fate-taken = It was taken. It is in the glossary now.
proposal-fate-changed = It was taken, with some changes. It is in the glossary now.
proposal-fate-together = It was put together with another one for the same word.
proposal-fate-declined = It was not taken this time.
proposal-reason = Why: { $reason }

# What those read who look after the words

proposal-waiting = { $number ->
        [0] No proposals wait.
        [one] One proposal waits. Press it to read it.
       *[other] { $number } proposals wait. Press one to read it. (Page { $page } of { $of })
    }
proposal-now = Now it says: “{ $plain }”
proposal-also = Put together with it: “{ $plain }”
proposal-held = Only facilitators can see this one. If you change its words before you take it, nobody else reads what stood there.
proposal-take-word-title = Take the word
proposal-take-meaning-title = Take the meaning
proposal-take-reason-hint = Everybody can read it in the list of proposals. Please write no names.
proposal-decline-title = Not this one
proposal-decline-intro = Everybody can read your reason, and whoever wrote it reads it, too. Please be kind. Thank them, and say what would help.
proposal-decline-intro-held = Everybody can read your reason, and whoever wrote it reads it, too. Please be kind. Thank them, and say what would help. The words of this one are taken out for good: nobody else has seen them.
proposal-decline-reason = Why not?
proposal-decline-reason-hint = Such as: Thank you. We have this word already, under another name.
proposal-decline-words = Do its words stay in the list?
proposal-decline-words-hint = Take them out if they hurt somebody, or name somebody.
proposal-decline-show = Yes, everybody can read them
proposal-decline-out = No, take them out for good
proposal-kept = That is kept. Everybody can read it under **Words that were proposed**.
proposal-meanwhile = This one has its answer: someone was first. Nothing was changed.
proposal-no-others = There is no other proposal for this word.
proposal-others = Which one is it put together with? It then gets the same answer.
proposal-other = **{ $number }.** “{ $plain }”
proposal-some-wait = { $number ->
        [one] **One new or simpler word waits.** Whoever wrote it would like to know what you think of it.
       *[other] **{ $number } new or simpler words wait.** Those who wrote them would like to know what you think.
    }

error-proposal-empty = A box is empty. Nothing was sent. Write something in each box, and send it again.
error-proposal-long = That has { NUMBER($length, useGrouping: 0) } characters, and { $most } is the most. Nothing was sent. Make it shorter, and send it again.
error-proposal-many = Many words of yours are waiting already. Nothing was sent. Wait until some of them have an answer, or take one back.
error-proposal-full = Thank you for wanting to help. So many words wait for an answer here that yours would wait for long. Nothing was sent. Please keep your words, and send them again in some weeks.
error-proposal-not-joined = To put your name to it, you have to join first. Nothing was sent. Press **More** on the panel, then **Join this community**. Then send it again.
error-proposal-gone = This proposal is not here any more. Nothing was changed. Press **Words that were proposed** to see what is there.
error-proposal-decided = This proposal has its answer already. Nothing was changed. Press **Words that were proposed** to read it.
error-editors-only = This is for facilitators, and for members who look after the words. Nothing was changed. If you would like to help, tell a facilitator.
error-standing-words = Please say in words how much time it takes in a month, and what is paid. If nothing is paid, write that: This role is not paid. Nothing was sent.
