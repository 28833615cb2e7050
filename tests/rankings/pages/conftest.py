import pytest

from ..factories import make_edition, make_measure, make_ranking, make_result, make_source


@pytest.fixture
def ten_cities(db):
    """Two editions of ten cities, of which Busan is the eighth, and an area of two of them."""
    others = {f"city{rank}": rank for rank in (1, 2, 3, 4, 5, 6, 7, 9, 10)}
    ranking = make_ranking()
    first = make_edition(ranking, 1, others | {"busan": 8})
    second = make_edition(ranking, 2, others | {"busan": 8}, after=first)
    make_measure(ranking, "skills")
    make_result(first, "busan", 3, measure="skills", source=make_source())
    make_result(second, "busan", 2, measure="skills")
    make_result(second, "city1", 1, measure="skills")
    return ranking
