"""The path before somebody's first meeting: cards, one a week, behind a call with a named person."""
