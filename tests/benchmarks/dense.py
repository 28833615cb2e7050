"""A ranking as large as any that a city meets: every city ranked in every edition and measure.

It is the same each time; ranks drift from edition to edition as those of real indices do.
"""

from datetime import date
from random import Random

from django.conf import settings
from modeltranslation.utils import build_localized_fieldname as in_language

from rankings.models import City, CityRegion, Edition, Measure, Ranking, Region, Result, Source

SLUG = "dense"
EDITIONS, CITIES, MEASURES, REGIONS = 60, 200, 12, 6
DRIFT = 12  # places by which a city may move between two editions, before all are ranked anew
BATCH = 5_000


def fill():
    """Add it, public, beside whatever there is."""
    ranking = Ranking.objects.create(
        slug=SLUG,
        abbreviation="DENSE",
        url="https://example.org/dense",
        position=9,
        **texts("name", "Dense index"),
        **texts("publisher", "Office of figures"),
    )
    measures = make_measures(ranking)
    cities = make_cities(ranking)
    editions = make_editions(ranking)
    make_results(editions, measures, cities)
    return ranking


def texts(field, text):
    return {in_language(field, code): f"{text} ({code})" for code, _name in settings.LANGUAGES}


def make_measures(ranking):
    kinds = ["overall", *["area"] * (MEASURES - 1)]
    return Measure.objects.bulk_create(
        Measure(
            ranking=ranking,
            code=f"measure-{place}",
            kind=kind,
            position=place,
            **texts("label", f"Measure {place}"),
        )
        for place, kind in enumerate(kinds)
    )


def make_cities(ranking):
    """The home city, which is there already, and others, each in a region of the ranking."""
    others = City.objects.bulk_create(
        City(slug=f"city-{place}", **texts("name", f"City {place}"), **texts("country", "Land"))
        for place in range(1, CITIES)
    )
    cities = [City.objects.get(slug=settings.HOME_CITY), *others]
    regions = Region.objects.bulk_create(
        Region(ranking=ranking, slug=f"region-{place}", **texts("name", f"Region {place}"))
        for place in range(REGIONS)
    )
    CityRegion.objects.bulk_create(
        CityRegion(ranking=ranking, region=regions[place % REGIONS], city=city)
        for place, city in enumerate(cities)
    )
    return cities


def make_editions(ranking):
    source = Source.objects.create(url="https://example.org/dense/1", **texts("title", "Report"))
    editions = []
    for number in range(1, EDITIONS + 1):
        edition = Edition.objects.create(
            ranking=ranking,
            number=number,
            published_on=date(1996 + (number - 1) // 2, 3 + 6 * ((number - 1) % 2), 20),
            previous=editions[-1] if editions else None,
            cities_included=CITIES,
            is_public=True,
        )
        edition.sources.add(source)
        editions.append(edition)
    return editions


def make_results(editions, measures, cities):
    random = Random(60)
    orders = {measure: random.sample(cities, len(cities)) for measure in measures}
    for edition in editions:
        for measure in measures:
            orders[measure] = drifted(orders[measure], random)
            Result.objects.bulk_create(ranked(edition, measure, orders[measure]), BATCH)


def drifted(order, random):
    places = {city: place + random.uniform(-DRIFT, DRIFT) for place, city in enumerate(order)}
    return sorted(order, key=places.__getitem__)


def ranked(edition, measure, order):
    is_rated = measure.kind == "overall"
    return [
        Result(
            edition=edition,
            city=city,
            measure=measure,
            rank=rank,
            rating=1000 - rank if is_rated else None,
        )
        for rank, city in enumerate(order, start=1)
    ]
