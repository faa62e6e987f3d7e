"""The words of a meeting: those of the card "Words you will hear" that was kept for it."""
