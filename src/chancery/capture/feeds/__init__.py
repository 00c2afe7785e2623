"""Feeds taken apart: RSS, Atom and JSON Feed to entries of one shape."""
