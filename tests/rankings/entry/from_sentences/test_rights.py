"""Who reads ranks out of sentences: whoever may enter figures, and of shown editions approvers."""

import pytest
from django.urls import reverse

from rankings.models import Draft, Edition, Ranking
from tests.rankings.entry.conftest import user_with

from .sentences_page import Reader

pytestmark = pytest.mark.django_db

PAGES = ["ranking_sentences", "ranking_drafts"]
LINK = "문장에서 순위 읽기"


@pytest.fixture
def anybody(client, ranking, edition, cities):
    """Before any person has logged in, with an edition that can be filled."""
    return client


def editor_without_approval():
    return user_with("view_ranking", "change_ranking", "change_edition", "change_result")


@pytest.mark.parametrize(
    "permissions",
    [(), ("change_result",), ("change_edition",), ("view_edition", "view_result", "view_ranking")],
)
def test_sentences_are_read_by_those_who_may_enter_figures(anybody, ranking, permissions):
    anybody.force_login(user_with(*permissions))

    for page in PAGES:
        address = reverse(f"admin:rankings_{page}", args=[ranking.pk])
        assert anybody.get(address).status_code == 403
        assert anybody.post(address, {"text": "부산 8위", "review": "1"}).status_code == 403


def test_strangers_are_asked_to_log_in(anybody, ranking):
    for page in PAGES:
        address = reverse(f"admin:rankings_{page}", args=[ranking.pk])
        assert anybody.get(address)["Location"].startswith(reverse("admin:login"))


def test_public_edition_is_left_to_approvers(anybody, ranking, edition, previous):
    Edition.objects.filter(pk=edition.pk).update(is_public=True)
    anybody.force_login(editor_without_approval())

    assert anybody.get(Reader(anybody, ranking, edition).address).status_code == 403
    reader = Reader(anybody, ranking).read("부산: 11회차 12위 → 12회차 8위")
    assert "승인자만" in reader.content
    assert reader.boxes["take"] == ["1"]
    reader.take(1, 2).review()

    assert [draft.edition for draft in Draft.objects.all()] == [previous]


def test_public_edition_is_not_offered_for_figures_of_an_unnamed_one(anybody, ranking, edition):
    Edition.objects.filter(pk=edition.pk).update(is_public=True)
    anybody.force_login(editor_without_approval())

    reader = Reader(anybody, ranking).read("지난해 서울은 17위였다.").take(1)
    reader.choose(unnamed="12").review()

    assert reader.errors
    assert not Draft.objects.exists()


def test_approvers_fill_public_editions(anybody, ranking, edition, editor):
    Edition.objects.filter(pk=edition.pk).update(is_public=True)
    anybody.force_login(editor)

    reader = Reader(anybody, ranking, edition).read("부산은 8위다.").review()

    assert reader.draft.edition == edition


def test_drafts_are_listed_for_those_who_may_save_them(anybody, ranking, edition, editor):
    anybody.force_login(editor)
    Reader(anybody, ranking).read("부산은 8위다.").review()
    address = reverse("admin:rankings_ranking_drafts", args=[ranking.pk])
    assert len(anybody.get(address).context["drafts"]) == 1

    Edition.objects.filter(pk=edition.pk).update(is_public=True)
    anybody.force_login(editor_without_approval())

    assert len(anybody.get(address).context["drafts"]) == 0


def test_edition_of_another_ranking_and_unknown_ones_are_not_found(anybody, ranking, editor):
    other = Ranking.objects.create(
        slug="gfci", name_ko="금융", abbreviation="G", url="https://b.kr"
    )
    foreign = Edition.objects.create(ranking=other, number=1, published_on="2025-01-01")
    anybody.force_login(editor)
    address = Reader(anybody, ranking).address

    for edition in (foreign.pk, 99999, "x", "9" * 5000, "\x00"):
        assert anybody.get(address, {"edition": edition}).status_code == 404
    assert anybody.get(reverse("admin:rankings_ranking_sentences", args=[999])).status_code == 404


def test_page_is_reached_from_the_ranking_and_from_its_editions(anybody, ranking, edition):
    anybody.force_login(editor_without_approval())
    plain = Reader(anybody, ranking).address
    of_edition = Reader(anybody, ranking, edition).address

    for page, keys, address in (
        ("ranking_changelist", [], plain),
        ("ranking_change", [ranking.pk], plain),
        ("edition_grid", [edition.pk], of_edition),
        ("edition_paste", [edition.pk], of_edition),
        ("edition_change", [edition.pk], of_edition),
    ):
        content = anybody.get(reverse(f"admin:rankings_{page}", args=keys)).content.decode()
        assert f'href="{address}"' in content, page


@pytest.mark.parametrize("page", ["ranking_changelist", "ranking_change"])
def test_link_is_only_shown_to_those_who_may_follow_it(anybody, ranking, page):
    anybody.force_login(user_with("view_ranking", "change_edition"))
    keys = [ranking.pk] if page == "ranking_change" else []

    assert LINK not in anybody.get(reverse(f"admin:rankings_{page}", args=keys)).content.decode()
