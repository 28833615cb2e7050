"""What is pasted, saved and downloaded reads as no change when it is entered again."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rankings.models import Edition

from .conftest import stored
from .paste_page import Desk

pytestmark = pytest.mark.django_db

TABLE = (
    "도시\t순위\t평점\t지역 순위\t기술\t지원\n"
    "런던\t=1\t700\t1\t2\t51-60\n"
    "취리히\t=1\t699.5\t2\t=3\t51-60\n"
    "부산\t3\t636\t1\t=3\t-\n"
    "서울\t×\t\t\t-\t×\n"
)


@pytest.fixture
def desk(client, editor, edition, cities):
    for measure in edition.ranking.measures.all():
        measure.label_en = measure.code.title()
        measure.save()
    client.force_login(editor)
    return Desk(client, edition)


def save(desk):
    if "confirmed" in desk.boxes:
        desk.tick("confirmed").set("warning_reason", "-")
    assert desk.save().is_saved, desk.messages


def download(desk, name):
    Edition.objects.filter(pk=desk.edition.pk).update(is_public=True)
    response = desk.client.get(f"/en/rankings/sci/12/{name}")
    Edition.objects.filter(pk=desk.edition.pk).update(is_public=False)
    return SimpleUploadedFile(name, response.getvalue())


@pytest.mark.parametrize("name", ["data.csv", "data.xlsx"])
def test_downloaded_edition_changes_nothing_when_it_is_entered_again(desk, name):
    save(desk.paste(TABLE))
    before = stored(desk.edition)
    assert len(before) == 15

    desk.paste(file=download(desk, name))

    assert desk.review.layout_problems == []
    assert desk.review.problems == []
    counts = desk.review.counts
    assert counts | {"same": 0} == {"new": 0, "changed": 0, "cleared": 0, "same": 0}
    assert counts["same"] == len(before) + 3  # each rating beside its rank
    assert not desk.review.missing
    save(desk)
    assert stored(desk.edition) == before


# Columns of four cities, each in any order: ties, bands, what was not published, absent cities.
COLUMNS = st.sampled_from(
    [["=5", "=5", "1", "-"], ["1", "2", "11-20", "11-20"], ["×", "-", "3", "4"]]
).flatmap(st.permutations)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(columns=st.tuples(COLUMNS, COLUMNS, COLUMNS))
def test_any_table_comes_back_as_it_was_entered(desk, columns):
    desk.edition.results.all().delete()
    cities = ["부산", "서울", "런던", "취리히"]
    rows = zip(cities, *columns, strict=True)
    save(desk.paste("\n".join(["도시\t순위\t기술\t지원", *map("\t".join, rows)])))
    assert desk.edition.results.count() == 12

    desk.paste(file=download(desk, "data.csv"))

    assert (desk.review.changes, desk.review.problems) == ([], [])
    assert desk.review.counts["same"] == 12
