"""Ranks, changes and facts in the languages of the portal."""
