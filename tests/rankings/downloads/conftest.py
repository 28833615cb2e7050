from datetime import date
from decimal import Decimal

import pytest

from rankings.models import City, Correction, MeasureLabel

from ..factories import (
    make_city,
    make_claim,
    make_edition,
    make_measure,
    make_ranking,
    make_region,
    make_result,
    make_source,
    texts,
)


@pytest.fixture
def ranking():
    """Three public editions with every kind of figure, and a fourth that is not public.

    In both there are claims; one of the first three agrees with what is shown.
    """
    ranking = make_ranking(**texts("name", "Smart Index"))
    make_region(ranking, "asia", ["busan", "seoul"])
    first = make_edition(ranking, 10, {"busan": 12, "paris": 1, "aden": 40}, precision="month")
    second = make_edition(ranking, 11, {"busan": 10, "paris": 2}, after=first)
    for city in ("aden", "rome"):
        make_result(second, city, status="absent")
    third = make_edition(ranking, 12, {"paris": 2}, after=second, published_on=date(2025, 12, 4))
    source = make_source()
    third.sources.add(source)
    shown = make_result(third, "busan", 8, rating=Decimal("701.50"), source=source)
    make_claim(shown, 9, **texts("note", "=Misprint,"))
    make_claim(shown, rating=Decimal("699.25"), source=make_source("rating"), basis="arithmetic")
    make_claim(shown, 8, rating=Decimal("701.50"), source=make_source("agreeing"))
    make_result(third, "busan", 2, scope="region")
    make_result(third, "seoul", 51, band_end=60)
    make_result(third, "aden", 39, is_joint=True)
    make_result(third, "rome", 39, is_joint=True, basis="list_order")
    make_result(third, "oslo", status="not_published")
    make_result(third, "lima", status="absent")
    skills = make_measure(ranking, "skills")
    MeasureLabel.objects.create(measure=skills, edition=third, **texts("label", "Talent"))
    for edition, rank in ((second, 9), (third, 10)):
        make_result(edition, "busan", rank, measure="skills")
    hide_edition(ranking, third)
    return ranking


def hide_edition(ranking, before):
    hidden = make_edition(ranking, 13, {"busan": 7}, after=before, is_public=False)
    result = make_result(hidden, "secret", 1)
    make_claim(result, 2, source=make_source("secret"), **texts("note", "secret"))
    values = texts("reason", "secret") | {"before": "secret", "after": "1"}
    Correction.objects.create(edition=hidden, **values)


@pytest.fixture
def correction(ranking):
    """One of a rating, whose reason a spreadsheet would take for a formula."""
    edition = ranking.editions.get(number=12)
    return Correction.objects.create(
        edition=edition,
        city=make_city("busan"),
        measure=ranking.measures.get(code="overall"),
        part="rating",
        before="700",
        after="701.5",
        **texts("reason", "@Misread"),
    )


@pytest.fixture
def evil_city():
    """A city whose names would be formulas, with everything that could end a cell or a line."""
    names = texts("name", '=HYPERLINK("http://example.org", "x"), \n') | texts("country", "@SUM(1)")
    make_city("evil")
    City.objects.filter(slug="evil").update(**names)
    return City.objects.get(slug="evil")
