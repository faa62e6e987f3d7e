"""Anonymous questions, from the form to the answer and beyond."""
