import pytest

from rankings.models import Measure

from .sentences_page import Reader


@pytest.fixture
def reader(client, editor, ranking, edition, cities):
    """At the page of a ranking with two editions, 11 and 12, and names in two languages."""
    ranking.name_en = "Smart Index"
    ranking.name_ko = "스마트지수"
    ranking.save()
    for code, name in {"overall": "Overall", "technology": "Technology"}.items():
        Measure.objects.filter(ranking=ranking, code=code).update(label_en=name)
    client.force_login(editor)
    return Reader(client, ranking)
