"""Bytes to sources: what a path, a folder or standard input holds, each text with where it came from."""

from chancery.capture.source import BlockKind, Marked, Metadata, Source

__all__ = ["BlockKind", "Marked", "Metadata", "Source"]
