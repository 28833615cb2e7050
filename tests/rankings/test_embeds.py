import re

import pytest
from django.utils import translation

from rankings.embeds import check, render
from rankings.models import MeasureLabel

from .factories import (
    make_city,
    make_edition,
    make_measure,
    make_ranking,
    make_region,
    make_result,
    texts,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ranking():
    ranking = make_ranking()
    make_region(ranking, "asia", ["busan"])
    make_measure(ranking, "skills")
    first = make_edition(ranking, 1, {"busan": 12, "paris": 1})
    second = make_edition(ranking, 2, {"busan": 8, "paris": 2, "seoul": 5}, after=first)
    make_edition(ranking, 3, {"busan": 1}, after=second, is_public=False)
    make_result(first, "busan", 9, measure="skills")
    make_result(second, "busan", 10, measure="skills")
    make_city("atlantis")
    return ranking


KNOWN = [
    ("ranking", "sci/2"),
    ("trend", "sci/busan"),
    ("trend", "sci/busan/2"),
    ("areas", "sci/busan/2"),
]

# [kind, argument, what is wrong with it]
WRONG = [
    ("ranking", "", "such as “sci/12”"),
    ("ranking", "sci", "such as “sci/12”"),
    ("ranking", "sci/twelve", "such as “sci/12”"),
    ("ranking", "sci/2/", "such as “sci/12”"),
    ("ranking", "sci/2\n", "such as “sci/12”"),
    ("ranking", "sci/\x00", "such as “sci/12”"),
    ("ranking", "sci/99999999999999999999", "such as “sci/12”"),
    ("ranking", "sci/99999", "no edition 99999"),
    ("ranking", "sci/4", "no edition 4"),
    ("ranking", "sci/3", "not public yet"),
    ("ranking", "gfci/1", "no ranking “gfci”"),
    ("trend", "sci", "such as “sci/busan”"),
    ("trend", "sci/busan/", "such as “sci/busan”"),
    ("trend", "sci/busan/two", "such as “sci/busan”"),
    ("trend", "sci/busan/2/2", "such as “sci/busan”"),
    ("trend", "gfci/busan", "no ranking “gfci”"),
    ("trend", "sci/lemuria", "no city “lemuria”"),
    ("trend", "sci/atlantis", "no figures of the city “atlantis”"),
    ("trend", "gfci/busan/2", "no ranking “gfci”"),
    ("trend", "sci/lemuria/2", "no city “lemuria”"),
    ("trend", "sci/busan/4", "no edition 4"),
    ("trend", "sci/busan/3", "not public yet"),
    ("trend", "sci/atlantis/2", "no figures of the city “atlantis”."),
    ("trend", "sci/seoul/1", "no figures of the city “seoul” up to edition 1"),
    ("areas", "sci/busan", "such as “sci/busan/12”"),
    ("areas", "gfci/busan/2", "no ranking “gfci”"),
    ("areas", "sci/lemuria/2", "no city “lemuria”"),
    ("areas", "sci/busan/4", "no edition 4"),
    ("areas", "sci/paris/2", "no areas or dimensions of the city “paris”"),
]


def html_of(kind, argument):
    [html] = htmls_of([(kind, argument)])
    return html


def htmls_of(embeds):
    return [shown and shown.html for shown in render(embeds)]


def ids_in(html):
    return re.findall(r' id="([^"]+)"', html)


@pytest.mark.parametrize(("kind", "argument"), KNOWN)
def test_known_embed_has_nothing_wrong_and_renders(kind, argument):
    assert check(kind, argument) is None
    assert "Busan" in html_of(kind, argument)


@pytest.mark.parametrize(("kind", "argument", "complaint"), WRONG)
def test_wrong_embed_is_explained_and_renders_nothing(kind, argument, complaint):
    with translation.override("en"):
        assert complaint in check(kind, argument)
    assert html_of(kind, argument) is None


@pytest.mark.parametrize(("kind", "argument", "complaint"), WRONG)
def test_what_is_wrong_is_said_in_korean_too(kind, argument, complaint):
    with translation.override("en"):
        english = check(kind, argument)
    with translation.override("ko"):
        korean = check(kind, argument)

    assert korean != english
    assert "습니다" in korean or "하십시오" in korean or "적으십시오" in korean


@pytest.mark.parametrize(("kind", "argument"), KNOWN)
def test_embed_speaks_the_active_language(kind, argument):
    for language, ours, others in (("en", "Busan en", "Busan ko"), ("ko", "Busan ko", "Busan en")):
        with translation.override(language):
            html = html_of(kind, argument)
        assert others not in html
        assert ours in html or kind == "areas"


@pytest.mark.parametrize(("kind", "argument"), KNOWN)
def test_embed_leaves_headings_to_the_article(kind, argument):
    assert "<h" not in html_of(kind, argument).replace("<head", "")


@pytest.mark.parametrize(("kind", "argument"), KNOWN)
def test_same_embed_repeated_in_a_body_takes_ids_of_its_own(kind, argument):
    ids = ids_in("".join(htmls_of([(kind, argument)] * 12)))

    assert ids
    assert len(ids) == len(set(ids))


def test_embeds_that_read_alike_when_joined_have_different_ids():
    for ranking, city in (("a", "b-c"), ("a-b", "c")):
        make_edition(make_ranking(ranking), 1, {city: 1})

    ids = ids_in("".join(htmls_of([("trend", "a/b-c"), ("trend", "a-b/c")])))

    assert len(ids) == len(set(ids)) == 8


@pytest.mark.parametrize(("kind", "argument"), KNOWN)
def test_what_an_embed_refers_to_is_in_it(kind, argument):
    html = html_of(kind, argument)

    for names in re.findall(r'aria-labelledby="([^"]+)"', html):
        assert set(names.split()) <= set(ids_in(html))


@pytest.fixture
def body(ranking):
    """Embeds of two rankings, in both of which two cities have overall figures and areas."""
    other = make_ranking("gpci")
    make_region(other, "pacific", ["busan", "paris"])
    make_measure(other, "skills", position=2)
    make_measure(other, "people", position=1)
    before = make_edition(other, 36, {"paris": 3}, cities_included=1)
    make_result(before, "tokyo", status="absent")
    edition = make_edition(other, 37, {"paris": 30, "tokyo": 4}, after=before)
    make_result(edition, "busan", 24, is_joint=True)
    make_result(edition, "busan", 5, scope="region")
    figures = [(before, "skills", 5), (edition, "skills", 4), (edition, "people", 2)]
    for at, measure, rank in figures:
        make_result(at, "busan", rank, measure=measure)
        make_result(at, "paris", rank + 10, measure=measure)
    make_result(ranking.editions.get(number=2), "seoul", 3, measure="skills")
    MeasureLabel.objects.create(
        measure=other.measures.get(code="skills"), edition=edition, **texts("label", "Talent")
    )
    return [
        *[("trend", f"{slug}/{city}") for slug in ("sci", "gpci") for city in ("busan", "paris")],
        *[("trend", argument) for argument in ("sci/busan/1", "gpci/paris/36")],
        *[("ranking", edition) for edition in ("sci/1", "sci/2", "gpci/36", "gpci/37")],
        *[("areas", f"sci/{city}/2") for city in ("busan", "seoul")],
        *[("areas", f"gpci/{city}/37") for city in ("busan", "paris")],
    ]


def without_place(html):
    """The HTML without what tells the ids of one embed from those of others."""
    return re.sub(r"((?:ranking|trend|areas)-[-a-z0-9]+?)-\d+-(?=[a-z])", r"\1-", html)


def test_each_of_many_embeds_shows_what_it_shows_alone(body):
    together = htmls_of(body)

    assert None not in together
    assert [without_place(html) for html in together] == [
        without_place(html_of(*embed)) for embed in body
    ]


def test_embeds_stay_in_their_places_among_those_that_show_nothing(body):
    wrong = [(kind, argument) for kind, argument, _complaint in WRONG]

    html = htmls_of([*wrong, *body, *wrong])

    shown = [place for place, embed in enumerate(html) if embed is not None]
    assert shown == [*range(len(wrong), len(wrong) + len(body))]
    assert "gpci/37" in html[shown[body.index(("ranking", "gpci/37"))]]


def test_all_embeds_of_a_body_take_two_queries_and_one_for_the_past_of_newcomers(
    body, django_assert_num_queries
):
    known = [embed for embed in body if embed != ("ranking", "gpci/37")]

    with django_assert_num_queries(2):
        render(known)
    with django_assert_num_queries(3):
        render(body * 2)


def test_embeds_that_show_nothing_take_no_more_queries(django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        assert set(render([(kind, argument) for kind, argument, _complaint in WRONG])) == {None}
    with django_assert_max_num_queries(0):
        assert render([]) == []


def test_number_of_embeds_is_not_limited_by_the_database(django_assert_num_queries):
    cities = [("trend", f"sci/city-{number}") for number in range(3000)]

    with django_assert_num_queries(2):
        *unknown, last = htmls_of([*cities, ("trend", "sci/busan")])

    assert set(unknown) == {None}
    assert "Busan" in last


@pytest.mark.parametrize(("kind", "argument"), [known for known in KNOWN if "2" in known[1]])
def test_embed_with_an_edition_stays_as_it_is_when_a_later_one_appears(kind, argument, ranking):
    before = html_of(kind, argument)
    make_edition(ranking, 4, {"busan": 3}, after=ranking.editions.get(number=2))

    assert html_of(kind, argument) == before


def test_trend_without_an_edition_goes_on_with_a_later_one(ranking):
    before = html_of("trend", "sci/busan")
    make_edition(ranking, 4, {"busan": 3}, after=ranking.editions.get(number=2))

    assert html_of("trend", "sci/busan") != before
    assert "sci/4/" in html_of("trend", "sci/busan")


def test_sentence_chart_and_table_of_a_trend_end_with_its_edition():
    with translation.override("en"):
        html = html_of("trend", "sci/busan/1")

    assert "Busan en was 12th in" in html
    assert html.count('class="point"') == 1
    assert "sci/1/" in html
    assert "sci/2/" not in html
    assert "8th" not in html


def test_trend_up_to_the_latest_edition_is_the_one_without_an_edition():
    pinned, live = html_of("trend", "sci/busan/2"), html_of("trend", "sci/busan")

    assert pinned.replace("trend-sci-busan-2-", "trend-sci-busan-") == live


def test_embedded_charts_of_two_rankings_say_which_they_are_of(ranking):
    """To the eye and to a screen reader, where both stand in one article."""
    other = make_ranking("other")
    make_edition(other, 1, {"busan": 24})

    with translation.override("en"):
        shown = htmls_of([("trend", "sci/busan"), ("trend", "other/busan")])

    for html, name in zip(shown, ("sci", "other"), strict=True):
        caption = re.search("<figcaption>(.+)</figcaption>", html)[1]
        assert f"in the Index {name} en, " in caption
        assert f'title">{caption}</title>' in html
        assert f"In the Index {name} en, Busan en" in html


def test_embedded_chart_explains_gaps_in_its_line(ranking):
    note = '<p class="meta">Where the line is broken'
    gapped = make_ranking("gapped")
    make_edition(gapped, 1, {"busan": 24})
    make_edition(gapped, 3, {"busan": 38})

    with translation.override("en"):
        assert note in html_of("trend", "gapped/busan")
        assert note not in html_of("trend", "sci/busan")


def test_embedded_table_offers_no_sorting(ranking):
    assert 'class="sort"' not in html_of("ranking", "sci/2")


def test_embedded_areas_say_what_fell():
    with translation.override("en"):
        assert "Skills en fell." in html_of("areas", "sci/busan/2")
