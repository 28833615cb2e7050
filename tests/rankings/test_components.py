import pytest
from django.utils import translation

from rankings.changes import Kind
from rankings.components import areas_of, areas_selection, latest_with_components
from rankings.figures import load_results
from rankings.models import MeasureLabel
from rankings.timeline import load_timeline

from .factories import make_edition, make_measure, make_ranking, make_result, texts

pytestmark = pytest.mark.django_db

# [measure, kind, rank in the edition before, rank now]
FIGURES = [
    ("skills", "area", 12, 11),
    ("business", "area", 8, 10),
    ("people", "area", 9, 9),
    ("roads", "area", 6, 9),
    ("money", "area", None, 8),
    ("fame", "area", 10, None),
    ("support", "dimension", None, 1),
]


@pytest.fixture
def ranking():
    ranking = make_ranking()
    before = make_edition(ranking, 1)
    now = make_edition(ranking, 2, after=before)
    for position, (code, kind, old, new) in enumerate(FIGURES):
        make_measure(ranking, code, kind, position=position)
        for edition, rank in ((before, old), (now, new)):
            if rank:
                make_result(edition, "busan", rank, measure=code)
    return ranking


def load_areas(ranking, number=2, city="busan"):
    timeline = load_timeline(ranking.slug)
    edition = timeline.numbered(number)
    return areas_of(timeline, edition, load_results([areas_selection(timeline, edition, city)]))


def test_all_areas_are_shown_with_both_ranks_and_the_change(ranking):
    areas = load_areas(ranking).groups[0].components

    shown = [
        (area.measure.code, area.before and area.before.rank, area.now and area.now.rank)
        for area in areas
    ]
    assert shown == [(code, old, new) for code, kind, old, new in FIGURES if kind == "area"]
    assert [area.change.places for area in areas] == [1, -2, 0, -3, None, None]


def test_areas_and_dimensions_stand_apart(ranking):
    with translation.override("en"):
        assert [group.heading for group in load_areas(ranking).groups] == ["Areas", "Dimensions"]


def test_finding_counts_what_rose_fell_and_stayed(ranking):
    with translation.override("en"):
        finding = load_areas(ranking).groups[0].finding

    assert finding == (
        "Of 6 areas, 1 rose, 2 fell and 1 did not change. The other 2 cannot be compared."
    )


def test_bands_are_compared_without_counting_places(ranking):
    ranking.editions.get(number=1).results.filter(measure__code="skills").update(band_end=20)

    areas = load_areas(ranking).groups[0]

    assert areas.components[0].change.places is None
    with translation.override("en"):
        assert areas.finding.startswith("Of 6 areas, 1 rose, ")


def test_nothing_is_found_where_nothing_can_be_compared(ranking):
    assert load_areas(ranking).groups[1].finding == ""
    assert load_areas(ranking, number=1).groups[0].finding == ""


def test_label_is_that_of_the_edition_and_names_the_former_one(ranking):
    first = ranking.editions.get(number=1)
    people = ranking.measures.get(code="people")
    MeasureLabel.objects.create(measure=people, edition=first, **texts("label", "Talent"))

    with translation.override("en"):
        area = load_areas(ranking).groups[0].components[2]
        assert (area.label, area.former_label) == ("People en", "Talent en")


def test_label_that_did_not_change_has_no_former_one(ranking):
    assert {area.former_label for area in load_areas(ranking).groups[0].components} == {""}


def test_previous_edition_that_is_not_public_is_not_compared(ranking):
    ranking.editions.filter(number=1).update(is_public=False)

    areas = load_areas(ranking)

    assert areas.previous is None
    assert {area.change.kind for area in areas.groups[0].components} == {Kind.UNKNOWN}


def test_unknown_city_has_no_areas(ranking):
    assert load_areas(ranking, city="atlantis") is None


def test_latest_areas_are_of_the_last_edition_that_has_any(ranking):
    make_edition(ranking, 3, {"busan": 5})
    timeline = load_timeline("sci", components_of="busan")

    assert latest_with_components(timeline).number == 2


def test_city_without_areas_anywhere_has_no_latest(ranking):
    make_edition(ranking, 3, {"paris": 5})
    timeline = load_timeline("sci", components_of="paris")

    assert latest_with_components(timeline) is None
