"""Which articles a query finds, and which of them come first."""

from functools import reduce
from operator import or_

from django.db.models import Case, IntegerField, Q, Value, When

from ..readiness import is_ready_in
from .database import articles_with
from .query import AllOf


def mentions(words, code):
    """The condition that the text of language `code` holds each of the `words` of a query."""
    return Q(pk__in=articles_with(all_of(words, "bare"), code)) if words else Q()


def relevance(words, codes):
    """An expression for how surely what these `words` find is meant; the greatest is the surest.

    Surest: in one of the languages `codes`, words begin like them, in the title or else in a text.
    Next: the same within words. Then without what may be an ending of a Korean word.
    """
    begun, typed, bare = (all_of(words, way) for way in ("begun", "typed", "bare"))
    ways = [(begun, True), (begun, False), (typed, True), (typed, False), (bare, True)]
    # Whatever is found holds the bare words.
    ways = [way for way in dict.fromkeys(ways) if way != (bare, False)] if words else []
    cases = [
        When(found_in_any(codes, wanted, in_title), then=Value(len(ways) - number))
        for number, (wanted, in_title) in enumerate(ways)
    ]
    return Case(*cases, default=Value(0), output_field=IntegerField())


def all_of(words, way):
    return AllOf(tuple(getattr(word, way) for word in words))


def found_in_any(codes, wanted, in_title):
    found = (
        is_ready_in(code) & Q(pk__in=articles_with(wanted, code, in_title=in_title))
        for code in codes
    )
    return reduce(or_, found)
