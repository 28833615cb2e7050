"""The forms of corrections and of single results."""

import pytest
from django.urls import reverse

from rankings.models import (
    City,
    Correction,
    Edition,
    Measure,
    Ranking,
    Result,
)

from .conftest import NO_INLINES, address, page, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def correction(result):
    return Correction.objects.create(
        edition=result.edition, city=result.city, measure=result.measure, before="9", after="8"
    )


def test_correction_is_added(admin_client, result):
    admin_client.post(
        address(Correction, "add"),
        {"edition": result.edition_id, "before": "9", "after": "8", **texts(reason="오기")},
    )

    assert Correction.objects.get().reason_en == "오기"


def test_correction_needs_its_reason_in_every_language(admin_client, result):
    response = admin_client.post(
        address(Correction, "add"),
        {"edition": result.edition_id, "before": "9", "after": "8", "reason_ko": "오기"},
    )

    assert list(response.context["adminform"].form.errors) == ["reason_en"]


def test_correction_of_a_measure_of_another_ranking_is_refused(admin_client, result):
    gfci = Ranking.objects.create(
        slug="gfci", name_ko="금융", abbreviation="GFCI", url="https://g.kr"
    )
    measure = Measure.objects.create(ranking=gfci, code="x", label_ko="지표")
    form = {"edition": result.edition_id, "measure": measure.pk, "before": "9", "after": "8"}

    response = admin_client.post(address(Correction, "add"), {**form, **texts(reason="오기")})

    assert "다른 순위에 속한 지표입니다." in page(response)


def test_correction_is_seen_but_never_changed_or_deleted(admin_client, correction):
    form = {"edition": correction.edition_id, "before": "1", "after": "2", **texts(reason="x")}

    assert admin_client.get(address(Correction, "change", correction.pk)).status_code == 200
    for view in ("change", "delete"):
        response = admin_client.post(address(Correction, view, correction.pk), form)
        assert response.status_code == 403
    admin_client.post(
        address(Correction, "changelist"),
        {"action": "delete_selected", "_selected_action": correction.pk, "post": "yes"},
    )
    assert Correction.objects.get().before == "9"


def result_form(result, **extra):
    return {
        "edition": result.edition_id,
        "city": result.city_id,
        "measure": result.measure_id,
        "scope": "world",
        "status": "ranked",
        "rank": "8",
        "basis": "printed",
        **NO_INLINES,
        **extra,
    }


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "이 회차에는 같은 도시·지표·범위의 값이 이미 있습니다."),
        ({"city": "seoul"}, "같은 순위의 도시가 이미 있습니다."),
        ({"city": "seoul", "rank": ""}, "1 이상의 순위를 입력하고"),
        ({"city": "seoul", "rank": "0"}, "1 이상의 순위를 입력하고"),
        ({"city": "seoul", "status": "absent"}, "1 이상의 순위를 입력하고"),
        (
            {"city": "seoul", "status": "absent", "rank": "", "is_joint": "on"},
            "순위가 있어야 공동으로 표시할 수 있습니다.",
        ),
    ],
)
def test_result_that_breaks_a_rule_is_a_sentence(admin_client, result, fields, sentence):
    seoul = City.objects.create(slug="seoul", name_ko="서울", country_ko="대한민국")
    if "city" in fields:
        fields = {**fields, "city": seoul.pk}

    response = admin_client.post(address(Result, "add"), result_form(result, **fields))

    assert sentence in page(response)
    assert Result.objects.count() == 1


def test_result_of_a_draft_edition_changes_and_reverts(admin_client, result):
    admin_client.post(address(Result, "change", result.pk), result_form(result, rank="9"))
    result.refresh_from_db()
    assert result.rank == 9

    first = result.history.last()
    revision = reverse("admin:rankings_result_revision", args=[result.pk, first.pk])
    assert admin_client.get(address(Result, "history", result.pk)).status_code == 200
    admin_client.post(revision, {"newest": result.history.first().pk})
    result.refresh_from_db()
    assert result.rank == 8


def test_reverted_result_stays_in_its_edition_which_nobody_has_seen(admin_client, result):
    first, former = result.history.last(), result.edition
    result.edition = Edition.objects.create(
        ranking=former.ranking, number=13, published_on="2026-05-01"
    )
    result.rank = 9
    result.save()
    former.is_public = True
    former.save()

    revision = reverse("admin:rankings_result_revision", args=[result.pk, first.pk])
    admin_client.post(revision, {"newest": result.history.first().pk})

    result.refresh_from_db()
    assert (result.edition.number, result.rank) == (13, 8)


@pytest.fixture
def public_result(result):
    result.edition.is_public = True
    result.edition.save()
    return result


def test_figures_of_a_public_edition_change_only_in_its_table(admin_client, public_result):
    form = result_form(public_result, rank="9", basis="arithmetic")

    response = admin_client.get(address(Result, "change", public_result.pk))
    admin_client.post(address(Result, "change", public_result.pk), form)

    grid = reverse("admin:rankings_edition_grid", args=[public_result.edition_id])
    assert grid in page(response)
    public_result.refresh_from_db()
    assert (public_result.rank, public_result.basis) == (8, "arithmetic")


def test_figure_of_a_public_edition_is_not_reverted(admin_client, public_result):
    public_result.rank = 7
    public_result.save()
    history = public_result.history
    revision = reverse("admin:rankings_result_revision", args=[public_result.pk, history.last().pk])

    response = admin_client.post(revision, {"newest": history.first().pk})

    assert response.status_code == 403
    public_result.refresh_from_db()
    assert public_result.rank == 7


def test_figure_of_a_public_edition_is_not_deleted(admin_client, public_result):
    admin_client.post(address(Result, "delete", public_result.pk), {"post": "yes"})
    admin_client.post(
        address(Result, "changelist"),
        {"action": "delete_selected", "_selected_action": public_result.pk, "post": "yes"},
    )

    assert Result.objects.filter(pk=public_result.pk).exists()
