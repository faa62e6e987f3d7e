"""A year of a community, in a few seconds: what was due, what came, and what must never come.

`world.py` wires the real services as `bot/app/features.py` does, over a Discord that remembers everything and
under a clock that jumps to whatever is due next. `cast.py` has near thirty people of all kinds, and what
happens to them. `sources.py` lists every feature that sends messages of its own accord.

To extend it: add to `SOURCES` an async function that is called each night with the year, and lets your
feature decide what it decides (the services are in `year.features`). Whatever it hands to `Nudges.send`, or
delivers to somebody by itself, is recorded as due. `test_year.py` then holds all of it to the same rules:
nothing unasked before she joined, after a pause for good, or while the community is paused; and in the same
year without these, all of it, each once, within hours and caps. What may be dropped for want of room has a
`kind` that begins with "may".

Not here: hints to askers. They come out of the anonymous database, and no cap counts them.
"""
