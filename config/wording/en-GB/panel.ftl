# The panel, which everybody sees, and the command that posts it.

command-panel = Say where questions go, and post the panel there
command-panel-questions-channel = Where questions and answers are shown to everybody
command-panel-facilitators-channel = Where facilitators are told when something is wrong
command-panel-facilitators-role = Who may answer questions

panel-title = ## Is something not clear? Ask.
panel-text =
    Press **Ask anonymously**. Your question comes out here. Nobody here can see who asked.
    In a meeting, press **I’m lost** or **Slower, please**. Facilitators read “someone”, never who. With **I’d like to speak**, they read your name.
    Are you new? Press **More**, then **Join this community**.
panel-button-more = More
panel-more = ## More
    Only you can see this. Nobody here can see that you pressed **More**.
panel-posted = Done. The panel is on its way to <#{ $channel }>. Questions and answers will be shown there too.
panel-new-answers = **There are new answers.** Look in this channel. For yours, press **More**, then **My questions**.
panel-facilitators-title = ## For facilitators
panel-facilitators-text =
    Press **Meeting starts** when your meeting begins, and **Meeting ends** when it is over. In a meeting, questions come out often. Between meetings, they come out twice a day.
    When somebody in a meeting is lost, or would like it slower, you read it in this channel within 20 seconds, never who it was.
    The first row is for the meeting that is on, the second for meetings to come and for questions, the third for people, the last for everything else. **The meeting now** brings its message back to the end of this channel. Press **Open questions** to see what has no answer yet. Press **Add members** when somebody is to come in.
    Press **Pause everything** when something bad has happened: the bot falls silent. For a break in a meeting, press **Break** under **The meeting now**.
panel-joining-title = ## Would you like to join in?
panel-joining-text =
    Press **Join this community**. You read first what is kept about you, and you can still say no.
    You can ask questions without joining. Press **What can anyone find out?** to see who can learn what.
