"""One reader a file: each turns the bytes of one format into sources."""
