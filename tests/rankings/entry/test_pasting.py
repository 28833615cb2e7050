"""Figures entered by pasting: read, looked over, saved all at once or not at all."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rankings.models import City, Draft, RememberedColumn, Result

from .conftest import stored
from .page import Grid
from .paste_page import TABLE

pytestmark = pytest.mark.django_db


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

    assert "신규 7개, 변경 1개, 그대로 1개." in desk.content


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


def test_rating_lacks_no_rank_where_its_rank_could_not_be_read(desk):
    desk.paste(TABLE.replace("부산\t8", "부산\t▲8"))

    assert [problem.line for problem in desk.page.problems] == [3]


def test_ending_that_does_not_fit_its_number_has_to_be_accepted(desk, cities):
    desk.paste("도시\t순위\t기술\n부산\t8\t3th\n서울\t9\t1\n").save()
    assert not desk.is_saved
    assert sum("3th" in point.sentence for point in desk.page.warnings) == 1

    desk.accept()

    assert stored(desk.edition)["busan technology world"] == "3"


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
    desk.set("column-1", f"{overall}-world").look_again().accept()
    assert desk.is_saved
    assert RememberedColumn.objects.filter(role=f"{overall}-world").count() == 1

    desk.paste("도시\t무엇\n런던\t1\n부산\t2\n서울\t4\n")

    assert not desk.review.layout_problems
    assert desk.states()["서울 overall world"] == ("changed", "4")


def test_heading_that_tells_its_column_is_told_anew_in_every_table(desk):
    desk.paste(TABLE).accept()
    assert desk.is_saved
    assert not RememberedColumn.objects.exists()

    desk.paste("도시\t지표\t순위\n런던\t종합\t1\n부산\t종합\t8\n부산\t기술\t4\n")

    assert not desk.review.layout_problems
    assert desk.states()["부산 technology world"] == ("changed", "4")


def test_later_decision_on_a_column_replaces_the_earlier(desk):
    table = "도시\t순위\t기술\n런던\t1\t2\n부산\t2\t1\n서울\t3\t3\n"
    desk.paste(table).set("column-2", "ignore").look_again().accept()
    assert RememberedColumn.objects.get().role == "ignore"

    desk.paste(table).set("column-2", f"{desk.measures['technology']}-world").look_again().accept()

    assert desk.is_saved
    assert not RememberedColumn.objects.exists()


def test_role_of_another_ranking_is_refused(desk):
    desk.paste(TABLE).set("column-1", "99999-world").look_again()

    assert desk.response.context["form"].errors
    assert Draft.objects.get().layout == {}


# ---- saving


def test_saved_table_is_stored_as_it_was_shown(desk):
    desk.paste(TABLE).accept()

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
    desk.paste("도시\t순위\n런던\t1\n부산\t51-60\n서울\t51위~60위\n").accept()

    assert stored(desk.edition)["busan overall world"] == "51-60"
    assert stored(desk.edition)["seoul overall world"] == "51-60"


def test_same_table_again_changes_nothing(desk):
    desk.paste(TABLE).accept()
    revisions = Result.history.count()

    desk.paste(TABLE)
    assert desk.review.counts == {"new": 0, "changed": 0, "cleared": 0, "same": 9}
    desk.save()

    assert desk.is_saved
    assert Result.history.count() == revisions


def test_problem_keeps_everything_from_being_saved(desk):
    desk.paste(TABLE.replace("\t9\t", "\t8\t")).accept()

    assert not desk.is_saved
    assert len(desk.page.problems) == 2
    assert stored(desk.edition) == {}


def test_source_is_noted_with_every_figure(desk):
    source = desk.edition.sources.get()
    desk.paste(TABLE, source=source.pk).accept()

    assert set(desk.edition.results.values_list("source", flat=True)) == {source.pk}


def test_blank_cell_leaves_the_stored_figure(desk):
    desk.paste(TABLE).accept()

    desk.paste("도시\t순위\t기술\n런던\t1\t\n부산\t8\t3\n").save()

    assert stored(desk.edition)["london technology world"] == "2"
    assert stored(desk.edition)["seoul overall world"] == "9 / 630.00"


def test_missing_figure_is_deleted_when_it_is_ticked_and_confirmed(desk, cities):
    desk.paste(TABLE).accept()
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
    desk.accept()
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
    desk.accept()
    assert desk.is_saved
    assert stored(desk.edition)["busan overall world"] == "8 / 636.00"


def test_figures_stored_beside_the_table_are_shown_before_saving(desk, grid, cities):
    desk.paste(TABLE).tick("confirmed").set("warning_reason", "-")
    changes = desk.review.changes
    Grid(grid.client, desk.edition).open().type(cities["seoul"], support="4").save()

    desk.save()

    assert not desk.is_saved
    assert desk.review.changes == changes
    assert "서울, 지원: 다른 편집자가 저장한 값은 4" in desk.content


def test_second_click_saves_nothing_and_says_so(desk):
    desk.paste(TABLE)
    draft, fields = desk.draft, dict(desk.fields)
    desk.accept()
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
