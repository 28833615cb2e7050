"""Adding a city to a comparison, by choosing it or by typing its name."""

from urllib.parse import urlencode

import pytest

from rankings.models import City

from ..queries import count_queries
from .compared import compare, get

pytestmark = pytest.mark.django_db

PAGE = "/en/rankings/sci/compare/"


def test_form_keeps_the_cities_and_offers_all_others(client, ten_cities):
    html = get(client, "city=busan&city=city1&measure=skills&x=edition").text

    form = html.split('<form class="filters" ')[1].split("</form>")[0]
    assert form.startswith('method="get" aria-label="Choose cities and a measure to compare"')
    assert '<input type="hidden" name="city" value="busan">' in form
    assert '<input type="hidden" name="city" value="city1">' in form
    assert '<option value="City2 en">' in form
    assert '<option value="City1 en">' not in form
    assert '<option value="skills" selected>' in form
    assert '<option value="edition" selected>' in form


def test_six_cities_are_all_that_can_be_added(client, ten_cities):
    html = get(client, "&".join(f"city=city{number}" for number in range(1, 7))).text

    assert "To compare another city, remove one first." in html
    assert 'id="add"' not in html


@pytest.fixture
def named_cities(ten_cities):
    """Three of the ten have names that readers type."""
    names = {
        "busan": ("부산", "Busan"),
        "city1": ("서울", "Seoul"),
        "city2": ("상파울루", "São Paulo"),
    }
    for slug, (korean, english) in names.items():
        City.objects.filter(slug=slug).update(name_ko=korean, name_en=english)
    City.objects.get(slug="city2").aliases.create(name="Sampa")
    City.objects.filter(slug="city1").update(country_en="Korea")


@pytest.mark.parametrize(
    ("typed", "city"),
    [
        ("Seoul", "city1"),
        ("서울", "city1"),
        (" sEOUL ", "city1"),
        ("ㅅㅇ", "city1"),
        ("ㅅㅍㅇㄹ", "city2"),
        ("sao paulo", "city2"),
        ("sampa", "city2"),
    ],
)
def test_typed_city_is_added_whatever_name_it_is_typed_by(client, named_cities, typed, city):
    query = urlencode({"city": "busan", "measure": "skills", "x": "edition", "add": typed})

    response = get(client, query)

    asked = f"city=busan&city={city}&measure=skills&x=edition"
    assert (response.status_code, response.url.partition("?")[2]) == (302, asked)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("seo", ["city1"]),
        ("ㅅ", ["city1", "city2"]),
        ("korea", ["city1"]),
        ("Seuol", ["city1"]),
    ],
)
def test_typed_city_that_is_not_certain_is_asked_about(client, named_cities, typed, offered):
    html = get(client, urlencode({"city": "busan", "add": typed})).text

    assert f"Which city do you mean by “{typed}”?" in html
    assert f'value="{typed}" aria-describedby="add-answer"' in html
    for city in offered:
        assert f'/compare/?city=busan&amp;city={city}">Add ' in html
    assert html.split('<p class="chips">')[1].split("</p>")[0].count("<a ") == len(offered)


def test_cities_that_begin_as_typed_are_offered_first(named_cities):
    City.objects.filter(slug="city3").update(name_en="Alsace")

    offers = compare("city=busan&add=sa").offers

    assert [city.slug for city, _address in offers] == ["city2", "city3"]


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("city=busan&add=Atlantis", "No city in this ranking is called “Atlantis”."),
        ("city=busan&add=Busan", "“Busan” is already among the cities compared."),
        (
            "&".join(f"city=city{number}" for number in range(1, 7)) + "&add=Busan",
            "At most 6 cities are compared: remove one to add “Busan”.",
        ),
    ],
)
def test_typed_city_that_cannot_be_added_is_answered(client, named_cities, query, answer):
    response = get(client, query)

    assert response.status_code == 200
    assert f'<p id="add-answer">{answer}' in response.text


def test_nothing_typed_is_not_answered(client, named_cities):
    assert "add-answer" not in get(client, "city=busan&add=+").text


@pytest.mark.parametrize("typed", ["%00", "%FF", "%3Cscript%3Ealert(1)%3C/script%3E", "x" * 5000])
def test_typed_nonsense_is_answered_as_text(client, named_cities, typed):
    response = get(client, f"city=busan&add={typed}")

    assert response.status_code == 200
    assert "<script>alert" not in response.text
    assert "No city in this ranking is called" in response.text


def test_typed_name_takes_no_further_query(client, named_cities):
    assert count_queries(client, f"{PAGE}?city=busan&add=ㅅ") == count_queries(client, PAGE)
