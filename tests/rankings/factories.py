"""Small rankings for tests. Names say their language: «Busan en», «Busan ko»."""

from datetime import date

from django.conf import settings
from modeltranslation.utils import build_localized_fieldname as in_language

from rankings.models import (
    City,
    CityRegion,
    Claim,
    Edition,
    Measure,
    Ranking,
    Region,
    Result,
    Source,
)


def texts(field, text):
    return {in_language(field, code): f"{text} {code}" for code, _name in settings.LANGUAGES}


def make_ranking(slug="sci", **values):
    ranking = Ranking.objects.create(
        slug=slug,
        abbreviation=slug.upper(),
        url=f"https://example.org/{slug}",
        **texts("name", f"Index {slug}") | texts("publisher", "Office") | values,
    )
    make_measure(ranking, "overall", "overall")
    return ranking


def make_measure(ranking, code, kind="area", **values):
    values = texts("label", code.title()) | values
    return Measure.objects.create(ranking=ranking, code=code, kind=kind, **values)


def make_city(slug):
    city = City.objects.filter(slug=slug).first()
    values = texts("name", slug.title()) | texts("country", "Land")
    return city or City.objects.create(slug=slug, **values)


def make_edition(ranking, number, ranks=(), *, after=None, **values):
    """An edition with the overall `ranks` of cities, as {slug: rank}; two of a year."""
    values = {
        "published_on": date(2020 + (number - 1) // 2, 6 * ((number - 1) % 2) + 1, 1),
        "is_public": True,
        "previous": after,
    } | values
    edition = Edition.objects.create(ranking=ranking, number=number, **values)
    for city, rank in dict(ranks).items():
        make_result(edition, city, rank)
    return edition


def make_result(edition, city, rank=None, measure="overall", **values):
    return Result.objects.create(
        edition=edition,
        city=make_city(city),
        measure=edition.ranking.measures.get(code=measure),
        rank=rank,
        **values,
    )


def make_region(ranking, slug, cities=()):
    region = Region.objects.create(ranking=ranking, slug=slug, **texts("name", slug.title()))
    for city in cities:
        CityRegion.objects.create(region=region, city=make_city(city))
    return region


def make_source(number=1):
    return Source.objects.create(
        url=f"https://example.org/source/{number}", **texts("title", f"Report {number}")
    )


def make_claim(result, rank=None, **values):
    values = {"source": values.get("source") or make_source(f"claim-{rank}")} | values
    return Claim.objects.create(result=result, rank=rank, **values)
