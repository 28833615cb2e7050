"""Which articles a query finds, and which of them come first."""

from functools import reduce
from operator import or_

from django.db.models import Case, IntegerField, Q, Value, When

from ..models import is_ready_in
from .database import articles_with
from .query import read_query


def mentions(query, code):
    """The condition that the text of language `code` holds each word of `query`."""
    pieces = [piece for word in read_query(query) for piece in word.bare_pieces]
    return Q(pk__in=articles_with(pieces, code)) if pieces else Q()


def relevance(query, codes):
    """An expression for how surely what `query` finds is meant; the greatest is the surest.

    Surest: a title in one of the languages `codes` holds the words. Next: a text does. Then the
    same, without what may be an ending of a Korean word.
    """
    words = read_query(query)
    typed = [piece for word in words for piece in word.pieces]
    bare = [piece for word in words for piece in word.bare_pieces]
    ways = [(typed, True), (typed, False), (bare, True)] if typed != bare else [(typed, True)]
    cases = [
        When(found_in_any(codes, pieces, in_title), then=Value(len(ways) - number))
        for number, (pieces, in_title) in enumerate(ways)
        if pieces
    ]
    return Case(*cases, default=Value(0), output_field=IntegerField())


def found_in_any(codes, pieces, in_title):
    found = (
        is_ready_in(code) & Q(pk__in=articles_with(pieces, code, in_title=in_title))
        for code in codes
    )
    return reduce(or_, found)
