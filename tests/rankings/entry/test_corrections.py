"""Figures that readers have seen change only with a reason, which is published."""

import pytest

from rankings.models import Correction, Result

from .conftest import stored

pytestmark = pytest.mark.django_db

REASONS = {"reason_ko": "원문과 다르게 적었음", "reason_en": "Differed from the source"}


@pytest.fixture
def public_grid(grid, cities):
    grid.open().type(cities["busan"], overall="8", overall_rating="636", overall_region="2")
    grid.type(cities["seoul"], technology="-").save()
    grid.edition.is_public = True
    grid.edition.save()
    return grid.open()


def test_changed_figure_asks_for_a_reason_in_every_language(public_grid, cities):
    public_grid.type(cities["busan"], overall="9").save()

    errors = public_grid.response.context["form"].errors
    assert "English 사유도 적으십시오." in errors["reason_en"][0]
    assert "한국어 사유도 적으십시오." in errors["reason_ko"][0]
    assert "부산, 종합 순위: 8 → 9" in public_grid.response.content.decode()
    assert stored(public_grid.edition)["busan overall world"] == "8 / 636.00"


@pytest.mark.parametrize("missing", [*REASONS])
def test_reason_that_lacks_a_language_is_refused(public_grid, cities, missing):
    public_grid.type(cities["busan"], overall="9").save(**{**REASONS, missing: " "})

    assert not public_grid.is_saved
    assert list(public_grid.response.context["form"].errors) == ["__all__", missing]
    assert not Correction.objects.exists()


def test_each_changed_figure_becomes_a_correction(public_grid, cities):
    public_grid.type(cities["busan"], overall="9", overall_rating="640", overall_region="")

    public_grid.save(**REASONS).confirm(**REASONS)

    corrections = Correction.objects.order_by("before").values_list(
        "city__slug", "measure__code", "part", "before", "after", "reason_ko", "reason_en"
    )
    reasons = tuple(REASONS.values())
    assert list(corrections) == [
        ("busan", "overall", "region_rank", "2", "-", *reasons),
        ("busan", "overall", "rating", "636", "640", *reasons),
        ("busan", "overall", "", "8", "9", *reasons),
    ]
    assert {correction.edition for correction in Correction.objects.all()} == {public_grid.edition}


def test_figure_that_readers_saw_asks_for_a_reason_though_it_was_withdrawn(public_grid, cities):
    public_grid.edition.is_public = False
    public_grid.edition.save()
    public_grid.open().type(cities["busan"], overall="9").save()

    assert not public_grid.is_saved
    assert public_grid.save(**REASONS).is_saved
    assert Correction.objects.get().after == "9"


def test_first_entry_of_a_missing_figure_is_no_correction(public_grid, cities):
    public_grid.type(cities["busan"], technology="3").type(cities["seoul"], technology="4").save()

    assert public_grid.is_saved
    assert not Correction.objects.exists()


def test_draft_changes_without_a_reason(grid, cities):
    grid.open().type(cities["busan"], overall="8").save()

    grid.open().type(cities["busan"], overall="9").save()

    assert grid.is_saved
    assert not Correction.objects.exists()


def test_reason_is_kept_while_a_warning_is_confirmed(public_grid, cities):
    public_grid.type(cities["busan"], overall="70").save(**REASONS)

    assert not public_grid.is_saved
    content = public_grid.response.content.decode()
    assert all(reason in content for reason in REASONS.values())
    assert public_grid.confirm(**REASONS).is_saved
    assert Correction.objects.get().after == "70"


def test_correction_and_figure_are_stored_together_or_not_at_all(public_grid, cities):
    public_grid.type(cities["busan"], overall="9", technology="abc").save(**REASONS)

    assert not public_grid.is_saved
    assert not Correction.objects.exists()
    assert Result.objects.get(edition=public_grid.edition, rating=636).rank == 8
