"""Search in the title, lead and body of one language."""

import unicodedata
from functools import reduce
from operator import and_, or_

from django.db.models import Q
from modeltranslation.utils import build_localized_fieldname as in_language

SEARCHED = ["title", "lead", "body"]


def mentions(query, code):
    """The condition that each word of `query` occurs somewhere in the text of language `code`."""
    return reduce(and_, (occurs(word, code) for word in query.split()), Q())


def occurs(word, code):
    conditions = [
        Q(**{f"{in_language(field, code)}__icontains": spelling})
        for field in SEARCHED
        for spelling in spellings(word)
    ]
    return reduce(or_, conditions)


def spellings(word):
    """As typed on any keyboard and as most texts have it: composed syllables, ordinary width."""
    return {unicodedata.normalize(form, word) for form in ("NFC", "NFKC")}
