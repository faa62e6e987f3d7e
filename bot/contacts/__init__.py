"""Named contacts: who looks after whom, [I'd like a word], and what is done for members without Discord."""
