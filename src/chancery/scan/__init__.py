"""Text to spans: time and number expressions as they stand, before anything is known of the document."""
