"""Where a reader can go on from an article."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import BooleanField, Case, Q, When

from .models import Article
from .search.database import articles_with
from .search.pieces import telling_pieces
from .search.query import Piece

RELATED = 3
# Of each kind of relation so many of the newest are looked at.
CANDIDATES = 20
# What weighs how much: figures of the same ranking as much as half the words of the title.
SAME_SUBJECT, SAME_DEPARTMENT, SAME_WORDS = 2, 1, 4


@dataclass(frozen=True)
class Neighbours:
    newer: Article | None
    older: Article | None
    related: list[Article]


def neighbours(article, code, subjects=()):
    """The newer and older article, as `with_neighbours` found them, and those most related.

    All are ready in language `code` and come in one query. `subjects` are the pieces by which the
    index knows what the figures in the text are about.
    """
    adjacent = [pk for pk in (article.newer_pk, article.older_pk) if pk]
    readable = Article.objects.published().ready_in(code)
    subject = about(subjects, code)
    wanted = Q(pk__in=adjacent) | related_to(article, readable, subject)
    is_of_subject = Case(When(subject, then=True), default=False, output_field=BooleanField())
    rows = readable.filter(wanted).annotate(is_of_subject=is_of_subject)
    found = {row.pk: row for row in rows.newest_first().defer("body")}
    newer, older = found.pop(article.newer_pk, None), found.pop(article.older_pk, None)
    related = sorted(found.values(), key=lambda other: -relation(article, other, code))
    return Neighbours(newer, older, related[:RELATED])


def about(subjects, code):
    conditions = (Q(pk__in=articles_with(Piece(subject), code)) for subject in subjects)
    return reduce(or_, conditions, Q(pk__in=[]))


def related_to(article, readable, subject):
    """The newest articles of each kind of relation."""
    others = readable.exclude(pk=article.pk).newest_first()
    kinds = [subject, Q(department=article.department_id), Q(kind=article.kind)]
    newest = (others.filter(kind).values("pk")[:CANDIDATES] for kind in kinds)
    return reduce(or_, (Q(pk__in=pks) for pks in newest))


def relation(article, other, code):
    own, its = (telling_pieces(each.own_text("title", code)) for each in (article, other))
    return (
        SAME_SUBJECT * other.is_of_subject
        + SAME_DEPARTMENT * (other.department_id == article.department_id)
        + SAME_WORDS * len(own & its) / (len(own | its) or 1)
    )
