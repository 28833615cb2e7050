"""Who reaches drafts of pasted figures: whoever may enter figures of that edition, nobody else."""

import pytest
from django.urls import reverse

from rankings.entry import drafts
from rankings.entry.pasted.text import read_text
from rankings.models import Draft, Edition

from .conftest import stored, user_with

pytestmark = pytest.mark.django_db

PAGES = ["draft_review", "draft_correct", "draft_delete"]


@pytest.fixture
def draft(edition, cities):
    colleague = user_with("change_edition", "change_result")
    return drafts.start(edition, colleague, read_text("도시\t순위\n부산\t8\n서울\t9\n"))


def addresses(draft):
    keys = [draft.edition_id, draft.pk]
    own = [reverse(f"admin:rankings_{name}", args=keys) for name in PAGES]
    return [reverse("admin:rankings_edition_paste", args=keys[:1]), *own]


def is_untouched(draft):
    now = Draft.objects.get(pk=draft.pk)
    return now.saved_at is None and now.layout == {} and stored(draft.edition) == {}


@pytest.mark.parametrize("permissions", [(), ("change_result",), ("view_edition", "view_result")])
def test_figures_are_pasted_by_those_who_may_enter_them(client, draft, permissions):
    client.force_login(user_with(*permissions))

    for address in addresses(draft):
        assert client.get(address).status_code == 403
        assert client.post(address, {"save": "1", "text": "a\tb"}).status_code == 403

    assert is_untouched(draft)
    assert Draft.objects.count() == 1


def test_drafts_of_a_public_edition_are_for_approvers(client, draft, editor):
    Edition.objects.filter(pk=draft.edition_id).update(is_public=True)
    client.force_login(draft.made_by)

    grid = reverse("admin:rankings_edition_grid", args=[draft.edition_id])
    for address in [*addresses(draft), grid]:
        response = client.get(address)
        assert response.status_code == 403
        assert "승인자에게" in response.content.decode()
        assert client.post(address, {"save": "1"}).status_code == 403
    assert is_untouched(draft)

    client.force_login(editor)
    assert client.get(addresses(draft)[1]).status_code == 200


def test_strangers_are_asked_to_log_in(client, draft):
    for address in addresses(draft):
        assert client.get(address)["Location"].startswith(reverse("admin:login"))
        assert client.post(address, {"save": "1"}).status_code == 302
    assert is_untouched(draft)


def test_colleagues_open_drafts_and_see_whose_they_are(client, draft, editor):
    client.force_login(editor)

    listed = client.get(addresses(draft)[0]).content.decode()
    opened = client.get(addresses(draft)[1]).content.decode()

    assert draft.made_by.username in listed
    assert draft.made_by.username in opened


def test_draft_is_not_reached_through_another_edition(client, draft, editor, previous):
    client.force_login(editor)

    for name in PAGES:
        address = reverse(f"admin:rankings_{name}", args=[previous.pk, draft.pk])
        assert client.get(address).status_code == 404
        assert client.post(address, {"save": "1"}).status_code == 404
    assert is_untouched(draft)


@pytest.mark.parametrize(
    "junk",
    [
        {"header": "0,99999", "column-0": "\x00", "column-1": "9-world"},
        {"header": "x", "cleared": ["1", "a b", "99999999999999999999 1-world"]},
        {"confirmed": ["x" * 5000], "warning_reason": "가" * 100_000},
        {"source": "99999"},
        {"seen_figures": "\x00", "seen_changes": "x", "save": "1"},
        {"city--choice": "1", "city-부산-choice": "other", "measure-x": "y", "save": "1"},
    ],
)
def test_forged_decisions_are_never_a_server_error(client, draft, editor, junk):
    client.force_login(editor)

    response = client.post(addresses(draft)[1], junk)

    assert response.status_code in (200, 302)
    assert stored(draft.edition) == {}
