# What `equal-footing doctor` tells the person who hosts the bot.

doctor-well = well   { $what }
doctor-wrong = WRONG  { $what }

doctor-token-well = Token: Discord accepts it.
doctor-token-missing = Token: there is none. Set DISCORD_TOKEN; the README says how to get one.
doctor-token-wrong = Token: Discord does not accept it. Copy it again from the Developer Portal into DISCORD_TOKEN.
doctor-token-unreachable = Token: Discord cannot be reached ({ $reason }), so it cannot be checked. Look at this machine’s connection.
doctor-key-well = Key: it is there, and only the bot’s user can read it.
doctor-key-in-environment = Key: it is in the setting master_key.
doctor-key-wrong = Key: { $reason }
doctor-key-none-yet = Key: there is none yet; the first “equal-footing run” makes one in { $file }. Keep a copy of it apart from the databases.
doctor-database-well = Database { $name }: it opens, and is up to date.
doctor-database-not-there = Database { $name }: it is not there or not up to date; the next “equal-footing run” makes it so.
doctor-database-wrong = Database { $name }: { $reason }. Look at its address in the settings, and at who may write there.
doctor-communities-none = Communities: none is set up yet. An administrator types /panel in the server.
doctor-permissions-well = Community { $community }, channel #{ $channel }: the bot may do all it needs.
doctor-permission-missing = Community { $community }, channel #{ $channel }: the bot lacks “{ $permission }”. Without it, { $without }. Give it to the bot’s role in the channel’s settings, under Permissions.
doctor-community-gone = Community { $community }: the bot is not in that server any more. Invite it again.
doctor-channel-gone = Community { $community }: its channel { $use } is gone. An administrator types /panel and chooses another.
doctor-role-gone = Community { $community }: its facilitators’ role is gone, so nobody can answer. An administrator types /panel and chooses another.
doctor-use-questions = for questions
doctor-use-facilitators = for facilitators

permission-view-channel = View Channel
permission-send-messages = Send Messages
permission-read-message-history = Read Message History

permission-view-channel-without-questions = no question can come out, and no answer
permission-send-messages-without-questions = no question can come out, and no answer
permission-read-message-history-without-questions = a card might go out twice after a crash
permission-view-channel-without-facilitators = facilitators are not told when something is wrong
permission-send-messages-without-facilitators = facilitators are not told when something is wrong
permission-read-message-history-without-facilitators = a note to facilitators might go out twice after a crash
