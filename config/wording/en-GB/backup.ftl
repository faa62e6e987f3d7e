# Backups. First what a community reads, then what the person who hosts the bot reads at the terminal.

backup-restored-title = **The bot’s records were put back**
backup-restored-text =
    The bot now knows what it knew on { $day }. What you changed after that day is gone. Please look at it again.
    All open questions are closed now. You can still see them in the channel. Questions that had not come out yet are gone. Please ask them again.
    Nobody can see who asked.

backup-made = Backup: { $file } holds { $communities } communities and { $members } members ({ $rows } rows), as of { $day }. It was read again and is whole.
backup-made-without = Not in it: the anonymous database and the key, on purpose. Keep this file apart from the key. Throw it away after { $days } days at the latest.
backup-contents = This backup of { $day } holds { $communities } communities and { $members } members ({ $rows } rows).
backup-what-follows = Putting it back takes the place of all that is in the everyday database now. Whoever was erased since stays erased. Open invitations, and words from people who have not joined, are not put back. At the next start all open questions are closed, those that still wait are gone, and each community is told so.
backup-add-yes = Nothing was changed yet. To go on, type the same again with --yes.
backup-put-back = It was put back. Start the bot now: it closes the open questions and tells each community.
backup-rotated = A new master key is made, and { $blocks } sealed blocks are sealed with it.
backup-rotated-whole = The old key is destroyed.
backup-rotated-left = The old key is still needed to know who asked the questions that are open now, and to count each person once who looks a word up, until these three months are over. The bot destroys it by itself then. Until then it is in the key file too.
backup-make-new = Copy the new key file to where you keep your copy, and make a new backup: older backups do not open without the old key.
backup-exported = { $file } holds { $rows } rows, as JSON. It can be read by anybody who gets hold of it: send it by a safe way, and delete it afterwards.
backup-exported-without = Not in it: who asked, who wondered and who is paused. Nobody is to be told that, and a copy would show it.
backup-erase = This erases all that is kept about the community { $community }: { $rows } rows in both databases. It cannot be undone.
backup-erase-backups = Backups that you made before still hold it. If one is put back, it is erased again. Messages in Discord stay there.
backup-erase-add-yes = Nothing was changed yet. To go on, type the same again with --yes { $community }.
backup-erased = { $rows } rows of the community { $community } are erased, and the files are written anew.
