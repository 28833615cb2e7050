from datetime import date
from decimal import Decimal

import pytest

from rankings.models import City, MeasureLabel

from ..factories import (
    make_city,
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
    """Three public editions with every kind of figure, and a fourth that is not public."""
    ranking = make_ranking(**texts("name", "Smart Index"))
    make_region(ranking, "asia", ["busan", "seoul"])
    first = make_edition(ranking, 10, {"busan": 12, "paris": 1, "aden": 40}, precision="month")
    second = make_edition(ranking, 11, {"busan": 10, "paris": 2}, after=first)
    for city in ("aden", "rome"):
        make_result(second, city, status="absent")
    third = make_edition(ranking, 12, {"paris": 2}, after=second, published_on=date(2025, 12, 4))
    source = make_source()
    third.sources.add(source)
    make_result(third, "busan", 8, rating=Decimal("701.50"), source=source)
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
    make_edition(ranking, 13, {"busan": 7, "secret": 1}, after=third, is_public=False)
    return ranking


@pytest.fixture
def evil_city():
    """A city whose names would be formulas, with everything that could end a cell or a line."""
    names = texts("name", '=HYPERLINK("http://example.org", "x"), \n') | texts("country", "@SUM(1)")
    make_city("evil")
    City.objects.filter(slug="evil").update(**names)
    return City.objects.get(slug="evil")
