import re
from pathlib import Path

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils import translation

from rankings.models import City
from rankings.pages.measure_pages import load_measure_page
from rankings.placings import Placing
from rankings.plots import MOST_CITIES, plot_of
from rankings.timeline import load_timeline

from .factories import make_city, make_edition, make_measure, make_ranking, make_result, texts

STYLES = Path(__file__).parents[2] / "rankings/static/rankings/css/rankings.css"
PORTAL_STYLES = Path(__file__).parents[2] / "portal/static/portal/css/portal.css"
PICTURE_STYLES = Path(__file__).parents[2] / "templates/rankings/_line_style.css"
LEAST_CONTRAST = 3  # WCAG 2.2, 1.4.11


@pytest.fixture
def table(db):
    """Two editions of twelve cities, with Busan the last but one."""
    ranks = {f"city{rank}": rank for rank in range(1, 13) if rank != 11} | {"busan": 11}
    ranking = make_ranking()
    first = make_edition(ranking, 1, ranks)
    second = make_edition(ranking, 2, ranks, after=first)
    make_result(first, "gone", 13)
    make_result(second, "silent", status="not_published")
    skills = make_measure(ranking, "skills")
    make_result(second, "busan", 51, measure="skills", band_end=60)
    make_result(second, "city1", 1, measure="skills", is_joint=True)
    return skills


@pytest.fixture
def field(table):
    """The chart of all cities by their overall rank."""
    return page_of(table.ranking.measures.get(code="overall")).plot


def page_of(measure, query=""):
    return load_measure_page(load_timeline("sci"), measure, QueryDict(query))


def test_placings_are_those_of_one_measure(table, django_assert_num_queries):
    timeline = load_timeline("sci")

    with django_assert_num_queries(3):
        page = load_measure_page(timeline, table, QueryDict())

    assert page.ranks == {
        City.objects.get(slug="city1"): [Placing(timeline.latest, 1, is_joint=True)],
        City.objects.get(slug="busan"): [Placing(timeline.latest, 51, band_end=60)],
    }


def test_placings_run_from_the_oldest_edition(table):
    ranks = page_of(table.ranking.measures.get(code="overall")).ranks

    assert len(ranks) == 14
    assert ranks[City.objects.get(slug="silent")] == []
    assert [placing.edition.number for placing in ranks[City.objects.get(slug="busan")]] == [1, 2]


def test_field_has_our_city_and_the_first_of_the_latest_edition_in_front(field):
    assert [course.city.slug for course in field.courses] == [
        "busan",
        "city1",
        "city2",
        "city3",
        "city4",
        "city5",
    ]
    assert len(field.field) == 13 - MOST_CITIES
    assert all(line.label_y is None for line in field.field)


def test_field_of_a_measure_without_figures_is_no_plot(table):
    page = page_of(make_measure(table.ranking, "support"))

    assert page.plot is None
    assert page.sentences == []


def test_large_field_is_thinned_out_from_the_first_to_the_last(table, monkeypatch):
    monkeypatch.setattr("rankings.pages.measure_pages.MOST_FAINT", 3)

    page = page_of(table.ranking.measures.get(code="overall"))

    assert [city.slug for city in page.others] == [
        *("city6", "city7", "city8", "city9", "city10", "city12", "gone")
    ]
    assert [city.slug for city in page.faint] == ["city6", "city9", "gone"]
    assert len(page.plot.field) == 3


def test_moments_tell_only_of_the_lines_in_front(table):
    plot = page_of(table.ranking.measures.get(code="overall"), "x=edition").plot

    assert plot.is_by_edition
    assert [len(moment.standings) for moment in plot.moments] == [6, 6]


def test_edition_with_none_of_the_lines_in_front_has_no_moment(db):
    ranking = make_ranking()
    first = make_edition(ranking, 1)
    second = make_edition(ranking, 2, after=first)

    plot = plot_of([(make_city("busan"), [Placing(second, 8)])], [[Placing(first, 3)]])

    assert [moment.edition for moment in plot.moments] == [second]
    assert len(plot.chart.columns) == 2


def test_long_name_is_cut_in_the_label_and_whole_for_screen_readers(db):
    City.objects.create(slug="long", **texts("name", "Llanfairpwllgwyngyllgogery"))
    edition = make_edition(make_ranking(), 1, {"long": 1})

    with translation.override("en"):
        plot = plot_of([(City.objects.get(slug="long"), [Placing(edition, 1)])])
        assert plot.courses[0].label == "Llanfairpwllgwyngyllg… 1st"
        assert "Llanfairpwllgwyngyllgogery en 1st" in plot.moments[0].description


def test_picture_has_fixed_widths_and_nothing_to_tab_to(field):
    plot = field.for_width(720)

    svg = render_to_string("rankings/_line_chart_fixed.html", {"plot": plot, "prefix": "chart"})

    assert '<svg width="720"' in svg
    assert 'preserveAspectRatio="none"' in svg
    assert "tabindex" not in svg
    assert svg.count("<polyline") == 12


def test_chart_keeps_its_points_in_every_number_format(field):
    with translation.override("ko"):
        svg = render_to_string("rankings/_line_chart.html", {"plot": field, "prefix": "chart"})

    assert re.search(r'x="\d+\.\d+%"', svg)
    assert not re.search(r'(?:x|y|width)="\d+,\d+', svg)


def light_and_dark(css, name):
    return re.search(rf"{name}: light-dark\((#\w+), (#\w+)\)", css).groups()


def luminance(colour):
    """Relative luminance, as WCAG 2.2 defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    shares = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour, ground):
    lighter, darker = sorted(map(luminance, (colour, ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("slot", range(1, MOST_CITIES + 1))
def test_colours_of_lines_stand_out_from_every_ground(slot):
    portal = PORTAL_STYLES.read_text("utf-8")
    light, dark = light_and_dark(STYLES.read_text("utf-8"), f"--series-{slot}")
    light_ground, dark_ground = light_and_dark(portal, "--ground")
    [contrast_ground] = re.findall(r"--ground: (#\w+);", portal)

    assert contrast(light, light_ground) >= LEAST_CONTRAST
    assert contrast(dark, dark_ground) >= LEAST_CONTRAST
    assert contrast(dark, contrast_ground) >= LEAST_CONTRAST


@pytest.mark.parametrize("slot", range(1, MOST_CITIES + 1))
def test_pictures_have_the_colours_and_patterns_of_the_page(slot):
    page, picture = STYLES.read_text("utf-8"), PICTURE_STYLES.read_text("utf-8")
    pattern = re.search(rf"\.series-{slot} {{[^}}]*--pattern: ([\d ]+);", page)

    light, _dark = light_and_dark(page, f"--series-{slot}")
    assert f".series-{slot} .point {{ fill: {light}; }}" in picture
    if pattern:
        assert f".series-{slot} polyline {{ stroke-dasharray: {pattern[1]}; }}" in picture
