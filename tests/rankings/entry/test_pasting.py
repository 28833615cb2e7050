"""Figures entered by pasting: read, looked over, decided on, saved all at once or not at all."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rankings.models import (
    AcceptedWarning,
    City,
    CityAlias,
    Correction,
    Draft,
    Edition,
    Ranking,
    RememberedColumn,
    Result,
)

from .conftest import stored
from .page import Grid
from .paste_page import Desk

pytestmark = pytest.mark.django_db

TABLE = "도시\t순위\t평점\t기술\n런던\t1\t700\t2\n부산\t8\t636\t3\n서울\t9\t630\t1\n"


@pytest.fixture
def desk(client, editor, edition, cities):
    edition.cities_included = 9
    edition.save()
    client.force_login(editor)
    return Desk(client, edition)


def accepting(desk):
    """Accept what the page asks to check, and save."""
    desk.tick("confirmed").set("warning_reason", "원문과 같음")
    return desk.save()


def make_public(edition):
    edition.is_public = True
    edition.save()


# ---- looking over


def test_each_cell_says_what_saving_would_do(desk, grid, cities):
    grid.open().type(cities["busan"], overall="9", technology="3").save()

    desk.paste(TABLE)

    states = desk.states()
    assert states["런던 overall world"] == ("new", "1")
    assert states["부산 overall world"] == ("changed", "8")
    assert states["부산 technology world"] == ("same", "3")
    assert desk.review.counts == {"new": 7, "changed": 1, "cleared": 0, "same": 1}
    assert stored(desk.edition) == {
        "busan overall world": "9",
        "busan technology world": "3",
    }


def test_sentence_counts_what_saving_would_do(desk, grid, cities):
    grid.open().type(cities["busan"], overall="9", technology="3").save()

    desk.paste(TABLE)

    assert "새로 7개, 변경 1개, 그대로 1개." in desk.content


def test_totals_can_be_held_against_the_source(desk):
    desk.paste(TABLE)

    assert [(total.count, int(total.sum)) for total in desk.page.totals] == [
        (3, 18),
        (3, 1966),
        (3, 6),
    ]


def test_unreadable_cell_is_marked_in_its_line_and_listed(desk):
    desk.paste(TABLE.replace("636", "육백"))

    assert desk.states()["부산 overall rating"][0] == "unreadable"
    [problem] = desk.page.problems
    assert problem.line == 3
    assert f'href="#{problem.anchor}"' in desk.content
    assert f'id="{problem.anchor}"' in desk.content
    assert "육백" in desk.content


def test_only_rows_to_look_at_can_be_shown(desk):
    desk.paste(TABLE.replace("636", "육백"))

    address = desk.address("draft_review", desk.draft.pk)
    desk.response = desk.client.get(address, {"doubtful": ""})

    assert [row.name for row in desk.page.rows] == ["부산"]


def test_file_is_read_like_a_text(desk):
    content = TABLE.replace("\t", ",").encode("cp949")

    desk.paste(file=SimpleUploadedFile("순위.csv", content))

    assert desk.draft.file_name == "순위.csv"
    assert "순위.csv" in desk.content
    assert desk.states()["부산 overall world"] == ("new", "8")


@pytest.mark.parametrize(
    "fields",
    [
        {"text": ""},
        {"text": " \n \n"},
        {"text": "\x00"},
        {"text": TABLE, "file": SimpleUploadedFile("a.csv", TABLE.encode())},
        {"file": SimpleUploadedFile("a.xlsx", b"PK\x03\x04 broken")},
        {"file": SimpleUploadedFile("a.csv", b"\xff" * 6_000_000)},
        {"file": SimpleUploadedFile("a.csv", b"")},
        {"text": "1\t2\n" * 300_000},
        {"text": "가" * 1_000_001},
    ],
)
def test_what_is_no_table_is_answered_with_a_sentence(desk, fields):
    response = desk.client.post(desk.address("edition_paste"), fields)

    assert response.status_code == 200
    assert response.context["form"].errors
    assert not Draft.objects.exists()


# ---- columns


def test_column_that_cannot_be_guessed_is_asked_for(desk):
    desk.paste("도시\t무엇\n런던\t1\n부산\t8\n")
    assert desk.review.layout_problems
    assert not desk.page.columns

    overall = desk.measures["overall"]
    desk.set("column-1", f"{overall}-world").look_again()

    assert not desk.review.layout_problems
    assert desk.states()["부산 overall world"] == ("new", "8")


def test_column_can_be_ignored(desk):
    desk.paste(TABLE).set("column-3", "ignore").look_again()

    assert "부산 technology world" not in desk.states()


def test_columns_are_remembered_for_the_ranking(desk):
    overall = desk.measures["overall"]
    desk.paste("도시\t무엇\n런던\t1\n부산\t2\n서울\t3\n")
    accepting(desk.set("column-1", f"{overall}-world").look_again())
    assert desk.is_saved
    assert RememberedColumn.objects.filter(role=f"{overall}-world").count() == 1

    desk.paste("도시\t무엇\n런던\t1\n부산\t2\n서울\t4\n")

    assert not desk.review.layout_problems
    assert desk.states()["서울 overall world"] == ("changed", "4")


def test_role_of_another_ranking_is_refused(desk):
    desk.paste(TABLE).set("column-1", "99999-world").look_again()

    assert desk.response.context["form"].errors
    assert Draft.objects.get().layout == {}


# ---- names


def test_unknown_city_keeps_everything_from_being_saved(desk):
    desk.paste(TABLE.replace("부산", "부산항")).save()

    assert not desk.is_saved
    assert stored(desk.edition) == {}


def test_unknown_city_is_one_of_those_that_are_near(desk, cities):
    desk.paste(TABLE.replace("런던", "런던시"))

    desk.set("-choice", str(cities["london"].pk)).look_again()

    assert desk.states()["런던 overall world"] == ("new", "1")
    assert not CityAlias.objects.exists()


def test_unknown_city_is_any_city_by_its_name(desk, cities):
    desk.paste(TABLE.replace("런던", "Qqq"))

    desk.set("-choice", "other").set("-other", "zurich").look_again()

    assert desk.states()["취리히 overall world"] == ("new", "1")


def test_name_that_was_typed_counts_without_its_button(desk):
    desk.paste(TABLE.replace("런던", "Qqq")).set("-other", "zurich").look_again()

    assert desk.states()["취리히 overall world"] == ("new", "1")


def test_unknown_name_of_the_other_city_is_a_sentence_and_keeps_what_was_typed(desk):
    desk.paste(TABLE.replace("런던", "Qqq")).set("-choice", "other").set("-other", "Nowhere")

    desk.look_again()

    assert "Nowhere" in desk.content
    assert desk.response.context["form"].names[0].errors
    assert Draft.objects.get().cities == {}


def test_unknown_city_is_left_out(desk):
    desk.paste(TABLE.replace("런던", "Qqq")).set("-choice", "skip").look_again()

    accepting(desk)

    assert desk.is_saved
    assert "london overall world" not in stored(desk.edition)
    assert "busan overall world" in stored(desk.edition)


def test_decision_on_a_city_can_be_taken_back(desk, cities):
    desk.paste(TABLE.replace("런던", "Qqq")).set("-choice", "skip").look_again()

    desk.set("-choice", "other").set("-other", "런던").look_again()

    assert desk.states()["런던 overall world"] == ("new", "1")


@pytest.fixture
def registrar(desk, editor):
    """The desk of somebody who may also register cities and their other names."""
    from django.contrib.auth.models import Permission

    editor.user_permissions.add(
        *Permission.objects.filter(codename__in=["add_city", "add_cityalias"])
    )
    return desk


def test_name_becomes_another_name_of_the_city(registrar, cities):
    registrar.paste(TABLE.replace("런던", "런던시")).set("-choice", str(cities["london"].pk))

    registrar.tick(next(name for name in registrar.boxes if name.endswith("-alias"))).look_again()

    assert CityAlias.objects.get(name="런던시").city == cities["london"]
    assert registrar.states()["런던 overall world"] == ("new", "1")


def test_city_that_readers_see_gets_another_name_from_approvers_only(
    registrar, editor, cities, previous
):
    from django.contrib.auth.models import Permission

    make_public(previous)
    editor.user_permissions.remove(Permission.objects.get(codename="publish_edition"))
    registrar.paste(TABLE.replace("런던", "런던시")).set("-choice", str(cities["london"].pk))

    registrar.tick(next(name for name in registrar.boxes if name.endswith("-alias"))).look_again()

    assert not CityAlias.objects.exists()
    assert registrar.states()["런던 overall world"] == ("new", "1")


def test_unknown_city_is_registered_in_every_language(registrar):
    registrar.paste(TABLE.replace("런던", "Oslo")).set("-choice", "new")
    for field, value in {
        "-name_ko": "오슬로",
        "-name_en": "Oslo",
        "-country_ko": "노르웨이",
        "-country_en": "Norway",
    }.items():
        registrar.set(field, value)

    registrar.look_again()

    city = City.objects.get(slug="oslo")
    assert (city.name_ko, city.country_en) == ("오슬로", "Norway")
    assert any("오슬로" in message for message in registrar.messages)
    assert registrar.states()["오슬로 overall world"] == ("new", "1")


def test_new_city_needs_a_name_in_every_language(registrar):
    registrar.paste(TABLE.replace("런던", "Oslo")).set("-choice", "new").set("-name_ko", "오슬로")

    registrar.look_again()

    assert not City.objects.filter(slug="oslo").exists()
    assert set(registrar.response.context["form"].names[0].new_city.errors) == {
        "name_en",
        "country_ko",
        "country_en",
    }
    assert registrar.fields[next(n for n in registrar.fields if n.endswith("-name_ko"))] == "오슬로"


def test_cities_are_registered_only_by_those_who_may(desk):
    desk.paste(TABLE.replace("런던", "Oslo"))
    [choice] = [name for name in desk.boxes if name.endswith("-choice")]
    assert "new" not in desk.boxes[choice]

    desk.set("-choice", "new").look_again()

    assert not City.objects.filter(slug="oslo").exists()


# ---- saving


def test_saved_table_is_stored_as_it_was_shown(desk):
    accepting(desk.paste(TABLE))

    assert desk.is_saved
    assert stored(desk.edition) == {
        "london overall world": "1 / 700.00",
        "london technology world": "2",
        "busan overall world": "8 / 636.00",
        "busan technology world": "3",
        "seoul overall world": "9 / 630.00",
        "seoul technology world": "1",
    }
    assert any("9개" in message for message in desk.messages)


def test_band_is_stored_with_its_end(desk):
    accepting(desk.paste("도시\t순위\n런던\t1\n부산\t51-60\n서울\t51위~60위\n"))

    assert stored(desk.edition)["busan overall world"] == "51-60"
    assert stored(desk.edition)["seoul overall world"] == "51-60"


def test_same_table_again_changes_nothing(desk):
    accepting(desk.paste(TABLE))
    revisions = Result.history.count()

    desk.paste(TABLE)
    assert desk.review.counts == {"new": 0, "changed": 0, "cleared": 0, "same": 9}
    desk.save()

    assert desk.is_saved
    assert Result.history.count() == revisions


def test_problem_keeps_everything_from_being_saved(desk):
    accepting(desk.paste(TABLE.replace("\t9\t", "\t8\t")))

    assert not desk.is_saved
    assert len(desk.page.problems) == 2
    assert stored(desk.edition) == {}


def test_source_is_noted_with_every_figure(desk):
    source = desk.edition.sources.get()
    accepting(desk.paste(TABLE, source=source.pk))

    assert set(desk.edition.results.values_list("source", flat=True)) == {source.pk}


def test_blank_cell_leaves_the_stored_figure(desk):
    accepting(desk.paste(TABLE))

    desk.paste("도시\t순위\t기술\n런던\t1\t\n부산\t8\t3\n").save()

    assert stored(desk.edition)["london technology world"] == "2"
    assert stored(desk.edition)["seoul overall world"] == "9 / 630.00"


def test_missing_figure_is_deleted_when_it_is_ticked_and_confirmed(desk, cities):
    accepting(desk.paste(TABLE))
    desk.paste("도시\t순위\t기술\n런던\t1\t2\n서울\t9\t\n")
    technology = desk.measures["technology"]
    desk.fields["cleared"] = [f"{cities['seoul'].pk} {technology}-world"]

    desk.look_again()
    assert desk.states()["서울 technology world"][0] == "cleared"
    assert not desk.save().is_saved
    desk.tick("confirmed").save()

    assert desk.is_saved
    assert "seoul technology world" not in stored(desk.edition)
    assert "seoul overall world" in stored(desk.edition)


def test_choices_that_were_not_looked_over_are_not_saved(desk, cities):
    desk.paste(TABLE).tick("confirmed").set("warning_reason", "-")

    desk.set("column-3", "ignore").save()

    assert not desk.is_saved
    assert stored(desk.edition) == {}
    accepting(desk)
    assert desk.is_saved


def test_figures_of_other_editors_are_shown_before_saving(desk, grid, cities):
    desk.paste(TABLE).tick("confirmed").set("warning_reason", "-")
    other = Grid(grid.client, desk.edition).open()
    other.type(cities["busan"], overall="7").save()

    desk.save()

    assert not desk.is_saved
    assert stored(desk.edition) == {"busan overall world": "7"}
    assert desk.states()["부산 overall world"] == ("changed", "8")
    assert "부산, 종합 순위: 다른 편집자가 저장한 값은 7" in desk.content
    accepting(desk)
    assert desk.is_saved
    assert stored(desk.edition)["busan overall world"] == "8 / 636.00"


def test_second_click_saves_nothing_and_says_so(desk):
    desk.paste(TABLE)
    draft, fields = desk.draft, dict(desk.fields)
    accepting(desk)
    revisions = Result.history.count()

    response = desk.client.post(
        desk.address("draft_review", draft.pk), {**fields, "save": "1"}, follow=True
    )

    assert response.redirect_chain[-1][0] == desk.address("edition_grid")
    assert any("이미" in str(message) for message in response.context["messages"])
    assert Result.history.count() == revisions


def test_two_tabs_do_not_overwrite_each_other_unseen(desk):
    desk.paste(TABLE)
    first = dict(desk.fields)
    desk.set("column-3", "ignore").look_again()
    desk.fields = {**first, "confirmed": desk.boxes["confirmed"], "warning_reason": "-"}

    desk.save()

    # The first tab shows the column that it sends, and so does what is saved.
    assert desk.is_saved == ("london technology world" in stored(desk.edition))


def test_number_of_queries_does_not_follow_the_size_of_the_table(desk, editor):
    def lines(count):
        rows = [f"도시{number}\t{number}\t{number}\n" for number in range(1, count + 1)]
        return "도시\t순위\t기술\n" + "".join(rows)

    for number in range(1, 81):
        City.objects.create(slug=f"c{number}", name_ko=f"도시{number}", country_ko="-")
    queries = {}
    for count in (20, 80):
        desk.paste(lines(count)).tick("confirmed").set("warning_reason", "-")
        with CaptureQueriesContext(connection) as looked:
            desk.open()
        desk.tick("confirmed").set("warning_reason", "-")
        with CaptureQueriesContext(connection) as saved:
            assert desk.save().is_saved
        queries[count] = len(looked), len(saved)

    assert queries[20][0] == queries[80][0] <= 30
    assert queries[80][1] <= 90


# ---- warnings and corrections


def test_warning_is_accepted_with_a_reason_that_is_kept(desk, editor):
    desk.paste(TABLE)
    sentences = [finding.sentence for finding in desk.review.warnings]
    assert sentences

    assert not desk.save().is_saved
    assert not desk.tick("confirmed").save().is_saved
    desk.set("warning_reason", "원문과 같음").save()

    assert desk.is_saved
    kept = AcceptedWarning.objects.order_by("pk")
    assert [warning.sentence for warning in kept] == sentences
    assert {(w.reason, w.accepted_by, w.edition) for w in kept} == {
        ("원문과 같음", editor, desk.edition)
    }


def test_changed_public_figure_needs_a_reason_in_every_language(desk):
    accepting(desk.paste(TABLE))
    make_public(desk.edition)
    desk.paste(TABLE.replace("부산\t8", "부산\t7"))
    if "confirmed" in desk.boxes:
        desk.tick("confirmed").set("warning_reason", "원문과 같음")

    desk.set("reason_ko", "잘못 적음").save()
    assert not desk.is_saved
    assert not Correction.objects.exists()
    desk.set("reason_en", "Misread").save()

    assert desk.is_saved
    correction = Correction.objects.get()
    assert (correction.before, correction.after) == ("8", "7")
    assert (correction.reason_ko, correction.reason_en) == ("잘못 적음", "Misread")


# ---- drafts


def test_draft_survives_the_browser(desk, client):
    desk.paste(TABLE.replace("런던", "Qqq")).set("-choice", "skip").look_again()

    for name in ("edition_grid", "edition_paste"):
        assert (
            desk.address("draft_review", desk.draft.pk)
            in client.get(desk.address(name)).content.decode()
        )
    desk.open()

    assert not desk.review.proposal.unknown_cities


def test_draft_is_deleted_after_asking(desk):
    desk.paste(TABLE)
    address = desk.address("draft_delete", desk.draft.pk)

    assert desk.client.get(address).status_code == 200
    assert Draft.objects.exists()
    response = desk.client.post(address)

    assert response.status_code == 302
    assert not Draft.objects.exists()


def test_corrected_table_keeps_the_decisions(desk):
    desk.paste(TABLE.replace("런던", "Qqq").replace("636", "육백"))
    desk.set("-choice", "skip").look_again()
    address = desk.address("draft_correct", desk.draft.pk)
    text = desk.client.get(address).context["form"]["text"].value()

    desk.response = desk.client.post(address, {"text": text.replace("육백", "636")}, follow=True)
    desk.read()

    assert not desk.page.problems
    assert not desk.review.proposal.unknown_cities
    assert Draft.objects.count() == 1


def test_saved_draft_leads_to_the_table(desk):
    desk.paste(TABLE)
    draft = desk.draft
    accepting(desk)

    response = desk.client.get(desk.address("draft_review", draft.pk))

    assert response["Location"] == desk.address("edition_grid")
    assert not Draft.objects.open().exists()
    assert desk.client.get(desk.address("draft_delete", draft.pk)).status_code == 404


def test_table_of_something_else_is_shown_in_part(desk):
    lines = [f"이름{number}\t{number}\n" for number in range(1, 1001)]

    desk.paste("도시\t순위\n" + "".join(lines))

    assert len(desk.response.context["form"].names) == 50
    assert len(desk.page.rows) == 400
    assert "나머지 600행" in desk.content


def test_ranking_without_measures_has_nothing_to_paste(client, editor):
    ranking = Ranking.objects.create(
        slug="x", name_ko="새 순위", abbreviation="X", url="https://a.kr"
    )
    edition = Edition.objects.create(ranking=ranking, number=1, published_on="2025-01-01")
    client.force_login(editor)
    desk = Desk(client, edition)

    desk.paste(TABLE).save()

    assert desk.review.layout_problems
    assert not desk.is_saved
