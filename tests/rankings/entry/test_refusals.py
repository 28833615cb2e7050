"""What the entry table refuses: it says where and why, and keeps all that was typed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rankings.models import City, CityAlias, Result

from .conftest import stored, user_with
from .page import Grid

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ({"overall": "8점"}, "부산, 종합 순위: 입력한 ‘8점’ 값을 순위로 읽을 수 없습니다."),
        ({"overall": "0"}, "부산, 종합 순위: 입력한 ‘0’ 값은 순위가 될 수 없습니다."),
        ({"technology": "40000"}, "부산, 기술: 입력한 ‘40000’ 값이 너무 큽니다."),
        (
            {"support": "11st"},
            "부산, 지원: 입력한 ‘11st’ 값의 숫자와 영어 서수 어미가 맞지 않습니다.",
        ),
        (
            {"overall_region": "둘째"},
            "부산, 종합 지역 순위: 입력한 ‘둘째’ 값을",
        ),
        (
            {"overall": "8", "overall_rating": "육백"},
            "부산, 종합 평점: 입력한 ‘육백’ 값을 평점으로 읽을 수 없습니다.",
        ),
        ({"overall_rating": "636"}, "부산, 종합 평점: 평점을 적으려면 순위도 적어야 합니다."),
        ({"overall": "=8"}, "부산, 종합 순위: 공동 순위(=8)인데 같은 순위의 도시가 없습니다."),
    ],
)
def test_wrong_cell_is_named_and_kept(grid, cities, figures, sentence):
    grid.open().type(cities["seoul"], overall="9").type(cities["busan"], **figures)
    typed = dict(grid.fields)

    grid.save()

    assert not grid.is_saved
    assert sentence in grid.sentences
    assert typed.items() <= grid.fields.items()
    assert stored(grid.edition) == {}


def test_all_wrong_cells_are_named_at_once(grid, cities):
    grid.open().type(cities["busan"], overall="a", technology="b").type(
        cities["seoul"], overall="c"
    )

    grid.save()

    assert "아래에 표시된 3건을 고치십시오." in grid.sentences
    assert grid.response.content.decode().count('aria-invalid="true"') == 3


def test_rank_entered_twice_is_named_at_both_cities(grid, cities):
    grid.open().type(cities["busan"], overall="8").type(cities["seoul"], overall="8").save()

    assert "8위가 부산, 서울에 함께 입력되었습니다." in grid.sentences
    assert grid.response.content.decode().count('aria-invalid="true"') == 2


@pytest.mark.parametrize("name", ["취리히", "Zurich", " zurich ", "ZURICH", "쮜리히"])
def test_city_is_chosen_by_any_of_its_names(grid, cities, name):
    CityAlias.objects.create(city=cities["zurich"], name="쮜리히")
    grid.open().add_city(name, overall="2")

    grid.save()

    assert stored(grid.edition) == {"zurich overall world": "2"}


def test_unknown_city_brings_similar_names_to_mind(grid, cities):
    row = grid.open().add_city("추리히", overall="2")

    grid.save()

    assert "‘추리히’ 도시가 없습니다. 혹시 다음 도시입니까? 취리히" in grid.sentences
    assert grid.fields[f"{row}-name"] == "추리히"
    assert "2" in grid.fields.values()


def test_unknown_city_like_no_other_is_to_be_registered(grid, cities):
    grid.open().add_city("Qqqqq", overall="2")

    grid.save()

    assert "이름을 고치거나 도시를 먼저 등록하십시오." in grid.sentences


def test_name_of_two_cities_asks_for_the_short_one(grid, cities):
    for slug in ("cambridge", "cambridge-us"):
        City.objects.create(slug=slug, name_ko="케임브리지", name_en="Cambridge", country_ko="-")
    row = grid.open().add_city("케임브리지", overall="2")
    assert "여럿 있습니다" in grid.save().sentences

    grid.fields[f"{row}-name"] = "cambridge-us"
    grid.save()

    assert stored(grid.edition) == {"cambridge-us overall world": "2"}


def test_city_in_two_rows_is_refused(grid, cities):
    grid.open().type(cities["busan"], overall="8").add_city("부산", overall="9")

    grid.save()

    assert "부산의 행이 이미 있습니다." in grid.sentences
    assert stored(grid.edition) == {}


def test_figures_without_a_city_are_refused(grid, cities):
    grid.open().add_city("", overall="9")

    grid.save()

    assert "어느 도시의 값인지 도시 이름을 적으십시오." in grid.sentences


def test_city_without_figures_is_no_mistake(grid, cities):
    grid.open().add_city("취리히")

    assert grid.save().is_saved
    assert stored(grid.edition) == {}


def test_more_rows_keep_what_was_typed_and_save_nothing(grid, cities):
    grid.open().type(cities["busan"], overall="여덟").add_city("취리히", overall="2")
    typed = dict(grid.fields)

    grid.save(more="1")

    assert typed.items() <= grid.fields.items()
    assert len(grid.fields) > len(typed) + 20
    assert stored(grid.edition) == {}


def test_more_rows_do_not_hide_what_another_editor_saved(grid, cities):
    other = Grid(grid.client, grid.edition).open()
    grid.open().type(cities["busan"], overall="8").save()

    other.type(cities["busan"], overall="9").save(more="1").save()

    assert not other.is_saved
    assert "다른 편집자가 저장한 값은 8" in other.sentences


def test_ranking_without_measures_says_what_is_missing(client, editor, unmeasured):
    client.force_login(editor)

    response = client.get(reverse("admin:rankings_edition_grid", args=[unmeasured.pk]))

    assert "새 순위에 아직 지표가 없어 입력할 값이 없습니다." in response.content.decode()
    assert client.post(response.request["PATH_INFO"], {}).status_code == 302


@pytest.mark.parametrize(
    "junk",
    [
        {"r0-city": "x"},
        {"r0-city": "99999999999999999999"},
        {"r0-city": "\x00"},
        {"r9999-name": "부산", "r9999-0-world": "1"},
        {"r99999-name": "부산"},
        {"r٣-name": "부산"},
        {"drawn": "[[[[" * 5000},
        {"drawn": "1 999-world 8;99999999999 1-world 8"},
        {"drawn": "1 1-world " + "9" * 5000},
        {"confirmed": "x" * 5000},
        {"source": "\x00"},
        {"r0-name": "\x00부산", "r0-1-world": "\x00"},
        {"r0-name": "가" * 50_000},
    ],
)
def test_forged_form_is_never_a_server_error(grid, junk):
    response = grid.client.post(grid.address, junk)

    assert response.status_code in (200, 302)
    assert stored(grid.edition) == {}


@pytest.mark.parametrize("permissions", [(), ("change_result",), ("change_edition",)])
def test_entry_needs_the_right_to_change_editions_and_results(client, edition, permissions):
    client.force_login(user_with(*permissions))
    address = reverse("admin:rankings_edition_grid", args=[edition.pk])

    assert client.get(address).status_code == 403
    assert client.post(address, {}).status_code == 403


def test_entry_asks_strangers_to_log_in(client, edition):
    response = client.get(reverse("admin:rankings_edition_grid", args=[edition.pk]))

    assert response.status_code == 302
    assert response["Location"].startswith(reverse("admin:login"))


def test_unknown_edition_is_not_found(client, editor):
    client.force_login(editor)

    assert client.get(reverse("admin:rankings_edition_grid", args=[999])).status_code == 404


def queries_of(action):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        action()
    return len(queries)


def test_number_of_queries_does_not_follow_the_number_of_figures(grid, ranking, previous):
    few = queries_of(grid.open)
    for number in range(70):
        city = City.objects.create(slug=f"c{number}", name_ko=f"도시{number}", country_ko="-")
        for measure in ranking.measures.all():
            Result.objects.create(edition=previous, city=city, measure=measure, rank=100 + number)

    many = queries_of(grid.open)

    assert many == few
    assert many <= 25


def test_storing_takes_few_queries_for_many_figures(grid, ranking, previous):
    cities = [
        City.objects.create(slug=f"c{number}", name_ko=f"도시{number}", country_ko="-")
        for number in range(70)
    ]
    for number, city in enumerate(cities):
        measure = ranking.measures.get(code="overall")
        Result.objects.create(edition=previous, city=city, measure=measure, rank=100 + number)
    grid.open()
    for number, city in enumerate(cities, start=1):
        grid.type(city, overall=str(number), technology=str(number), support=str(number))
    grid.save()

    created = queries_of(grid.confirm)
    grid.open()
    for number, city in enumerate(cities, start=1):
        grid.type(city, overall=str(71 - number), technology=str(71 - number))
    changed = queries_of(lambda: grid.save().confirm())

    assert len(stored(grid.edition)) == 210
    assert created < 60
    assert changed < 90
