"""Rank data read out of sentences in Korean and English.

`read(text, vocabulary, about)` gives suggestions, each with the words it was read from; nothing
is stored and nothing is sure: an editor decides.
"""

from .reading import Context, read
from .suggestions import Month, Remark, Rule, Scope, Suggestion
from .vocabulary import Vocabulary

__all__ = ["Context", "Month", "Remark", "Rule", "Scope", "Suggestion", "Vocabulary", "read"]
