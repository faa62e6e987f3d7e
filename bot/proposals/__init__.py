"""Words and simpler meanings that members propose for the glossary, and what becomes of them."""
