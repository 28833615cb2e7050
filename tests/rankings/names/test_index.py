import pytest

from rankings.names.index import CityNames

NAMES = CityNames(
    [
        ("서울", 1),
        ("Seoul", 1),
        ("선전", 2),
        ("Shenzhen", 2),
        ("심천", 2),
        ("뉴욕", 3),
        ("New York", 3),
        ("new-york", 3),
        ("상파울루", 4),
        ("São Paulo", 4),
        ("블라디보스토크", 5),
        ("Cambridge", 6),
        ("Cambridge", 7),
        (None, 8),
        ("", 8),
    ]
)


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("서울", {1}),
        (" seoul ", {1}),
        ("ＳＥＯＵＬ", {1}),
        ("심천", {2}),
        ("NEW YORK", {3}),
        ("New-York", {3}),
        ("sao paulo", {4}),
        ("Cambridge", {6, 7}),
        ("서 울", {1}),
        ("서울시", set()),
        ("-", set()),
        ("", set()),
    ],
)
def test_city_is_found_by_any_of_its_names(text, cities):
    assert NAMES.find(text) == cities


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("블라디보스톡", "블라디보스토크"),
        ("Shenzen", "Shenzhen"),
        ("상파울로", "상파울루"),
        ("서울시", "서울"),
    ],
)
def test_misspelt_name_brings_the_right_one_to_mind(text, name):
    assert NAMES.near(text)[0] == name


def test_name_like_no_other_brings_none():
    assert NAMES.near("Zzz") == []
