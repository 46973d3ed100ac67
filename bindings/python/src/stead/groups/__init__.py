"""The verbs by subject: what hangs on an engine or a session."""
