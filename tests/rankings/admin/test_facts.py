"""Facts about an edition that readers have seen change only with a reason, which is published."""

import pytest

from rankings.models import Correction, Edition, Source
from tests.newsroom import at_work, fields_of

from .conftest import address, page

pytestmark = pytest.mark.django_db

REASONS = {"reason_ko": "보도자료를 잘못 읽음", "reason_en": "Misread the release"}


@pytest.fixture
def seen(sci):
    first = Edition.objects.create(ranking=sci, number=10, published_on="2024-11-01")
    source = Source.objects.create(url="https://a.kr/1", title_ko="발표문", title_en="Release")
    edition = Edition.objects.create(
        ranking=sci,
        number=12,
        published_on="2025-12-01",
        precision="month",
        previous=first,
        cities_included=51,
        is_public=True,
    )
    edition.sources.add(source)
    return edition


def save(edition, person="approver", **typed):
    client, target = at_work(person), address(Edition, "change", edition.pk)
    return client.post(target, fields_of(client.get(target), **typed))


def corrections():
    values = Correction.objects.order_by("part").values_list("part", "before", "after")
    return list(values)


# [what is typed, the correction it is]
FACTS = [
    ({"number": "11"}, ("number", "12", "11")),
    ({"published_on": "2025-11-01"}, ("published_on", "2025-12", "2025-11")),
    ({"precision": "year"}, ("published_on", "2025-12", "2025")),
    ({"previous": ""}, ("previous", "10", "-")),
    ({"cities_included": "72"}, ("cities_included", "51", "72")),
    ({"cities_included": ""}, ("cities_included", "51", "-")),
]


@pytest.mark.parametrize(("typed", "correction"), FACTS)
def test_fact_that_readers_have_seen_asks_for_a_reason_in_every_language(seen, typed, correction):
    _part, before, after = correction

    refused = save(seen, **typed)
    half = save(seen, "administrator", **typed, reason_ko="보도자료를 잘못 읽음")

    assert f"{before} → {after}" in page(refused)
    errors = refused.context["adminform"].form.errors
    assert set(errors) == {"reason_ko", "reason_en"}
    assert set(half.context["adminform"].form.errors) == {"reason_en"}
    assert corrections() == []
    assert Edition.objects.filter(number=12, cities_included=51, precision="month").exists()


@pytest.mark.parametrize(("typed", "correction"), FACTS)
def test_fact_changed_with_a_reason_is_a_correction(seen, typed, correction):
    response = save(seen, **typed, **REASONS)

    assert response.status_code == 302
    assert corrections() == [correction]
    made = Correction.objects.get()
    assert (made.edition, made.city, made.reason_en) == (seen, None, REASONS["reason_en"])


def test_several_facts_are_as_many_corrections(seen):
    save(seen, number="11", cities_included="72", **REASONS)

    assert corrections() == [("cities_included", "51", "72"), ("number", "12", "11")]


@pytest.mark.parametrize("typed", [{"factors": "134"}, {"note_ko": "이견 있음"}, {}])
def test_fact_that_was_missing_and_texts_ask_for_no_reason(seen, typed):
    assert save(seen, **typed).status_code == 302
    assert corrections() == []


def test_fact_that_nobody_has_seen_asks_for_no_reason(seen):
    Edition.objects.filter(pk=seen.pk).update(is_public=False, was_public=False)

    assert save(seen, "editor", number="11").status_code == 302
    assert corrections() == []


def test_withdrawing_an_edition_does_not_open_a_way_past_the_reason(seen):
    assert save(seen, is_public=None).status_code == 302

    refused = save(seen, "editor", cities_included="72")

    assert refused.status_code == 200
    assert Edition.objects.get(number=12).cities_included == 51
