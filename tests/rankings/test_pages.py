import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings

from rankings.models import Correction, MeasureLabel, Ranking

from .factories import (
    make_city,
    make_edition,
    make_measure,
    make_ranking,
    make_region,
    make_result,
    make_source,
    texts,
)
from .queries import MOST_QUERIES, count_queries

pytestmark = pytest.mark.django_db

SAMPLES = tomllib.loads((Path(__file__).parent / "bad_queries.toml").read_text("utf-8"))
LANGUAGES = [code for code, _name in settings.LANGUAGES]
PAGES = ["", "sci/", "sci/2/", "sci/cities/busan/"]


@pytest.fixture
def ranking():
    """Two public editions with everything a page can show, and a third that is not public."""
    ranking = make_ranking(**texts("methodology", "Surveys and counts"))
    make_region(ranking, "asia", ["busan", "seoul"])
    make_region(ranking, "europe", ["paris"])
    first = make_edition(ranking, 1, {"busan": 12, "paris": 1}, cities_included=77)
    second = make_edition(ranking, 2, {"paris": 2}, after=first, cities_included=77, factors=134)
    fill(second)
    make_edition(ranking, 3, {"busan": 1}, after=second, is_public=False)
    return ranking


def fill(edition):
    source = make_source()
    edition.sources.add(source)
    make_result(edition, "busan", 8, rating=Decimal(700), source=source)
    make_result(edition, "busan", 2, scope="region")
    make_result(edition, "seoul", 39, basis="list_order", source=make_source(2))
    for code, kind in (("skills", "area"), ("support", "dimension"), ("fame", "survey")):
        measure = make_measure(edition.ranking, code, kind)
        make_result(edition, "busan", 10, measure=code)
        make_result(edition.previous, "busan", 9, measure=code)
        MeasureLabel.objects.create(
            measure=measure, edition=edition.previous, **texts("label", "Old")
        )
    Correction.objects.create(
        edition=edition,
        city=make_city("busan"),
        before="9",
        after="8",
        **texts("reason", "Misread"),
    )


def grow(ranking, cities):
    """Editions of so many cities, some of which come and go, and more areas."""
    editions = list(ranking.editions.public().order_by("number"))
    regions = [make_region(ranking, f"region{number}") for number in range(8)]
    for number in range(cities):
        slug = f"city{number}"
        regions[number % 8].members.create(city=make_city(slug))
        for place, edition in enumerate(editions):
            if (number + place) % 3:
                make_result(edition, slug, 100 + number, source=make_source(f"{place}-{number}"))
    for edition in editions:
        edition.cities_included = edition.results.overall().world().count()
        edition.save()
    for number in range(10):
        make_measure(ranking, f"area{number}")
        for edition in editions:
            make_result(edition, "busan", 20 + number, measure=f"area{number}")


def get(client, page, language="en"):
    return client.get(f"/{language}/rankings/{page}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_page_stands_in_each_language(client, ranking, page, language):
    response = get(client, page, language)

    assert response.status_code == 200
    assert f'<html lang="{language}">' in response.text
    assert response.text.count("<h1>") == 1
    assert f"Index sci {language}" in response.text
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_page_of_an_empty_portal_is_missing_or_says_so(client, page, language):
    assert get(client, page, language).status_code == (404 if page else 200)


@pytest.mark.parametrize("page", PAGES)
def test_ids_are_unique_and_references_lead_somewhere(client, ranking, page):
    html = get(client, page).text

    ids = attribute_values(html, "id")
    assert len(ids) == len(set(ids))
    assert {
        target for value in attribute_values(html, "aria-labelledby") for target in value.split()
    } <= set(ids)
    assert {link[1:] for link in attribute_values(html, "href") if link.startswith("#")} <= set(ids)


@pytest.mark.parametrize("page", PAGES)
def test_page_has_no_inline_style_or_script(client, ranking, page):
    html = get(client, page).text

    assert ' style="' not in html
    assert "<style" not in html
    assert "<script>" not in html


def attribute_values(html, name):
    return [part.split('"', 1)[0] for part in html.split(f' {name}="')[1:]]


def test_list_shows_where_our_city_stands_now(client, ranking):
    html = get(client, "").text

    assert "Index sci en" in html
    assert '<strong class="standing-rank">8th</strong>' in html
    assert '<span aria-hidden="true">▲</span> 4 up' in html


def test_list_shows_a_ranking_without_our_city(client):
    make_edition(make_ranking("gfci"), 1, {"paris": 1})
    make_ranking("empty")

    html = get(client, "").text

    assert "Index gfci en" in html
    assert "Index empty en" in html
    assert "standing-rank" not in html


def test_ranking_page_tells_who_publishes_it_and_how(client, ranking):
    html = get(client, "sci/").text

    assert "Office en" in html
    assert 'href="https://example.org/sci"' in html
    assert "Surveys and counts en" in html
    assert "Busan en rose 4 places, from 12th in January 2020 to 8th in July 2020." in html


def test_ranking_page_without_public_editions_still_tells_about_the_ranking(client):
    make_edition(make_ranking(), 1, {"busan": 8}, is_public=False)

    response = get(client, "sci/")

    assert response.status_code == 200
    assert "No edition of this ranking has been published here yet." in response.text


def test_edition_page_says_how_much_is_known_and_by_whom_it_was_published(client, ranking):
    html = get(client, "sci/2/").text

    assert "As published by Office en, 1 July 2020 · 3 of 77 cities with known ranks" in html
    assert 'href="https://example.org/source/1"' in html


def test_edition_page_marks_our_city_in_words(client, ranking):
    html = get(client, "sci/2/").text

    row = html.split('id="table-home" class="is-home">')[1].split("</tr>")[0]
    assert "Busan en" in row
    assert "Our city" in row


def test_edition_page_explains_ranks_that_no_source_prints(client, ranking):
    html = get(client, "sci/2/").text

    assert '39<sup class="mark">*</sup>' in html
    assert "<b>*</b> Read from the order of a list; the source prints no rank." in html


def test_edition_page_shows_note_corrections_and_neighbours(client, ranking):
    ranking.editions.filter(number=2).update(note_en="Two counts differ.")

    html = get(client, "sci/2/").text

    assert "Two counts differ." in html
    assert "Misread en" in html
    assert '<a rel="prev" href="/en/rankings/sci/1/">' in html
    assert 'rel="next"' not in html


def test_text_that_only_another_language_has_carries_its_language(client, ranking):
    ranking.editions.filter(number=2).update(note_ko="두 수가 다릅니다.")

    assert '<span lang="ko">두 수가 다릅니다.</span>' in get(client, "sci/2/").text


def test_region_filter_keeps_the_order_and_the_choice(client, ranking):
    html = get(client, "sci/2/?region=asia&sort=-rank").text

    table = html.split("<tbody")[1].split("</tbody>")[0]
    assert table.index("Seoul en") < table.index("Busan en")
    assert "Paris en" not in table
    assert '<option value="asia" selected>' in html
    assert '<input type="hidden" name="sort" value="-rank">' in html


def test_sorted_column_says_so_and_its_link_turns_the_order_and_keeps_the_filter(client, ranking):
    html = get(client, "sci/2/?region=asia&sort=city&page=1").text

    assert html.count("aria-sort=") == 1
    header = html.split('aria-sort="ascending"')[1]
    assert 'href="?region=asia&amp;sort=-city"' in header.split("</th>")[0]


def test_long_table_stands_on_one_page(client, ranking):
    make_edition(ranking, 4, {f"city{rank}": rank for rank in range(1, 251)})

    html = get(client, "sci/4/").text

    assert "City1 en" in html
    assert "City250 en" in html


@pytest.mark.parametrize(
    ("query", "cities", "shown"),
    [
        ("", "Paris Busan Seoul", "3 cities"),
        ("?q=bus", "Busan", "1 of 3 cities"),
        ("?q=ko", "Paris Busan Seoul", "3 cities"),
        ("?q=land&region=asia", "Busan Seoul", "2 of 3 cities"),
        ("?q=harbour", "Busan", "1 of 3 cities"),
        ("?show=up", "Busan", "1 of 3 cities"),
        ("?show=down", "Paris", "1 of 3 cities"),
        ("?show=up&region=asia&sort=-city", "Busan", "1 of 3 cities"),
        ("?show=nonsense&region=nowhere", "Paris Busan Seoul", "3 cities"),
    ],
)
def test_table_shows_the_cities_that_the_address_asks_for(client, ranking, query, cities, shown):
    make_city("busan").aliases.create(name="Harbour of the East")

    html = get(client, f"sci/2/{query}").text

    table = html.split("<tbody")[1].split("</tbody>")[0]
    assert [city for city in ("Paris", "Busan", "Seoul") if f"{city} en" in table] == cities.split()
    assert f'<p id="table-shown" role="status" data-table-part>{shown}</p>' in html


@pytest.mark.parametrize("query", ["?q=atlantis", "?q=!!!", "?show=new", "?show=same&sort=city"])
def test_choice_that_no_city_meets_leaves_a_way_back(client, ranking, query):
    html = get(client, f"sci/2/{query}").text

    assert "No city matches what you chose." in html
    back = "?sort=city" if "sort" in query else "./"
    assert f'<a class="button" href="{back}" data-table-link>Show all cities</a>' in html


def test_choice_stands_in_the_form_and_in_the_links(client, ranking):
    html = get(client, "sci/2/?sort=-city&show=&q=%20bu%22s%20&region=asia&page=3").text

    assert 'name="q" maxlength="100" value="bu&quot;s"' in html
    assert '<option value="asia" selected>' in html
    assert 'href="?q=bu%22s&amp;region=asia&amp;sort=city"' in html
    assert "page=3" not in html.split("<main")[1]


def test_search_finds_cities_in_any_language_and_by_initial_sounds(client, ranking):
    ranking.editions.get(number=2).results.get(city__slug="seoul").city.__class__.objects.filter(
        slug="seoul"
    ).update(name_ko="서울")

    for query in ("서울", "서우", "ㅅㅇ"):
        assert "1 of 3 cities" in get(client, f"sci/2/?q={query}").text


def test_our_city_is_one_link_away_even_where_it_is_not_shown(client, ranking):
    assert '<a href="#table-home">Go to Busan en</a>' in get(client, "sci/2/").text

    html = get(client, "sci/2/?region=europe&sort=city").text

    assert '<a href="?sort=city#table-home">Go to Busan en</a>' in html


def test_edition_page_tells_what_moved(client, ranking):
    html = get(client, "sci/2/").text

    assert "Of 2 cities with figures in both editions, 1 rose and 1 fell." in html
    assert "The largest rise was by 4 places: Busan en." in html


def test_first_edition_tells_of_no_movement(client, ranking):
    html = get(client, "sci/1/").text

    assert "with figures in both editions" not in html
    assert 'name="show"' not in html


def test_edition_page_names_who_left_only_where_that_is_known(client, ranking):
    make_result(ranking.editions.get(number=1), "lima", 70)
    assert "In SCI 1, but not in SCI 2" not in get(client, "sci/2/").text

    make_result(ranking.editions.get(number=2), "lima", status="absent")

    html = get(client, "sci/2/").text
    assert "In SCI 1, but not in SCI 2" in html
    assert '<a href="/en/rankings/sci/cities/lima/">Lima en</a> 70</li>' in html


def test_city_page_says_once_what_fell(client, ranking):
    overall = get(client, "sci/cities/busan/").text
    of_area = get(client, "sci/cities/busan/?measure=skills").text

    assert "Fell in SCI 2, most first:" in overall
    assert "Skills en fell." not in overall
    assert "Fell in SCI 2, most first:" not in of_area
    assert "Skills en fell." in of_area
    assert "(in SCI 1: Old en)" in overall


def test_city_page_draws_the_ranks_and_lists_them(client, ranking):
    html = get(client, "sci/cities/busan/").text

    assert html.count('<circle class="point"') == 2
    assert html.count('<line class="line"') == 1
    assert "<title>July 2020: 8th (SCI 2)</title>" in html
    assert 'class="edition"><a href="/en/rankings/sci/2/">SCI 2</a></th>' in html


def test_ranking_page_says_first_what_the_ranking_is(client, ranking):
    Ranking.objects.update(methodology_en="Compares harbours.", frequency_en="Yearly")

    html = get(client, "sci/").text

    assert html.index("<h1>") < html.index("Compares harbours.") < html.index("<table")
    assert html.count("Compares harbours.") == 1
    assert 'id="about"' in html


def test_pages_name_the_abbreviation_of_the_ranking_once_in_korean(client, ranking):
    html = client.get("/ko/rankings/sci/2/").text
    page = html[html.index("<main") : html.index("자료 내려받기")]

    assert re.findall("SCI 2", page) == ["SCI 2"]
    assert "<h1>Index sci ko 2회차(SCI 2)" in page
    assert "1회차 대비 변동" in page


def test_city_page_links_other_rankings_of_the_city(client, ranking):
    make_edition(make_ranking("gfci"), 1, {"busan": 24})

    assert 'href="/en/rankings/gfci/cities/busan/"' in get(client, "sci/cities/busan/").text


@pytest.mark.parametrize("query", SAMPLES["queries"])
@pytest.mark.parametrize("page", PAGES)
def test_query_that_makes_no_sense_is_passed_over(client, ranking, page, query):
    response = get(client, f"{page}?{query}")

    assert response.status_code == 200
    assert "<script>alert" not in response.text


@pytest.mark.parametrize("address", SAMPLES["addresses"])
def test_address_that_leads_nowhere_is_missing(client, ranking, address):
    make_ranking("gfci")

    assert get(client, address).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_number_of_queries_does_not_grow_with_the_table(client, ranking, page, language):
    address = f"/{language}/rankings/{page}"
    make_edition(make_ranking("gfci"), 1, {"busan": 24})
    small = count_queries(client, address)
    grow(ranking, cities=60)

    large = count_queries(client, address)

    # The past of newcomers is asked for when there are any, in one query for all of them.
    assert small <= large <= small + 1
    assert large <= MOST_QUERIES
