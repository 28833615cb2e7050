"""What else to look for when nothing is found."""

from dataclasses import dataclass

from django.db.models import Count

from news.models import Article
from news.search.database import without_reading_all

from .articles import languages_of, matching
from .keyboard import as_meant

# More would have to be read through, not chosen from.
MOST = 4


@dataclass(frozen=True)
class Suggestion:
    """Other words, and how many articles, names and places they find."""

    words: str
    count: int
    query: str


def suggestions(search):
    """Up to `MOST` Suggestions that lead to something, the likeliest first."""
    ways = different([*others(search.form.words), *search.names.near()], search)
    counts = [
        articles + search.count_besides_articles(way)
        for articles, way in zip(articles_of(ways, search), ways, strict=True)
    ]
    return [
        Suggestion(way, count, search.form.query(q=way))
        for way, count in zip(ways, counts, strict=True)
        if count
    ][:MOST]


def others(query):
    """The query as meant for the other script, and without one of its words or all but one."""
    words = query.split()
    shorter = [words[:place] + words[place + 1 :] for place in range(len(words))][:MOST]
    return filter(None, [as_meant(query), *(" ".join(way) for way in shorter), *words[:MOST]])


def different(ways, search):
    """Those of `ways` that mean something else than the query, and than each other."""
    meanings = {meaning(search.form.words, search)}
    kept = []
    for way in ways:
        if (meant := meaning(way, search)) not in meanings:
            meanings.add(meant)
            kept.append(way)
    return kept


def meaning(query, search):
    return frozenset(frozenset((word.text, *word.equals)) for word in search.read(query))


def articles_of(ways, search):
    """How many articles each of `ways` finds, in one query."""
    form = search.form
    if not (ways and form.wants_articles):
        return [0] * len(ways)
    languages = languages_of(form, search.code)
    counts = {
        f"way_{number}": Count("pk", filter=matching(search.read(way), languages))
        for number, way in enumerate(ways)
    }
    with without_reading_all(form.words):
        found = form.narrow(Article.objects.published()).order_by().aggregate(**counts)
    return list(found.values())
