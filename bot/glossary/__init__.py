"""The glossary: a word's meaning, in plain words, at the moment it is needed."""
