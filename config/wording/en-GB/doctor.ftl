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
doctor-key-number = Key: number { $number } is in use. Its file was last changed { $days } days ago.
doctor-key-rotating = Key: number { $number } is in use. Its file was last changed { $days } days ago. An older key is still needed for questions that are open; it goes with the last of them.
doctor-erasures-well = Erasures: the list of who was erased can be written ({ $file }).
doctor-erasures-wrong = Erasures: the list { $file } cannot be written. Without it, a backup that is put back could bring somebody back who was erased. Let the bot’s user write there.
doctor-backup-well = Backup: the last one was made { $days } days ago.
doctor-backup-old = Backup: the last one was made { $days } days ago. Make a new one: equal-footing backup FILE.
doctor-backup-none = Backup: none was made with this key yet. Make one soon: equal-footing backup FILE.
doctor-space-well = Disk: { $megabytes } MB are free where the databases are.
doctor-space-little = Disk: only { $megabytes } MB are free where the databases are. Make room: when a disk is full, nothing new is kept.
doctor-shared-well = Shared glossary: it has { NUMBER($number, useGrouping: 0) } words ({ $file }).
doctor-shared-rows = Shared glossary: it has { NUMBER($number, useGrouping: 0) } words ({ $file }), but some lines cannot be read and were left out: { $lines }. The log says why. Mend them, and start the bot again.
doctor-shared-wrong = Shared glossary: { $reason } Mend the file, or take the setting SHARED_GLOSSARY out: the bot does not start with it.
doctor-no-commands = Community { $community }: the bot was invited without its commands. Invite it again with the link of “equal-footing invite”.
doctor-database-well = Database { $name }: it opens, and is up to date.
doctor-database-not-there = Database { $name }: it is not there or not up to date; the next “equal-footing run” makes it so.
doctor-database-wrong = Database { $name }: { $reason }. Look at its address in the settings, and at who may write there.
doctor-communities-none = Communities: none is set up yet. Somebody who may manage the server types /setup there.
doctor-permissions-well = Community { $community }, channel #{ $channel }: the bot may do all it needs.
doctor-permission-missing = Community { $community }, channel #{ $channel }: the bot lacks “{ $permission }”. Without it, { $without }. Give it to the bot’s role in the channel’s settings, under Permissions.
doctor-community-gone = Community { $community }: the bot is not in that server any more. Invite it again.
doctor-channel-gone = Community { $community }: its channel { $use } is gone. A facilitator types /setup there, and makes or chooses another.
doctor-role-gone = Community { $community }: its facilitators’ role is gone, so nobody can answer. Somebody who may manage the server types /setup there, and makes or chooses another.
doctor-use-questions = for questions
doctor-use-facilitators = for facilitators
doctor-use-joining = for joining
doctor-use-lay = for patient and public members

doctor-channel-open = Community { $community }, channel #{ $channel }: it is for facilitators, but everybody can see it. Switch on “Private Channel” in the channel’s settings, under Permissions, and add the facilitators’ role.
doctor-joining-none = Community { $community }: there is no channel for joining yet. A facilitator types /setup there.
doctor-lay-seen = Community { $community }, channel #{ $channel }: it is for patient and public members alone, but the bot can see it. Take the bot and its role out of the channel’s settings, under Permissions.
doctor-lay-well = Community { $community }, channel #{ $channel }: it is for patient and public members, and the bot cannot see it.
doctor-group-roles-gone = Community { $community }: { $roles ->
        [one] a Discord role of a group of people is gone.
       *[other] { $roles } Discord roles of groups of people are gone.
    } A facilitator types /setup there, and makes or chooses others.
doctor-role-high = Community { $community }: the bot cannot give the role “{ $role }”, because that role is above the bot’s own. Drag the bot’s role above it, in Server Settings under Roles.
doctor-no-events = Community { $community }: the bot lacks “Create Events”. Without it, meetings are planned and announced, but they are not in the server’s list of events. Give it to the bot’s role, in Server Settings under Roles.
doctor-panels-none = Community { $community }: the panel is not there yet, so nobody can ask. A facilitator types /setup there.
doctor-host-unsaid = Community { $community }: nobody has said yet whether the person who runs the bot takes part. A facilitator types /setup there.
doctor-lead-none = Community { $community }: no safeguarding lead is named yet. A facilitator types /setup there.
doctor-threats-none = Community { $community }: nobody has said yet what is done about a threat, or a risk to life. A facilitator types /setup there.
doctor-basis-none = Community { $community }: the organisation’s lawful basis for keeping data is not written down yet. A facilitator types /setup there.
doctor-led-by-nobody = Community { $community }: the bot knows of nobody who has the facilitators’ role, so nobody can answer. Give it to at least two people.
doctor-choices-well = Community { $community }: all that it has to choose is chosen.

permission-view-channel = View Channel
permission-send-messages = Send Messages
permission-read-message-history = Read Message History

permission-view-channel-without-joining = nobody can join there
permission-send-messages-without-joining = nobody can join there
permission-read-message-history-without-joining = the message for joining might go out twice after a crash
permission-view-channel-without-questions = no question can come out, and no answer
permission-send-messages-without-questions = no question can come out, and no answer
permission-read-message-history-without-questions = a card might go out twice after a crash
permission-view-channel-without-facilitators = facilitators are not told when something is wrong
permission-send-messages-without-facilitators = facilitators are not told when something is wrong
permission-read-message-history-without-facilitators = a note to facilitators might go out twice after a crash

doctor-invite = Open this address as somebody who may manage the server. The bot asks for four things: to see channels, to send messages, to read what was sent before, and to make events for meetings.
doctor-invite-setup = Open this address as somebody who may manage the server. Besides seeing channels, sending messages, reading what was sent before and making events for meetings, the bot asks to manage channels and roles: /setup makes them with that. When /setup is done, you can take “Manage Channels” away from the bot’s role; “Manage Roles” too, unless the bot is to give members the Discord role of their group.
doctor-invite-link = { $link }
