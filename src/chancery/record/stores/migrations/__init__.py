"""The record's schema, step by step; a record is brought up to date when it is opened for writing."""
