"""What else to look for when nothing is found."""

from dataclasses import dataclass

from news.models import Article

from .articles import languages_of, matching
from .keyboard import as_meant

# Suggestions cost a query each.
MOST = 4


@dataclass(frozen=True)
class Suggestion:
    """Other words and how many articles they find; None where they are a name of the rankings."""

    words: str
    count: int | None
    query: str


def suggestions(form, code, names):
    """Up to `MOST` Suggestions that lead to something, the likeliest first."""
    found = [suggestion for words in others(form.words) if (suggestion := tried(form, code, words))]
    near = [Suggestion(name, None, form.query(q=name)) for name in names.near(form.words)]
    return [*found, *near][:MOST]


def others(query):
    """The query as meant for the other script, and without one of its words or all but one."""
    words = query.split()
    shorter = [words[:place] + words[place + 1 :] for place in range(len(words))][:MOST]
    ways = [as_meant(query), *(" ".join(way) for way in shorter), *words[:MOST]]
    return [way for way in dict.fromkeys(ways) if way and way != query]


def tried(form, code, words):
    articles = form.narrow(Article.objects.published())
    count = matching(articles, words, languages_of(form, code)).count()
    return Suggestion(words, count, form.query(q=words)) if count else None
