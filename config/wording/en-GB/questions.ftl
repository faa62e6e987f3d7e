# Anonymous questions. What members read: short sentences, plain words, reading age 9 to 11.

command-ask = Ask a question without your name

question-button-ask = Ask anonymously
question-button-mine = My questions
question-button-older = Show older ones
question-button-promise = What can anyone find out?
question-button-facilitators = Facilitators
question-button-answer = Answer
question-button-close = Close this question
question-button-retry = Try again now

## The form

question-form-title = Ask anonymously
question-form-intro = Nobody in this community can see who asked. The server’s owner cannot see it either. To read more first, close this form and press **What can anyone find out?**
question-form-label = Your question
question-form-hint = In your own words. Leave out names, and what would show that it is you.

## What the asker reads

question-ack = **Your question is safe here.** It comes out in { $seconds } seconds at the latest, without your name.
    You find your question and its answer under **My questions**. Only you can see them there.
# Stands under question-ack, in the same message.
question-urgent =
    This is not medical advice, and not for emergencies. Nobody can trace who asked, so nobody can send you help.
    In danger now? Call **999**. Need medical help soon? Call **111**. Need to talk? Call Samaritans on **116 123**, day or night.

question-promise =
    ## What can anyone find out?
    Your question is anonymous to the group and to the facilitators.
question-promise-members = **Other members** see your question and when it came out. They cannot see who asked.
question-promise-facilitators = **Facilitators** see what members see. They cannot see who asked.
question-promise-owner = **The server’s owner** sees what members see, and cannot see who asked.
question-promise-host = **The person who runs the bot’s computer** could work out who asked while your question is open, by misusing its secret key. When it is closed and you have read the answer (30 days at most), the bot keeps nothing that can show it. A copy of that computer’s disk made before still could.
question-promise-discord = **Discord** can see that you used the bot, and keeps your chat with it.

question-mine-title = ## My questions
question-mine-nothing = There is nothing of yours here. A question that is closed, and whose answer you have read, is not kept as yours any more. You can still see it in the channel.
question-mine-waiting = **Waiting.** It comes out in { $seconds } seconds at the latest.
question-mine-out = **Question { $number }** is out. There is no answer yet.
question-mine-answered = **Question { $number }** has an answer.
question-mine-closed = **Question { $number }** is closed. Once you have read this, the bot forgets that it was yours.
question-mine-answer = **Answer**

## The card, which everybody sees

question-card =
    ### Question { $number }
    Someone asks:
question-card-answer = **A facilitator answers:**
question-card-closed = This question is closed.

## What facilitators read

question-menu-out = **Question { $number }** has no answer yet. Your answer goes on the card, for everybody.
question-menu-answered = **Question { $number }** has an answer. Close it when nothing is left to say.
question-menu-closed = **Question { $number }** is closed.
question-answer-title = Answer this question
question-answer-label = Your answer
question-answer-hint = In plain words. Everybody will see it on the card.
question-answered = Thank you. Your answer to **Question { $number }** is on its way to the card.
question-closed = **Question { $number }** is closed. The card will say so.
question-trouble = I am not allowed to post in <#{ $channel }>. So questions and answers cannot be shown. Nothing is lost. Ask the server’s owner to give my role three permissions there: “View Channel”, “Send Messages” and “Read Message History”. Then press **Try again now**.
question-trouble-gone = The channel for questions is gone. So questions cannot be shown. Nothing is lost. Ask an administrator to type /panel and to choose another channel. Then press **Try again now**, and the questions come out there.
question-retried = I am trying again now.
