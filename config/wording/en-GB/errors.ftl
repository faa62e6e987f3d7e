# What went wrong: what happened, that nothing was lost, and what to press.

error-question-empty = There was nothing in your question. Nothing was sent. Press **Ask anonymously** and type it again.
error-question-long = Your question has { NUMBER($length, useGrouping: 0) } characters. { NUMBER($most, useGrouping: 0) } is the most. Nothing was sent. Make it shorter and press **Ask anonymously** again.
error-answer-empty = There was nothing in your answer. Nothing was sent. Press **Answer** and type it again.
error-answer-long = Your answer has { NUMBER($length, useGrouping: 0) } characters. { NUMBER($most, useGrouping: 0) } is the most. Nothing was sent. Make it shorter and press **Answer** again.
error-already-answered = **Question { $number }** has an answer already. Nothing was changed.
error-already-closed = **Question { $number }** is closed already. Nothing was changed.
error-close-unanswered = **Question { $number }** has no answer yet, so it stays open. Answer it first.
error-no-such-question = This question is not here any more. Nothing was changed.
error-not-set-up = Questions are not ready here yet. Nothing was sent. Please tell a facilitator that the panel is missing.
error-role-everyone = The facilitators’ role cannot be everyone: then everyone could answer. Nothing was changed. Choose a role that only facilitators have.
error-facilitators-only = Only facilitators can do this. Nothing was changed.
error-administrators-only = Only an administrator of this server can do this. Nothing was changed.
error-in-a-server = This works inside a server, not in a direct message. Go to your community and press the button there.
error-old-button = This button is from an earlier version. Nothing was lost. Please use a newer message, or press a button on the panel.
error-unexpected = Something went wrong on our side. What was saved before is not lost. Please try once more. If it happens again, tell the person who runs the bot this: { $quote }.
error-unexpected-anonymous = Something went wrong on our side. Press **My questions** to see what is safe here. If your question is not there, please ask it again.
error-what-you-wrote = This is what you wrote, so that you can copy it:

error-permission-view-channel = I cannot see <#{ $channel }>. Nothing was changed. Give my role the permission “View Channel” there. Then type /panel again.
error-permission-send-messages = I am not allowed to write in <#{ $channel }>. Nothing was changed. Give my role the permission “Send Messages” there. Then type /panel again.
error-permission-read-message-history = I am not allowed to read back in <#{ $channel }>. Nothing was changed. Give my role the permission “Read Message History” there. Then type /panel again.
