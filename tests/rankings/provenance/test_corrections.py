"""What was corrected, the versions that come of it, and that it stays."""

import re

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localdate

from rankings.embeds import render
from rankings.figures import Selection
from rankings.models import Correction, Edition
from rankings.provenance.corrections import corrections_in, corrections_of, version_of

from ..factories import make_city, make_edition, make_measure, make_ranking, make_result, texts

pytestmark = pytest.mark.django_db

LANGUAGES = [code for code, _name in settings.LANGUAGES]


@pytest.fixture
def edition():
    ranking = make_ranking()
    make_edition(ranking, 11, {"busan": 9})
    return make_edition(ranking, 12, {"busan": 8})


def correct(edition, city=None, before="9", after="8", **values):
    overall = city and edition.ranking.measures.get(code="overall")
    values = {"measure": overall, **texts("reason", "Misread")} | values
    return Correction.objects.create(
        edition=edition, city=city and make_city(city), before=before, after=after, **values
    )


def loaded(edition):
    return Edition.objects.with_corrections().get(pk=edition.pk)


def test_version_counts_the_corrections(edition):
    untouched = version_of(edition)
    correct(edition, "busan")
    last = correct(edition, "paris")

    assert (str(untouched), untouched.corrected_at) == ("12.0", None)
    assert (str(version_of(edition)), version_of(edition).corrected_at) == (
        "12.2",
        last.corrected_at,
    )


def test_versions_of_many_editions_are_loaded_with_them(edition, django_assert_num_queries):
    correct(edition, "busan")

    with django_assert_num_queries(1):
        versions = {str(version_of(edition)) for edition in Edition.objects.with_corrections()}

    assert versions == {"11.0", "12.1"}
    assert version_of(loaded(edition)) == version_of(edition)


def test_corrections_loaded_with_editions_say_what_was_corrected(
    edition, django_assert_num_queries
):
    correct(edition, "busan", "8", "=8")
    correct(edition, "paris", "1", "2")
    correct(edition, None, "51", "72")
    edition = loaded(edition)

    with django_assert_num_queries(0):
        newest, of_paris, of_busan = corrections_in(edition)
        assert (newest.city, newest.measure, newest.before, newest.after) == (
            None,
            None,
            "51",
            "72",
        )
        assert (of_paris.city.name_ko, of_paris.measure.label_en) == ("Paris ko", "Overall en")
        assert (of_busan.city.slug, of_busan.measure.kind) == ("busan", "overall")
        assert localdate(of_busan.corrected_at) == localdate()


@pytest.mark.parametrize(
    "change",
    [
        lambda kept: kept.save(),
        lambda kept: kept.delete(),
        lambda kept: Correction.objects.update(after="7"),
        lambda kept: Correction.objects.bulk_update([kept], ["after"]),
        lambda kept: Correction.objects.update_or_create({"after": "7"}, pk=kept.pk),
        lambda kept: Correction.objects.filter(pk=kept.pk).delete(),
        lambda kept: kept.edition.corrections.all().delete(),
        lambda kept: kept.edition.corrections.update(after="7"),
    ],
)
def test_correction_is_neither_changed_nor_deleted_in_any_way(edition, change):
    kept = correct(edition, "busan", after="8")
    kept.after = "7"

    with pytest.raises(TypeError, match="never"), transaction.atomic():
        change(kept)

    assert Correction.objects.get().after == "8"


def page_of(client, page, language="en"):
    return client.get(f"/{language}/rankings/{page}").text


def words_of(html):
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


EMBEDS = [("ranking", "sci/12"), ("trend", "sci/busan"), ("areas", "sci/busan/12")]


@pytest.fixture
def figures(edition):
    make_measure(edition.ranking, "skills")
    make_result(edition, "busan", 10, measure="skills")
    return edition


def embedded(kind, argument):
    [shown] = render([(kind, argument)])
    return shown


@pytest.mark.parametrize(("kind", "argument"), EMBEDS)
def test_embed_without_corrections_says_nothing_of_them(figures, kind, argument):
    shown = embedded(kind, argument)

    assert shown.corrected_at is None
    assert "corrected" not in shown.html


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        ("overall", {"ranking", "trend"}),
        ("skills", {"areas"}),
        (None, {"ranking", "trend", "areas"}),
    ],
)
def test_embed_tells_of_the_corrections_of_what_it_shows(figures, measure, told):
    measure = measure and figures.ranking.measures.get(code=measure)
    made = correct(figures, "busan", "11", "10", measure=measure)

    with translation.override("en"):
        shown = {kind: embedded(kind, argument) for kind, argument in EMBEDS}
        day = date_format(localdate(), "DATE_FORMAT")

    assert {kind for kind, embed in shown.items() if embed.corrected_at} == told
    for kind in told:
        assert shown[kind].corrected_at == made.corrected_at
        words = words_of(shown[kind].html)
        assert f"Figures shown here were corrected on {day}: SCI 12 Busan en" in words
        assert "11 → 10" in words
        assert 'href="/en/rankings/sci/12/#corrections"' in shown[kind].html


def test_correction_of_another_city_stands_beside_tables_that_show_it(figures):
    for rank in range(20, 60):
        make_result(figures, f"city{rank}", rank)
    correct(figures, "city21", "22", "21")
    correct(figures, "city59", "60", "59")
    correct(figures, "deleted", "61", "-")

    words = words_of(embedded("ranking", "sci/12").html)

    assert "22 → 21" in words
    assert "61 → -" in words
    assert "60 → 59" not in words
    assert embedded("trend", "sci/busan").corrected_at is None


def test_selection_of_one_measure_has_no_part_in_the_corrections_of_others(figures):
    skills = figures.ranking.measures.get(code="skills")
    fame = make_measure(figures.ranking, "fame")
    wanted = correct(figures, "busan", "11", "10", measure=skills)
    correct(figures, "busan", "3", "4", measure=fame)
    correct(figures, "busan", "9", "8")

    selection = Selection([figures], is_overall=False, city="busan", measure=skills)

    assert corrections_of(selection) == [wanted]
    assert corrections_of(selection, selection) == [wanted]


def test_fact_about_an_edition_stands_beside_its_table_alone(figures):
    correct(figures, None, "51", "72", part="cities_included")

    with translation.override("en"):
        assert "Cities included: 51 → 72" in words_of(embedded("ranking", "sci/12").html)
    assert embedded("trend", "sci/busan").corrected_at is None
    assert embedded("areas", "sci/busan/12").corrected_at is None


def test_embeds_ask_for_corrections_without_another_query(figures, django_assert_num_queries):
    for number in range(20):
        correct(figures, "busan", str(number), str(number + 1))

    with django_assert_num_queries(2):
        shown = render(EMBEDS)

    assert all(embed.corrected_at for embed in shown[:2])
    assert words_of(shown[0].html).count("→") == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_corrections_of_a_ranking_are_listed_newest_first(client, edition, language):
    correct(edition, "busan", "9", "8")
    correct(edition.ranking.editions.get(number=11), "paris", "636", "640", part="rating")
    hidden = make_edition(edition.ranking, 13, is_public=False)
    correct(hidden, "busan", "5", "4")
    correct(make_edition(make_ranking("gfci"), 1), "busan", "30", "31")

    html = page_of(client, "sci/corrections/", language)

    words = words_of(html)
    assert words.index("636 → 640") < words.index("9 → 8")
    assert "5 → 4" not in words
    assert "30 → 31" not in words
    assert f"Misread {language}" in words
    assert ("평점" if language == "ko" else "Rating") in words


def test_long_list_of_corrections_has_pages_and_few_queries(client, edition):
    for number in range(60):
        correct(edition, "busan", str(number), str(number + 1))

    with CaptureQueriesContext(connection) as queries:
        first = page_of(client, "sci/corrections/")
    second = page_of(client, "sci/corrections/?page=2")

    assert len(queries) <= 4
    assert "59 → 60" in words_of(first)
    assert "0 → 1" in words_of(second)
    assert first.count('aria-current="page"') == 2
    for page in ("x", "-1", "99999999999999999999"):
        assert client.get(f"/en/rankings/sci/corrections/?page={page}").status_code == 200


def test_ranking_without_corrections_says_so(client, edition):
    assert "Nothing has been corrected yet." in page_of(client, "sci/corrections/")
    assert client.get("/en/rankings/none/corrections/").status_code == 404


@pytest.mark.parametrize("page", ["sci/", "sci/cities/busan/"])
def test_page_of_a_corrected_figure_tells_of_it_and_where_to_read_why(client, figures, page):
    quiet = page_of(client, page)
    correct(figures, "busan", "9", "8")
    correct(figures, "paris", "1", "2")
    correct(figures, None, "51", "72", part="cities_included")

    html = page_of(client, page)

    assert "were corrected on" not in quiet
    assert "Busan en (Overall en): 9 → 8" in words_of(html)
    assert "1 → 2" not in words_of(html)
    assert "51 → 72" not in words_of(html)
    assert 'href="/en/rankings/sci/12/#corrections"' in html
    assert "Busan ko(Overall ko): 9 → 8" in words_of(page_of(client, page, "ko"))


def test_edition_tells_of_all_its_corrections_and_why(client, figures):
    correct(figures, "busan", "9", "8")
    correct(figures, None, "51", "72", part="cities_included")

    html = page_of(client, "sci/12/")

    assert 'id="corrections"' in html
    assert "Busan en (Overall en): 9 → 8 – Misread en" in words_of(html)
    assert "Cities included: 51 → 72 – Misread en" in words_of(html)
