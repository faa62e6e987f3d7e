"""What is read of papers: by everybody, by facilitators, and on the page to print."""
