"""What a thief finds who has everything but the key: `make attack`, and its smaller sister in the tests.

`meeting` holds windows through the real bot, `loot` keeps what the thief sees of them, `scorer` guesses who
asked what. `planted` puts one leak each into the store; `with_key` tries what the key opens. All that the
attack knows of the product by name stands in `hands`.
"""
