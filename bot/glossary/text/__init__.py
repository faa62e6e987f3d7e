"""What the glossary says: a word's meaning, the jargon of a message, the words of a theme; by subject."""
