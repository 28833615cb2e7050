"""What readers already see changes only through approvers; the rest is open to every editor."""

import pytest

from rankings.models import City, Correction, Edition, Ranking, Result, Source
from tests.newsroom import at_work

from .conftest import address, page, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def source():
    return Source.objects.create(url="https://a.kr/1", title_ko="발표문", title_en="Announcement")


@pytest.fixture
def shown(result, source):
    """One object of each model that a public edition shows."""
    result.source = source
    result.save()
    Edition.objects.update(is_public=True)
    return {
        Edition: result.edition,
        Result: result,
        Ranking: result.edition.ranking,
        City: result.city,
        Source: source,
    }


MODELS = [Edition, Result, Ranking, City, Source]


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("person", ["editor", "approver"])
def test_what_is_not_shown_yet_is_open_to_every_editor(person, model, result, source):
    objects = [result.edition, result, result.edition.ranking, result.city, source]
    [obj] = [obj for obj in objects if type(obj) is model]

    response = at_work(person).get(address(model, "change", obj.pk))

    assert response.context["has_change_permission"]


@pytest.mark.parametrize("model", MODELS)
def test_what_is_shown_opens_read_only_for_editors_and_says_who_can(model, shown):
    editor = at_work("editor")
    target = address(model, "change", shown[model].pk)

    response = editor.get(target)

    assert not response.context["has_change_permission"]
    assert "승인자" in page(response)
    assert editor.post(target, {}).status_code == 403
    assert (
        editor.post(address(model, "delete", shown[model].pk), {"post": "yes"}).status_code == 403
    )


@pytest.mark.parametrize("model", MODELS)
def test_what_is_shown_is_open_to_approvers(model, shown):
    response = at_work("approver").get(address(model, "change", shown[model].pk))

    assert response.context["has_change_permission"]
    assert not response.context["is_left_to_approvers"]


def test_table_of_a_public_edition_is_open_to_approvers_alone(shown):
    target = address(Edition, "grid", shown[Edition].pk)

    assert at_work("editor").get(target).status_code == 403
    assert at_work("approver").get(target).status_code == 200


def test_nobody_adds_single_figures_to_a_public_edition(shown):
    seoul = City.objects.create(
        slug="seoul", name_ko="서울", name_en="Seoul", country_ko="대한민국"
    )
    figure = {
        "edition": shown[Edition].pk,
        "city": seoul.pk,
        "measure": shown[Result].measure_id,
        "scope": "world",
        "status": "ranked",
        "rank": "9",
        "basis": "printed",
    }

    for person in ("editor", "approver"):
        response = at_work(person).post(address(Result, "add"), figure)

        assert "edition" in response.context["adminform"].form.errors
    assert Result.objects.count() == 1


def test_corrections_are_written_by_approvers(shown):
    correction = {
        "edition": shown[Edition].pk,
        "before": "9",
        "after": "8",
        **texts(reason="오기"),
    }

    assert at_work("editor").post(address(Correction, "add"), correction).status_code == 403
    assert at_work("approver").post(address(Correction, "add"), correction).status_code == 302
    assert Correction.objects.count() == 1


@pytest.mark.parametrize("model", [Ranking, City])
def test_short_name_in_addresses_stays_once_it_is_stored(admin_client, model, shown):
    obj = shown[model]

    form = admin_client.get(address(model, "change", obj.pk)).context["adminform"].form

    assert form.fields["slug"].disabled
    assert (
        not admin_client.get(address(model, "add"))
        .context["adminform"]
        .form.fields["slug"]
        .disabled
    )


def public_form(edition, **fields):
    return {
        "number": edition.number,
        "published_on": "2025-12-04",
        "precision": "day",
        "is_public": "on",
        "labels-TOTAL_FORMS": "0",
        "labels-INITIAL_FORMS": "0",
        **fields,
    }


def test_edition_needs_a_source_to_become_public(admin_client, edition, source):
    target = address(Edition, "change", edition.pk)

    refused = admin_client.post(target, public_form(edition))
    accepted = admin_client.post(target, public_form(edition, sources=[source.pk]))

    assert "sources" in refused.context["adminform"].form.errors
    assert accepted.status_code == 302
    assert Edition.objects.public().get() == edition
