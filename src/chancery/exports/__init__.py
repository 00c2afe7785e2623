"""Answers for other tools: one format a file."""
