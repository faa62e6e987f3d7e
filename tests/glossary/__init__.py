"""What the glossary finds, measured: look-ups as people type and hear them, and texts as they write them."""
