"""Figures read out of sentences, on their way into drafts.

`marked_text` and `chosen` are pure; `names` reads the database, `drafts` writes to it.
"""
