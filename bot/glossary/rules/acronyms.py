"""Short forms in a text: which letters could be a word as well, and how a short form may be written."""

from __future__ import annotations

import re

#: How English syllables begin and end. Letters that cannot be said so are no everyday word.
_ONSET = """
    b bl br c ch chr cl cr d dr dw f fl fr g gl gr h j k kl kn l m n p ph pl pr q qu r rh s sc sch scr
    sh sk sl sm sn sp spl spr squ st str sw t th thr tr tw v w wh wr y z
"""
_CODA = """
    b bs c ch ck ct cts d ds f ff ft fts g gs gh ght k ks l ld lds lf lk ll lls lm lp lps ls lt lts m mb
    mp mps ms n nch nd nds ng ngs nk nks ns nt nts p ps pt pts r rb rc rch rd rds rf rk rks rl rm rms rn
    rns rp rs rst rt rth rts s sh sk sks sp ss st sts t tch th ths ts w wn x y z zz
"""
_SAYABLE = re.compile(
    rf"^(?:{'|'.join(sorted(_ONSET.split(), key=len, reverse=True))})?[aeiouy]+"
    rf"(?:[a-pr-z]*[aeiouy])*(?:{'|'.join(sorted(_CODA.split(), key=len, reverse=True))})?$"
)
#: Letters without a vowel that everybody writes: measures, titles, times.
_PAIRS = """
    cd cm dj dr ft gb gm hr jr kb kg km lb ltd mb mg ml mm mr ms pc pct pm ps sq sr st tv vs yr
"""
_EVERYDAY_PAIRS = frozenset(_PAIRS.split())
_PAIR = 2
#: Capitals that nobody asks about.
_CAPITALS = """
    AM ASAP BBC BST CV DIY DM DVD EU FAQ FYI GMT ID LOL OK OMG PC PDF PM PS RSVP TBC TV UK URL US USA
    USB VIP
"""
EVERYDAY = frozenset(_CAPITALS.split())


def is_acronym(name: str) -> bool:
    """Whether a name is one word with two capitals or more: PPIE, CoP, iPARIHS, T&O."""
    # Most names have their one capital in front.
    if " " in name or name[1:].islower():
        return False
    letters = name.replace("&", "").replace(".", "")
    return letters.isalnum() and sum(letter.isupper() for letter in letters) > 1


def could_be_word(letters: str) -> bool:
    """Whether small letters could be an everyday word, so that only capitals show what is meant."""
    if len(letters) < _PAIR or letters in _EVERYDAY_PAIRS:
        return True
    return bool(_SAYABLE.match(letters))


def is_written(short: str, seen: str, is_shouted: bool) -> bool:
    """Whether `seen` in a text, without dots and plural, is the short form.

    Exactly so, or all in capitals; in small letters only if these are no word. Where a whole sentence is in
    capitals (`is_shouted`) they show nothing. A capital and small letters are a name or a title: Sr.
    """
    if seen.lower() != short.lower():
        return False
    if not could_be_word(short.lower()):
        return seen in (short, short.upper(), short.lower())
    return seen in (short, short.upper()) and not is_shouted
