"""Claims of other sources are kept with a figure; chosen, one is shown in its place."""

from decimal import Decimal

import pytest
from django.urls import reverse

from rankings.models import City, Claim, Correction, Result, Source
from tests.newsroom import at_work, fields_of

from .conftest import address, page, texts

pytestmark = pytest.mark.django_db

REASONS = {"reason_ko": "원문을 확인함", "reason_en": "Checked with the publisher"}


@pytest.fixture
def sources():
    return [
        Source.objects.create(url=f"https://a.kr/{name}", title_ko=name, title_en=name)
        for name in ("own", "other", "third")
    ]


@pytest.fixture
def claim(result, sources):
    own, other, _third = sources
    result.source, result.rating = own, Decimal(700)
    result.save()
    return Claim.objects.create(result=result, rank=9, source=other, **texts(note="오기로 보임"))


@pytest.fixture
def seen(claim):
    claim.result.edition.is_public = True
    claim.result.edition.save()
    return claim


def choose_address(claim):
    return reverse("admin:rankings_claim_choose", args=[claim.result_id, claim.pk])


def choose(client, claim, **typed):
    shown = client.get(choose_address(claim)).context["form"]["seen"].value()
    return client.post(choose_address(claim), {"seen": shown, **typed})


def save_claims(client, result, *claims):
    """Send the page of the result with `claims` added, as dictionaries."""
    target = address(Result, "change", result.pk)
    stored = result.claims.count()
    added = {
        f"claims-{place}-{name}": value
        for place, claim in enumerate(claims, start=stored)
        for name, value in {"basis": "printed", **claim}.items()
    }
    form = fields_of(client.get(target), **added)
    return client.post(target, {**form, "claims-TOTAL_FORMS": stored + len(claims)})


def errors_of(response):
    [inline] = response.context["inline_admin_formsets"]
    return str(inline.formset.errors) + str(inline.formset.non_form_errors())


def test_claim_is_kept_with_its_figure(result, sources):
    response = save_claims(
        at_work("editor"), result, {"rank": "9", "source": sources[1].pk, **texts(note="오기")}
    )

    assert response.status_code == 302
    claim = Claim.objects.get()
    assert (claim.result, claim.rank, claim.source, claim.note_en) == (
        result,
        9,
        sources[1],
        "오기",
    )


WRONG = [
    ({"rank": "8"}, "서로 다를 때만"),
    ({}, "순위나 평점"),
    ({"rank": "9", "is_joint": "on", "band_end": "12"}, "구간"),
    ({"rank": "9", "note_ko": "오기"}, "English"),
    ({"rank": "0"}, "순위"),
    ({"rank": "9", "source": ""}, "필수"),
]


@pytest.mark.parametrize(("typed", "sentence"), WRONG)
def test_wrong_claim_is_explained(result, sources, typed, sentence):
    response = save_claims(at_work("editor"), result, {"source": sources[1].pk, **typed})

    assert response.status_code == 200
    assert sentence in errors_of(response)
    assert not Claim.objects.exists()


def test_source_claims_one_thing(result, sources):
    twice = {"source": sources[1].pk}

    response = save_claims(
        at_work("editor"), result, {"rank": "9", **twice}, {"rank": "10", **twice}
    )

    assert response.status_code == 200
    assert not Claim.objects.exists()


def test_ranks_in_a_region_have_no_claims(result):
    result.scope = "region"
    result.save()

    response = at_work("editor").get(address(Result, "change", result.pk))

    assert response.context["inline_admin_formsets"] == []


def test_editors_look_at_the_claims_of_what_readers_see_and_approvers_change_them(seen, sources):
    target = address(Result, "change", seen.result_id)
    editor, approver = at_work("editor"), at_work("approver")

    assert "오기로 보임" in page(editor.get(target))
    assert editor.post(target, {}).status_code == 403
    assert save_claims(
        approver, seen.result, {"rank": "10", "source": sources[2].pk}
    ).status_code in (302,)
    assert seen.result.claims.count() == 2


@pytest.mark.parametrize(
    ("person", "status"),
    [(None, 302), ("guest", 403), ("editor", 403), ("approver", 200), ("administrator", 200)],
)
def test_only_approvers_choose_among_what_readers_see(client, seen, person, status):
    if person:
        client = at_work(None if person == "guest" else person)

    assert client.get(choose_address(seen)).status_code == status
    response = client.post(choose_address(seen), {"seen": "8위(평점 700)", **REASONS})
    assert response.status_code == (302 if status in (200, 302) else status)
    seen.result.refresh_from_db()
    assert seen.result.rank == (9 if status == 200 else 8)


def test_editors_choose_before_readers_see_anything(claim):
    response = choose(at_work("editor"), claim)

    assert response.status_code == 302
    assert response.url == address(Result, "change", claim.result_id)
    assert not Correction.objects.exists()


def test_chosen_claim_and_the_figure_change_places(claim, sources):
    own, other, _third = sources
    Claim.objects.update(basis="arithmetic")

    choose(at_work("editor"), claim)

    result = Result.objects.get()
    assert (result.rank, result.source, result.basis) == (9, other, "arithmetic")
    claim.refresh_from_db()
    assert (claim.rank, claim.source, claim.basis) == (8, own, "printed")
    assert (result.rating, claim.rating) == (700, None)
    assert [record.rank for record in result.history.all()[:2]] == [9, 8]


def test_choice_is_undone_by_choosing_again(claim):
    before = Result.objects.values().get(), Claim.objects.values("rank", "source").get()
    editor = at_work("editor")

    choose(editor, claim)
    choose(editor, claim)

    assert before == (Result.objects.values().get(), Claim.objects.values("rank", "source").get())


def test_claim_of_a_rating_leaves_the_rank(claim, sources):
    Claim.objects.update(rank=None, rating=Decimal(699))

    choose(at_work("editor"), claim)

    assert Result.objects.values_list("rank", "rating").get() == (8, 699)
    assert Claim.objects.values_list("rank", "rating").get() == (None, 700)


def test_figure_that_said_nothing_becomes_no_claim(claim):
    Result.objects.update(status="not_published", rank=None, rating=None, source=None)

    choose(at_work("editor"), claim)

    assert Result.objects.values_list("status", "rank").get() == ("ranked", 9)
    assert not Claim.objects.exists()


def test_choice_among_public_figures_asks_why_in_every_language(seen):
    approver = at_work("approver")

    assert "사유" in str(choose(approver, seen).context["form"].non_field_errors())
    response = choose(approver, seen, reason_ko="원문을 확인함")

    assert response.status_code == 200
    assert "English" in str(response.context["form"].errors["reason_en"])
    assert Result.objects.get().rank == 8
    assert not Correction.objects.exists()


def test_choice_among_public_figures_is_a_correction_and_its_reason_the_note(seen):
    Claim.objects.update(rating=Decimal("701.5"))

    choose(at_work("approver"), seen, **REASONS)

    corrections = Correction.objects.order_by("part").values_list(
        "city__slug", "measure__kind", "part", "before", "after", "reason_ko", "reason_en"
    )
    assert list(corrections) == [
        ("busan", "overall", "", "8", "9", *REASONS.values()),
        ("busan", "overall", "rating", "700", "701.5", *REASONS.values()),
    ]
    assert Claim.objects.get().note_en == REASONS["reason_en"]


def test_choice_that_would_share_a_rank_is_refused_and_changes_nothing(seen):
    seoul = City.objects.create(slug="seoul", name_ko="서울", country_ko="대한민국")
    result = seen.result
    Result.objects.create(edition=result.edition, measure=result.measure, city=seoul, rank=9)
    before = Result.objects.values().get(pk=result.pk), Claim.objects.values().get()

    response = choose(at_work("approver"), seen, **REASONS)

    assert response.status_code == 200
    assert "공동" in str(response.context["form"].non_field_errors())
    assert before == (Result.objects.values().get(pk=result.pk), Claim.objects.values().get())
    assert not Correction.objects.exists()


def test_choice_made_from_an_old_page_is_refused(claim):
    editor = at_work("editor")
    drawn = editor.get(choose_address(claim)).context["form"]["seen"].value()
    Result.objects.update(rank=7)

    response = editor.post(choose_address(claim), {"seen": drawn})

    assert "7위" in str(response.context["form"].non_field_errors())
    assert Result.objects.get().rank == 7


def test_source_of_the_former_figure_is_asked_for_when_several_are_possible(claim, sources):
    Result.objects.update(source=None)
    claim.result.edition.sources.set([sources[0], sources[2]])
    editor = at_work("editor")

    unsaid = choose(editor, claim)
    choose(editor, claim, former_source=sources[2].pk)

    assert "former_source" in unsaid.context["form"].errors
    assert Claim.objects.get().source == sources[2]


def test_only_source_of_the_edition_stands_for_the_former_figure(claim, sources):
    Result.objects.update(source=None)
    claim.result.edition.sources.set([sources[2]])

    choose(at_work("editor"), claim)

    assert Claim.objects.get().source == sources[2]


def test_former_figure_of_a_source_that_claims_something_else_is_refused(claim, sources):
    Claim.objects.create(result=claim.result, rank=10, source=sources[2])
    Result.objects.update(source=sources[2])

    response = choose(at_work("editor"), claim)

    assert "이 출처" in str(response.context["form"].non_field_errors())
    assert Result.objects.get().rank == 8


def test_claim_of_another_figure_is_not_found(claim):
    target = reverse("admin:rankings_claim_choose", args=[claim.result_id + 1, claim.pk])

    assert at_work("editor").get(target).status_code == 404


def test_source_of_the_claim_is_refused_for_the_former_figure(claim, sources):
    Result.objects.update(source=None)
    editor = at_work("editor")

    response = choose(editor, claim, former_source=sources[1].pk)

    [sentence] = response.context["form"].errors["former_source"]
    assert "달라야" in sentence
    assert Result.objects.get().rank == 8


@pytest.mark.parametrize("is_noted", [True, False])
def test_figure_that_seems_to_come_from_the_source_of_the_claim_needs_its_true_one(
    claim, sources, is_noted
):
    Result.objects.update(source=sources[1] if is_noted else None)
    claim.result.edition.sources.set([sources[1]])
    editor = at_work("editor")

    unsaid = choose(editor, claim)
    choose(editor, claim, former_source=sources[2].pk)

    assert "former_source" in unsaid.context["form"].errors
    assert Claim.objects.get().source == sources[2]
    assert Result.objects.get().source == sources[1]


@pytest.fixture
def beyond(claim):
    """A claim of the rank 9 in an edition of eight cities."""
    claim.result.edition.cities_included = 8
    claim.result.edition.save()
    return claim


def test_claim_beyond_the_cities_of_the_edition_is_shown_once_it_was_checked(beyond):
    editor = at_work("editor")
    assert "도시는 8곳" in page(editor.get(choose_address(beyond)))

    unchecked = choose(editor, beyond)
    assert "confirmed" in unchecked.context["form"].errors
    assert Result.objects.get().rank == 8

    assert choose(editor, beyond, confirmed="on").status_code == 302
    assert Result.objects.get().rank == 9


def test_claim_that_looks_like_a_slip_is_kept_with_a_warning(beyond, sources):
    editor = at_work("editor")

    response = save_claims(editor, beyond.result, {"rank": "90", "source": sources[2].pk})

    told = page(editor.get(response.url))
    assert Claim.objects.filter(rank=90).exists()
    assert "90위인데" in told
    assert "도시는 8곳" in told


def test_claim_of_a_rating_that_the_grid_has_no_column_for_is_chosen(claim):
    area = claim.result.edition.ranking.measures.get(kind="area")
    Result.objects.update(measure=area)
    Claim.objects.update(rating=Decimal("701.5"))

    assert choose(at_work("editor"), claim).status_code == 302
