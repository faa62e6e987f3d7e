# A meeting that is on, as facilitators see it while they chair: short, large words first.
# Members read only what begins with chairing-members.

chairing-button-show = The meeting now
chairing-button-next = Next item
chairing-button-back = Back one
chairing-button-break = Break
chairing-button-go-on = The break is over
chairing-button-answering = Answering { $number } now
chairing-button-end = End the meeting
chairing-button-end-sure = Yes, end the meeting

chairing-title = # { $named ->
        [yes] { $title }
       *[no] The meeting is on
    }
chairing-break = # Break until { $time } (<t:{ $at }:R>)
chairing-now = { $rest ->
        [yes] ## After the break: { $title }
       *[no] # { $title }
    }
chairing-what = **{ $purpose ->
        [hear] To hear
        [decide] To decide
       *[talk] To talk about
    }**{ $said ->
        [yes] {" "}· { $speaker }
       *[no] {""}
    }
chairing-until = **Until { $time }** (<t:{ $at }:R>)
chairing-open = **Open to influence:** { $words }
chairing-fixed = **Fixed:** { $words }
chairing-next = **Next:** { $title }{ $said ->
        [yes] {" "}· { $speaker }
       *[no] {""}
    }
chairing-last = This is the last item.
chairing-meeting = **Meeting:** { $title }
chairing-ends = The meeting is planned to end at **{ $time }** (<t:{ $at }:R>).
chairing-ends-itself = If nobody ends the meeting, it ends by itself at **{ $time }** (<t:{ $at }:R>).
chairing-questions = { $number ->
        [0] No question is open.
        [1] **1 question is open:**
       *[other] **{ $number } questions are open:**
    }
chairing-question = **{ $number }** { $words }{ $answering ->
        [yes] {" "}(being answered now)
       *[no] {""}
    }
chairing-held = { $number ->
        [1] 1 more waits for you to read it first.
       *[other] { $number } more wait for you to read them first.
    }
chairing-who-sees = -# Only facilitators read this message. Everybody reads of a break, and on a question’s card that it is being answered now.
chairing-over = The meeting is over.

chairing-meanwhile = Somebody else was quicker, or this message was an old one. Nothing was changed by you. It is so now:
chairing-rests-hint = Everybody reads it in the channel for questions. Press **The break is over** when you go on.
chairing-goes-on = The break is over. Everybody reads it in the channel for questions.
chairing-sure = Are you sure? The meeting ends for everybody. If it was a mistake, press **Meeting starts** within an hour: then it goes on where it was.
chairing-posted = The message about the meeting comes to the end of <#{ $channel }>. The one before goes.
chairing-no-channel = The message about the meeting cannot be shown: the channel <#{ $channel }> is not there any more, or I may not write in it. Somebody who looks after the server can choose another with `/panel`. Nothing was lost: until then, it stands here.
chairing-no-meeting = No meeting is on. Press **Meeting starts** on the facilitators’ panel when yours begins.

chairing-members-break = Break until { $time }. Nobody has to do anything.
chairing-members-goes-on = The break is over. We go on now.

command-meeting-now = What is on in the meeting now

error-chairing-last = This is the last item. Nothing was changed.
error-chairing-first = This is the first item. Nothing was changed.
error-chairing-no-agenda = This meeting has no agenda. Nothing was changed.
error-chairing-break-is-on = There is a break already. Nothing was changed.
error-chairing-no-break = There is no break. Nothing was changed.
error-chairing-other-meeting = That was another meeting, or it is over already. Nothing was changed.
