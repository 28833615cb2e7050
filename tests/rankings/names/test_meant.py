"""The city that a reader means, among cities with other names and with namesakes."""

import pytest

from rankings.models import City
from rankings.names.meant import city_meant


def make_city(slug, korean, english, country="", aliases=(None,)):
    city = City(pk=slug, slug=slug, name_ko=korean, name_en=english, country_en=country)
    city.aliases_of = [[name] for name in aliases]
    return city


CITIES = [
    make_city("busan", "부산", "Busan", "Korea", aliases=["Pusan"]),
    make_city("cambridge", "케임브리지", "Cambridge", "United Kingdom"),
    make_city("cambridge-ma", "케임브리지", "Cambridge", "United States"),
    make_city("incheon", "인천", "Incheon", "Korea"),
    make_city("rapport", "라포르", "Rapport"),
    make_city("porto", "포르투", "Porto", "Portugal"),
]


@pytest.mark.parametrize("text", ["부산", " BUSAN ", "ㅂㅅ", "pusan"])
def test_the_one_city_of_that_name_is_meant(text):
    meant = city_meant(text, CITIES)

    assert (meant.city.slug, meant.others) == ("busan", [])


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("Cambridge", ["cambridge", "cambridge-ma"]),
        ("korea", ["busan", "incheon"]),
        ("por", ["porto", "rapport"]),
        ("rt", ["rapport", "porto"]),
        ("Pussan", ["busan"]),
        ("Canbridge", ["cambridge", "cambridge-ma"]),
        ("Atlantis", []),
        ("?", []),
    ],
)
def test_all_that_may_be_meant_are_offered(text, slugs):
    meant = city_meant(text, CITIES)

    assert meant.city is None
    assert [city.slug for city in meant.others] == slugs
