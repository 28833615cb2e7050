"""Saving the entry table: what is stored, with which revisions and corrections."""

import pytest

from rankings.models import Claim, Correction, Result, Source

from .conftest import stored

pytestmark = pytest.mark.django_db


def test_first_entry_stores_every_figure(grid, cities):
    grid.open()
    grid.type(cities["busan"], overall="8위", overall_rating="636.5", overall_region="２")
    grid.type(cities["london"], overall="공동 1", technology="-")
    grid.add_city("취리히", overall="=1", technology="×")

    grid.save()

    assert grid.is_saved
    assert stored(grid.edition) == {
        "busan overall world": "8 / 636.50",
        "busan overall region": "2",
        "london overall world": "=1",
        "london technology world": "not_published",
        "zurich overall world": "=1",
        "zurich technology world": "absent",
    }


def test_first_entry_without_doubt_needs_no_confirmation(grid, cities):
    grid.open().type(cities["busan"], overall="8").save()

    assert grid.is_saved


def test_unchanged_table_changes_nothing(grid, cities):
    grid.open().type(
        cities["busan"], overall="=8", overall_rating="600", overall_region="2", technology="-"
    )
    grid.type(cities["seoul"], overall="=8", technology="×").save()
    grid.edition.is_public = True
    grid.edition.save()
    before = list(Result.objects.order_by("pk").values())
    revisions = Result.history.count()

    grid.open().save()

    assert grid.is_saved
    assert list(Result.objects.order_by("pk").values()) == before
    assert Result.history.count() == revisions
    assert not Correction.objects.exists()


def test_saved_table_opens_as_it_was_entered(grid, cities):
    grid.open().type(cities["busan"], overall="공동 8위", overall_rating="636.50", technology="－")
    grid.type(cities["seoul"], overall="８＝").save()

    grid.open()

    assert grid.text(cities["busan"]) == "=8"
    assert grid.text(cities["busan"], "overall-rating") == "636.5"
    assert grid.text(cities["busan"], "technology") == "-"
    assert grid.text(cities["seoul"]) == "=8"
    assert grid.text(cities["london"]) == ""


def test_each_change_keeps_a_revision_with_its_editor(grid, cities, editor):
    grid.open().type(cities["busan"], overall="8", technology="3").save()
    grid.open().type(cities["busan"], overall="9").save()
    grid.open().type(cities["busan"], technology="").save().confirm()

    revisions = (
        Result.history.filter(edition=grid.edition)
        .order_by("history_id")
        .values_list("history_type", "measure__code", "rank", "history_user")
    )

    assert sorted(revisions[:2]) == [
        ("+", "overall", 8, editor.pk),
        ("+", "technology", 3, editor.pk),
    ]
    assert list(revisions[2:]) == [
        ("~", "overall", 9, editor.pk),
        ("-", "technology", 3, editor.pk),
    ]


def test_cities_pass_their_ranks_round(grid, cities):
    busan, seoul, london = cities["busan"], cities["seoul"], cities["london"]
    grid.open().type(busan, overall="1").type(seoul, overall="2").type(london, overall="3").save()

    grid.open().type(busan, overall="2").type(seoul, overall="3").type(london, overall="1").save()

    assert grid.is_saved
    assert stored(grid.edition) == {
        "busan overall world": "2",
        "seoul overall world": "3",
        "london overall world": "1",
    }


def test_rank_moves_from_a_city_to_another(grid, cities):
    grid.open().type(cities["busan"], overall="8").save()

    grid.open().type(cities["busan"], overall="").type(cities["seoul"], overall="8")
    grid.save().confirm()

    assert stored(grid.edition) == {"seoul overall world": "8"}


def test_deleting_asks_first_and_names_the_figure(grid, cities):
    grid.open().type(cities["busan"], overall="8").save()

    grid.open().type(cities["busan"], overall="").save()

    assert not grid.is_saved
    assert "부산, 종합 순위: 저장된 값(8)" in grid.sentences
    assert stored(grid.edition) == {"busan overall world": "8"}
    assert grid.confirm().is_saved
    assert stored(grid.edition) == {}


def test_doubtful_figure_is_stored_once_confirmed(grid, cities):
    grid.open().type(cities["busan"], overall="70").save()

    assert "12위에서 70위로 58계단" in grid.sentences
    assert grid.text(cities["busan"]) == "70"
    assert stored(grid.edition) == {}
    assert grid.confirm().is_saved
    assert stored(grid.edition) == {"busan overall world": "70"}


def test_confirmation_holds_for_what_it_was_given_for(grid, cities):
    grid.open().type(cities["busan"], overall="70").save()
    tick = grid.response.context["form"].confirmation

    grid.type(cities["seoul"], overall="76").save(confirmed=tick)

    assert not grid.is_saved
    assert stored(grid.edition) == {}


def test_figures_outside_the_table_stay(grid, cities, previous):
    overall = grid.edition.ranking.measures.get(code="overall")
    Result.objects.create(
        edition=grid.edition, city=cities["busan"], measure=overall, scope="country", rank=2
    )

    grid.open().type(cities["busan"], overall="8").save()

    assert stored(grid.edition)["busan overall country"] == "2"
    assert stored(previous)["busan overall world"] == "12"


def test_source_is_noted_with_what_was_entered(grid, cities):
    source = grid.edition.sources.get()
    grid.open().type(cities["seoul"], overall="9").save()

    grid.open().type(cities["busan"], overall="8").save(source=source.pk)

    assert grid.edition.results.get(city=cities["busan"]).source == source
    assert grid.edition.results.get(city=cities["seoul"]).source is None


def test_source_replaces_how_a_changed_figure_was_known(grid, cities):
    source = grid.edition.sources.get()
    grid.open().type(cities["busan"], overall="8").type(cities["seoul"], overall="9").save()
    grid.edition.results.update(basis=Result.Basis.LIST_ORDER)

    grid.open().type(cities["busan"], overall="7").save(source=source.pk)

    assert grid.edition.results.get(city=cities["busan"]).basis == Result.Basis.PRINTED
    assert grid.edition.results.get(city=cities["seoul"]).basis == Result.Basis.LIST_ORDER


def test_source_of_another_edition_is_refused(grid, cities):
    grid.open().type(cities["busan"], overall="8").save(source="999")

    assert not grid.is_saved
    assert grid.response.context["form"].errors["source"]
    assert stored(grid.edition) == {}


def test_band_is_stored_and_opens_as_it_was_entered(grid, cities):
    grid.open().type(cities["busan"], overall="51위~60위").type(cities["seoul"], overall="51–60")

    grid.save()

    band = {"busan overall world": "51-60", "seoul overall world": "51-60"}
    assert stored(grid.edition) == band
    assert grid.open().text(cities["busan"]) == "51-60"
    assert grid.save().is_saved
    assert Result.history.filter(edition=grid.edition).count() == 2


def test_band_and_exact_rank_change_places(grid, cities):
    busan, seoul = cities["busan"], cities["seoul"]
    grid.open().type(busan, overall="51-60").type(seoul, overall="51").save().confirm()

    grid.open().type(busan, overall="51").type(seoul, overall="51-60").save().confirm()

    assert stored(grid.edition) == {"busan overall world": "51", "seoul overall world": "51-60"}


def test_figure_that_another_source_disputes_is_not_deleted(grid, cities):
    grid.open().type(cities["busan"], overall="8").save()
    other = Source.objects.create(url="https://example.org/other", title_ko="다른 발표문")
    Claim.objects.create(result=grid.edition.results.get(), source=other, rank=9)

    grid.open().type(cities["busan"], overall="").save()

    assert not grid.is_saved
    assert "부산, 종합 순위" in grid.sentences
    assert stored(grid.edition) == {"busan overall world": "8"}
    assert grid.type(cities["busan"], overall="9").save().is_saved
