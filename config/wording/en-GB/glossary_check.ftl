# A facilitator's text before it is posted, and the card "Words you will hear".

command-glossary = Help with words, for facilitators
command-glossary-check = Check a text before you post it. Only you see what is found

glossary-check-button-check = Check a text
glossary-check-button-in-full = { $number }. Say “{ $word }” in full
glossary-check-button-meaning = { $number }. Explain “{ $word }”
glossary-check-button-copy = Show the text
glossary-check-button-card = Words you will hear
glossary-check-button-undo = Take that back
glossary-check-button-post = Post it here
glossary-check-button-post-meeting = Post it here, and keep it for the meeting on { $day } { $month ->
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
    }
glossary-check-button-keep = Only keep it for the meeting
glossary-check-button-copy-card = Show it as text
glossary-check-button-back = Back to the text
glossary-check-button-look = Look at them
glossary-check-button-preview = Back to the preview
glossary-check-button-next = The next text

# The form

glossary-check-title = Check a text
glossary-check-intro = Put in a text that you want to post, such as an agenda. Only you see what is found. Nothing is posted, and nothing is kept.
glossary-check-intro-copy = Copy your text from here. You can also change it. If you send this form, the text is checked again. Nothing is posted.
glossary-check-label = Your text
glossary-check-hint = All of it, with headings and lists. 4000 characters at most.
glossary-check-empty = There was no word in your text. Nothing was checked. Press **Check a text** and put it in again.
glossary-check-long = Your text has { NUMBER($length, useGrouping: 0) } characters. { NUMBER($most, useGrouping: 0) } is the most. Nothing was checked. Make two texts of it, and check one after the other.
glossary-check-own-long = Your text has { NUMBER($length, useGrouping: 0) } characters. Here, { NUMBER($most, useGrouping: 0) } is the most. Nothing was changed. Make it shorter, and send it again.
glossary-check-gone = This was too long ago. Texts are kept for 15 minutes only, and then nothing is left of them. Nothing was changed. Press **Check a text** to begin again.
glossary-check-card-gone = This card is posted already, or was made too long ago. Nothing was posted just now. Look into the channel. If it is not there, press **Check a text** to begin again.

# What a facilitator wrote herself, in the preview that she sees anyway

glossary-check-hint-words =
    { $number ->
        [one] One word here may be hard:
       *[other] { $number } words here may be hard:
    } { $words }
glossary-check-hint-sentences =
    { $number ->
        [one] One sentence here is long. It has more than 20 words.
       *[other] { $number } sentences here are long. They have more than 20 words.
    }
glossary-check-intro-own = You can change your text here. If you send this form, it is looked at again. Nothing is posted.
glossary-check-own-hint = It goes back into your preview.

# What was found

glossary-check-found =
    ## Your text
    Only you see this. Nothing was posted, and nothing is kept.
glossary-check-taken = { $way ->
        [in-full] **Done.** “{ $word }” is said in full now.
       *[meaning] **Done.** “{ $word }” is explained now.
    } Only you see this. Nothing was posted.
glossary-check-beginning = It begins: “{ $words }”
glossary-check-plain = I found nothing that makes it hard to read.
glossary-check-sentences =
    { $number ->
        [one] **One sentence is long.** It has more than 20 words. Make two of it.
       *[other] **{ $number } sentences are long.** They have more than 20 words. Make two of each.
    }
glossary-check-sentence = - “{ $words }”
glossary-check-words = **More than 1 in 10 words are long.** Can you find shorter ones for some? { $words }
glossary-check-acronyms = **Not everybody may know these letters, and nor do I.** Say them in full: { $words }
glossary-check-offers = **Press a button below to put this into your text:**
glossary-check-offer-in-full = { $number }. “{ $word }” becomes “{ $new }”.
glossary-check-offer-meaning = { $number }. After “{ $word }”, in brackets: { $new }
glossary-check-more =
    { $number ->
        [one] There is one more. It comes when you have done one of these.
       *[other] There are { $number } more. They come when you have done these.
    }
glossary-check-no-room =
    { $number ->
        [one] One more word could be explained, but there is no room.
       *[other] { $number } more words could be explained, but there is no room.
    } A text can have 4000 characters.
glossary-check-explained = Explained already: { $words }
glossary-check-age = A rough reading age is { $age }. For most readers, aim at 9 to 11. It knows no meaning, so do not trust it alone.

# The card

glossary-check-card = ## Words you will hear
glossary-check-card-term = **{ $name }:** { $plain }
glossary-check-card-other = You can look up any other word. Only you see the answer.
glossary-check-card-preview = **Nothing has been posted yet.** If you press **Post it here**, everybody in this channel reads this card from the bot:
glossary-check-card-left =
    { $number ->
        [one] One more word has no room on it.
       *[other] { $number } more words have no room on it.
    } For these, check the next piece of your text by itself.
glossary-check-card-keeping = You can keep it for the meeting on { $day } { $month ->
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
    }. Then everybody finds these words under **All words** until that meeting is over. They take the place of those that were kept for it before.
glossary-check-kept = These words are kept for the meeting on { $day } { $month ->
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
    }. Everybody finds them under **All words** until that meeting is over.
glossary-check-posted = The card is on its way to <#{ $channel }>.
glossary-check-not-allowed = A card was meant for <#{ $channel }>, but I am not allowed to post there. So here it is. You can copy it from here.
glossary-check-place-gone = A card was meant for a channel that is gone. So here it is. You can copy it from here.
