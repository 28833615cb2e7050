"""The page on which cities are compared."""

import tomllib
from pathlib import Path

import pytest
from django.conf import settings

from rankings.pages.comparison import EDITIONS_AT_ONCE

from ..factories import make_claim, make_edition, make_ranking, make_source
from ..queries import MOST_QUERIES, count_queries
from .compared import get, make_courses

pytestmark = pytest.mark.django_db

FOLDER = Path(__file__).parent
BAD_QUERIES = tomllib.loads((FOLDER.parent / "bad_queries.toml").read_text("utf-8"))["comparisons"]
LANGUAGES = [code for code, _name in settings.LANGUAGES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_stands_in_each_language(client, ten_cities, language):
    response = get(client, language=language)

    html = response.text
    assert response.status_code == 200
    assert f'<html lang="{language}">' in html
    assert html.count("<h1>") == 1
    assert html.count('class="moment"') == 2
    assert not response.cookies
    assert ' style="' not in html


def test_ids_are_unique_and_references_lead_somewhere(client, ten_cities):
    html = get(client, "city=busan&city=city1&measure=skills").text

    ids = values_of(html, "id")
    assert len(ids) == len(set(ids))
    for name in ("aria-labelledby", "aria-describedby"):
        assert set(values_of(html, name)) <= set(ids)
    assert {link[1:] for link in values_of(html, "href") if link.startswith("#")} <= set(ids)


def values_of(html, name):
    return [part.split('"', 1)[0] for part in html.split(f' {name}="')[1:]]


def test_table_has_every_rank_of_the_chart_with_its_source(client, ten_cities):
    html = get(client, "city=busan&city=city1&measure=skills").text

    rows = " ".join(html.split("<tbody>")[1].split()).split("<tr>")[1:]
    assert len(rows) == 2
    assert '<td class="num">2</td>' in rows[0]
    assert '<td class="num">1</td>' in rows[0]
    assert '>3 <a class="cited" href="#source-1">[1]</a>' in rows[1]


def test_only_the_default_comparison_is_for_search_engines(client, ten_cities):
    assert 'content="noindex"' not in get(client).text
    assert 'content="noindex"' in get(client, "city=busan").text


@pytest.mark.parametrize("query", BAD_QUERIES)
def test_query_that_makes_no_sense_is_passed_over(client, ten_cities, query):
    response = get(client, query)

    assert response.status_code == 200
    assert "<script>alert" not in response.text


@pytest.mark.parametrize("slug", ["nowhere", "empty"])
def test_ranking_without_public_editions_has_no_comparison(client, slug):
    make_edition(make_ranking("empty"), 1, {"busan": 8}, is_public=False)

    assert client.get(f"/en/rankings/{slug}/compare/").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("query", ["", "measure=skills", "city=busan&city=city1&city=city2"])
def test_number_of_queries_does_not_grow_with_cities_and_editions(
    client, ten_cities, query, language
):
    address = f"/{language}/rankings/sci/compare/?{query}"
    small = count_queries(client, address)
    table = {f"town{number}": number for number in range(20, 60)} | {"busan": 8}
    for number in range(3, 13):
        make_edition(ten_cities, number, table)

    assert count_queries(client, address) == small <= MOST_QUERIES


def test_long_table_has_parts_and_the_chart_shows_all(client):
    count = EDITIONS_AT_ONCE + 2
    make_courses({"busan": list(range(1, count + 1)), "paris": [200] * count})
    page = "/en/rankings/sci/compare/?city=busan&city=paris"

    latest, earlier = (client.get(f"{page}{part}").text for part in ("", "&editions=2"))

    assert latest.count('<th scope="row" class="edition">') == EDITIONS_AT_ONCE
    assert earlier.count('<th scope="row" class="edition">') == 2
    assert earlier.count('class="moment"') == latest.count('class="moment"') == count
    assert 'href="?city=busan&amp;city=paris&amp;editions=2">Earlier editions</a>' in latest
    assert 'href="?city=busan&amp;city=paris&amp;editions=1">Later editions</a>' in earlier


def test_conflicts_in_the_table_take_no_query_each(client, ten_cities):
    address = "/en/rankings/sci/compare/?city=busan&city=city1"
    quiet = count_queries(client, address)
    for result in ten_cities.editions.get(number=2).results.overall().filter(rank__in=[1, 8]):
        make_claim(result, 77, source=make_source(f"claim-{result.pk}"))

    assert "Sources differ." in client.get(address).text
    assert count_queries(client, address) == quiet <= MOST_QUERIES
