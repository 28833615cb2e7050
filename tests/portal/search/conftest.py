import pytest

from rankings.models import City
from tests.rankings.factories import make_edition, make_measure, make_ranking


@pytest.fixture
def ranking(db):
    ranking = make_ranking("sci", name_ko="스마트센터지수", name_en="Smart Centres Index")
    make_measure(ranking, "technology", label_ko="첨단기술", label_en="Technology")
    make_edition(ranking, 1, {"busan": 8, "seoul": 10})
    City.objects.filter(slug="busan").update(name_ko="부산", name_en="Busan")
    City.objects.filter(slug="seoul").update(name_ko="서울", name_en="Seoul")
    return ranking
