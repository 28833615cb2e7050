"""What else to look for when nothing is found."""

from dataclasses import dataclass

from django.db.models import Count

from news.models import Article
from news.search.database import without_reading_all
from news.search.query import read_query

from .articles import languages_of, matching
from .keyboard import as_meant

# More would have to be read through, not chosen from.
MOST = 4


@dataclass(frozen=True)
class Suggestion:
    """Other words and how many articles they find; None where they are a name of the rankings."""

    words: str
    count: int | None
    query: str


def suggestions(form, code, names):
    """Up to `MOST` Suggestions that lead to something, the likeliest first."""
    near = [Suggestion(name, None, form.query(q=name)) for name in names.near(form.words)]
    return [*tried(form, code, others(form.words)), *near][:MOST]


def others(query):
    """The query as meant for the other script, and without one of its words or all but one."""
    words = query.split()
    shorter = [words[:place] + words[place + 1 :] for place in range(len(words))][:MOST]
    ways = [as_meant(query), *(" ".join(way) for way in shorter), *words[:MOST]]
    return [way for way in dict.fromkeys(ways) if way and way != query]


def tried(form, code, ways):
    """A Suggestion for each of `ways` that finds articles; they are counted in one query."""
    if not ways:
        return []
    languages = languages_of(form, code)
    counts = {
        f"way_{number}": Count("pk", filter=matching(read_query(words), languages))
        for number, words in enumerate(ways)
    }
    with without_reading_all(form.words):
        found = form.narrow(Article.objects.published()).order_by().aggregate(**counts)
    return [
        Suggestion(words, count, form.query(q=words))
        for words, count in zip(ways, found.values(), strict=True)
        if count
    ]
