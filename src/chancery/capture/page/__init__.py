"""A web page taken apart: its text line by line, what it says of itself, and which lines are the article."""
