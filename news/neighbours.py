"""Where a reader can go on from an article."""

from dataclasses import dataclass

from django.db.models import Q

from .models import Article

RELATED = 3


@dataclass(frozen=True)
class Neighbours:
    newer: Article | None
    older: Article | None
    related: list[Article]


def neighbours(article, code):
    """The newer and older article, as `with_neighbours` found them, and the newest related ones.

    Those in language `code`, and in one query together.
    """
    adjacent = [pk for pk in (article.newer_pk, article.older_pk) if pk]
    readable = Article.objects.published().ready_in(code)
    related = related_to(article, readable).exclude(pk__in=[article.pk, *adjacent])
    wanted = Q(pk__in=adjacent) | Q(pk__in=related.newest_first().values("pk")[:RELATED])
    found = {row.pk: row for row in readable.filter(wanted).newest_first().defer("body")}
    newer, older = found.pop(article.newer_pk, None), found.pop(article.older_pk, None)
    return Neighbours(newer, older, list(found.values()))


def related_to(article, articles):
    return articles.filter(Q(department=article.department_id) | Q(kind=article.kind))
