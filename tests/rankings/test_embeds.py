import pytest
from django.template import Context, Template
from django.utils import translation

from rankings.embeds import KINDS

from .factories import make_city, make_edition, make_measure, make_ranking, make_region, make_result

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ranking():
    ranking = make_ranking()
    make_region(ranking, "asia", ["busan"])
    make_measure(ranking, "skills")
    first = make_edition(ranking, 1, {"busan": 12, "paris": 1})
    second = make_edition(ranking, 2, {"busan": 8, "paris": 2}, after=first)
    make_edition(ranking, 3, {"busan": 1}, after=second, is_public=False)
    make_result(first, "busan", 9, measure="skills")
    make_result(second, "busan", 10, measure="skills")
    make_city("atlantis")
    return ranking


KNOWN = [("ranking", "sci/2"), ("trend", "sci/busan"), ("areas", "sci/busan/2")]

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
    ("trend", "sci/busan/2", "such as “sci/busan”"),
    ("trend", "gfci/busan", "no ranking “gfci”"),
    ("trend", "sci/lemuria", "no city “lemuria”"),
    ("trend", "sci/atlantis", "no figures of the city “atlantis”"),
    ("areas", "sci/busan", "such as “sci/busan/12”"),
    ("areas", "gfci/busan/2", "no ranking “gfci”"),
    ("areas", "sci/lemuria/2", "no city “lemuria”"),
    ("areas", "sci/busan/4", "no edition 4"),
    ("areas", "sci/paris/2", "no areas or dimensions of the city “paris”"),
]


@pytest.mark.parametrize(("kind", "argument"), KNOWN)
def test_known_embed_has_nothing_wrong_and_renders(kind, argument):
    assert KINDS[kind].check(argument) is None
    assert "Busan" in KINDS[kind].render(argument)


@pytest.mark.parametrize(("kind", "argument", "complaint"), WRONG)
def test_wrong_embed_is_explained_and_renders_nothing(kind, argument, complaint):
    with translation.override("en"):
        assert complaint in KINDS[kind].check(argument)
    assert KINDS[kind].render(argument) is None


@pytest.mark.parametrize(("kind", "argument", "complaint"), WRONG)
def test_what_is_wrong_is_said_in_korean_too(kind, argument, complaint):
    with translation.override("en"):
        english = KINDS[kind].check(argument)
    with translation.override("ko"):
        korean = KINDS[kind].check(argument)

    assert korean != english
    assert "습니다" in korean or "하십시오" in korean or "적으십시오" in korean


@pytest.mark.parametrize(("kind", "argument"), KNOWN)
def test_embed_speaks_the_active_language(kind, argument):
    for language, ours, others in (("en", "Busan en", "Busan ko"), ("ko", "Busan ko", "Busan en")):
        with translation.override(language):
            html = KINDS[kind].render(argument)
        assert others not in html
        assert ours in html or kind == "areas"


@pytest.mark.parametrize(("kind", "argument"), KNOWN)
def test_embed_leaves_headings_to_the_article(kind, argument):
    assert "<h" not in KINDS[kind].render(argument).replace("<head", "")


@pytest.mark.parametrize(("kind", "argument"), KNOWN)
def test_same_embed_twice_on_a_page_takes_ids_of_its_own(kind, argument):
    html = KINDS[kind].render(argument) + KINDS[kind].render(argument, prefix="second")

    ids = [part.split('"', 1)[0] for part in html.split(' id="')[1:]]
    assert ids
    assert len(ids) == len(set(ids))


def test_different_charts_on_a_page_have_different_ids(ranking):
    first, second = KINDS["trend"].render("sci/busan"), KINDS["trend"].render("sci/paris")

    assert 'id="trend-sci-busan-title"' in first
    assert 'id="trend-sci-paris-title"' in second


def test_table_is_pinned_to_its_edition(ranking):
    before = KINDS["ranking"].render("sci/1")
    make_edition(ranking, 4, {"busan": 3})

    assert KINDS["ranking"].render("sci/1") == before


def test_embedded_table_offers_no_sorting(ranking):
    assert 'class="sort"' not in KINDS["ranking"].render("sci/2")


def test_embedded_areas_say_what_fell():
    with translation.override("en"):
        assert "1 of 1 area fell: Skills en (9th → 10th)." in KINDS["areas"].render("sci/busan/2")


@pytest.mark.parametrize(
    ("tag", "kind", "argument"),
    [
        ('{% rank_table "sci" 2 %}', "ranking", "sci/2"),
        ('{% rank_trend "sci" "busan" %}', "trend", "sci/busan"),
        ('{% rank_areas "sci" "busan" 2 %}', "areas", "sci/busan/2"),
    ],
)
def test_tag_shows_what_the_embed_shows(tag, kind, argument):
    html = Template("{% load rankings %}" + tag).render(Context())

    assert html == KINDS[kind].render(argument)


def test_tag_of_something_unknown_shows_nothing():
    html = Template('{% load rankings %}{% rank_table "sci" 99 %}').render(Context())

    assert html == ""
