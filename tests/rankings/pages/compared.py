"""Comparisons of cities for tests, and what readers ask of them."""

from django.http import QueryDict

from rankings.pages.comparison import load_comparison
from rankings.timeline import load_timeline

from ..factories import make_edition, make_ranking, make_result


def make_courses(courses):
    """A ranking with the ranks of each city in `courses`, edition by edition, as in the data."""
    ranking, previous = make_ranking(), None
    for number, ranks in enumerate(zip(*courses.values(), strict=True), start=1):
        previous = make_edition(ranking, number, after=previous)
        for city, rank in zip(courses, ranks, strict=True):
            make_figure(previous, city, rank)
    return ranking


def make_figure(edition, city, rank):
    if isinstance(rank, list):
        make_result(edition, city, rank[0], band_end=rank[1])
    elif rank:
        make_result(edition, city, rank)
    else:
        make_result(edition, city, status="not_published")


def compare(query="", slug="sci"):
    return load_comparison(load_timeline(slug), QueryDict(query))


def slugs(comparison):
    return [city.slug for city in comparison.cities]


def get(client, query="", language="en"):
    return client.get(f"/{language}/rankings/sci/compare/?{query}")
