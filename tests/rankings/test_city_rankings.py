"""One city across all rankings."""

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import translation

from rankings.models import Ranking

from .factories import make_city, make_edition, make_ranking, make_region, make_result
from .queries import MOST_QUERIES, count_queries

pytestmark = pytest.mark.django_db

LANGUAGES = [code for code, _name in settings.LANGUAGES]
PAGE = "/en/rankings/cities/busan/"


@pytest.fixture
def rankings():
    """Two rankings of Busan, which has left the second, and one without it."""
    sci = make_ranking("sci", position=1)
    first = make_edition(sci, 1, {"busan": 12, "paris": 1})
    second = make_edition(sci, 2, {"busan": 8}, after=first)
    make_region(sci, "asia", ["busan"])
    make_result(second, "busan", 2, scope="region")
    gfci = make_ranking("gfci", position=2)
    first = make_edition(gfci, 1, {"busan": 38})
    make_edition(gfci, 2, {"paris": 1}, after=first)
    make_edition(make_ranking("other"), 1, {"paris": 1})
    return sci, gfci


def cards(html):
    return html.split('<li class="ranking-card">')[1:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_stands_in_each_language(client, rankings, language):
    response = client.get(f"/{language}/rankings/cities/busan/")

    assert response.status_code == 200
    assert response.text.count("<h1>") == 1
    assert f"Busan {language}" in response.text
    assert not response.cookies


def test_each_ranking_that_knows_the_city_has_a_card(client, rankings):
    sci, gfci = cards(client.get(PAGE).text)

    assert '<a href="/en/rankings/sci/cities/busan/">Index sci en</a>' in sci
    assert '<strong class="standing-rank">8th</strong>' in sci
    assert "4 up" in sci
    assert "Rank in the region: 2" in sci
    assert "Best rank ever: 8th (July 2020)" in sci
    assert "In it since the first edition: 12th in January 2020" in sci
    assert sci.count("<svg") == 1
    assert "Index gfci en" in gfci


def test_ranking_whose_latest_edition_lacks_the_city_says_so_and_gives_the_last_rank(
    client, rankings
):
    _sci, gfci = cards(client.get(PAGE).text)

    assert "No figure for the latest edition" in gfci
    assert "Last known rank: 38th (GFCI 1, 1 January 2020)" in gfci
    assert "standing-rank" not in gfci
    assert "<svg" not in gfci


def test_warning_against_comparing_rankings_needs_two(client, rankings):
    warning = "a rank in one cannot be compared with a rank in another"
    assert warning in client.get(PAGE).text

    rankings[1].editions.update(is_public=False)

    html = client.get(PAGE).text
    assert len(cards(html)) == 1
    assert warning not in html


def test_city_without_any_published_rank_is_shown(client):
    make_result(make_edition(make_ranking(), 1), "busan", status="not_published")

    html = client.get(PAGE).text

    assert "not published" in html
    assert "No ranks of Busan en are known." in html


@pytest.mark.parametrize("city", ["atlantis", "seoul", "%00", "1"])
def test_city_that_no_ranking_knows_is_missing(client, rankings, city):
    make_city("seoul")

    assert client.get(f"/en/rankings/cities/{city}/").status_code == 404


def test_city_page_leads_there_when_there_are_several_rankings(client, rankings):
    assert f'href="{PAGE}"' in client.get("/en/rankings/sci/cities/busan/").text
    rankings[1].editions.update(is_public=False)
    assert f'href="{PAGE}"' not in client.get("/en/rankings/sci/cities/busan/").text


def test_list_of_rankings_leads_to_our_city(client, rankings):
    assert f'href="{PAGE}"' in client.get("/en/rankings/").text


def test_number_of_queries_does_not_grow(client, rankings):
    small = count_queries(client, PAGE)
    for number in range(5):
        ranking, previous = make_ranking(f"r{number}"), None
        for edition in range(1, 8):
            previous = make_edition(ranking, edition, {"busan": 9 - edition}, after=previous)

    assert count_queries(client, PAGE) == small <= MOST_QUERIES


def test_ranking_cannot_take_the_address_of_the_cities():
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        Ranking(slug="cities").clean()

    assert "Choose another." in refused.value.message_dict["slug"][0]
