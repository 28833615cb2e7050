"""Names of a pasted table that no city carries: nothing happens to them silently."""

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.db import connection

from rankings.models import City, CityAlias, Draft

from .conftest import make_public, stored
from .paste_page import TABLE

pytestmark = pytest.mark.django_db


def test_unknown_city_keeps_everything_from_being_saved(desk):
    desk.paste(TABLE.replace("부산", "부산항")).save()

    assert not desk.is_saved
    assert stored(desk.edition) == {}


def test_unknown_city_is_one_of_those_that_are_near(desk, cities):
    desk.paste(TABLE.replace("런던", "런던시"))

    desk.set("-choice", str(cities["london"].pk)).look_again()

    assert desk.states()["런던 overall world"] == ("new", "1")
    assert not CityAlias.objects.exists()


def test_unknown_city_is_any_city_by_its_name(desk, cities):
    desk.paste(TABLE.replace("런던", "Qqq"))

    desk.set("-choice", "other").set("-other", "zurich").look_again()

    assert desk.states()["취리히 overall world"] == ("new", "1")


def test_no_city_is_chosen_for_an_unknown_name_beforehand(desk):
    desk.paste(TABLE.replace("런던", "런던시")).set("-other", "zurich").look_again()

    [name] = desk.response.context["form"].names
    assert name["choice"].value() is None
    assert Draft.objects.get().cities == {}


def test_unknown_name_of_the_other_city_is_a_sentence_and_keeps_what_was_typed(desk):
    desk.paste(TABLE.replace("런던", "Qqq")).set("-choice", "other").set("-other", "Nowhere")

    desk.look_again()

    assert "Nowhere" in desk.content
    assert desk.response.context["form"].names[0].errors
    assert Draft.objects.get().cities == {}


def test_another_city_needs_a_name(desk):
    desk.paste(TABLE.replace("런던", "Qqq")).set("-choice", "other").look_again()

    assert "도시 이름을 적으십시오." in desk.content


def test_similar_names_are_offered(desk):
    desk.paste(TABLE.replace("런던", "런던시"))

    assert "비슷한 이름: 런던" in " ".join(desk.content.replace("</small>", "").split())


def test_unknown_city_is_left_out(desk):
    desk.paste(TABLE.replace("런던", "Qqq")).set("-choice", "skip").look_again()

    desk.accept()

    assert desk.is_saved
    assert "london overall world" not in stored(desk.edition)
    assert "busan overall world" in stored(desk.edition)


def test_decision_on_a_city_can_be_taken_back(desk, cities):
    desk.paste(TABLE.replace("런던", "Qqq")).set("-choice", "skip").look_again()

    desk.set("-choice", "other").set("-other", "런던").look_again()

    assert desk.states()["런던 overall world"] == ("new", "1")


@pytest.fixture
def registrar(desk, editor):
    """The desk of somebody who may also register cities and their other names."""
    editor.user_permissions.add(
        *Permission.objects.filter(codename__in=["add_city", "add_cityalias"])
    )
    return desk


def test_name_becomes_another_name_of_the_city(registrar, cities):
    registrar.paste(TABLE.replace("런던", "런던시")).set("-choice", str(cities["london"].pk))

    registrar.tick(next(name for name in registrar.boxes if name.endswith("-alias"))).look_again()

    assert CityAlias.objects.get(name="런던시").city == cities["london"]
    assert registrar.states()["런던 overall world"] == ("new", "1")


def test_city_that_readers_see_gets_another_name_from_approvers_only(
    registrar, editor, cities, previous
):
    make_public(previous)
    editor.user_permissions.remove(Permission.objects.get(codename="publish_edition"))
    registrar.paste(TABLE.replace("런던", "런던시")).set("-choice", str(cities["london"].pk))

    registrar.tick(next(name for name in registrar.boxes if name.endswith("-alias"))).look_again()

    assert not CityAlias.objects.exists()
    assert registrar.states()["런던 overall world"] == ("new", "1")


def test_unknown_city_is_registered_in_every_language(registrar):
    registrar.paste(TABLE.replace("런던", "Oslo")).set("-choice", "new")
    for field, value in {
        "-name_ko": "오슬로",
        "-name_en": "Oslo",
        "-country_ko": "노르웨이",
        "-country_en": "Norway",
    }.items():
        registrar.set(field, value)

    registrar.look_again()

    city = City.objects.get(slug="oslo")
    assert (city.name_ko, city.country_en) == ("오슬로", "Norway")
    assert any("오슬로" in message for message in registrar.messages)
    assert registrar.states()["오슬로 overall world"] == ("new", "1")


@pytest.mark.parametrize(
    ("written", "known"), [("오슬로", {"name_ko": "오슬로"}), ("Oslo", {"name_en": "Oslo"})]
)
def test_name_of_a_new_city_stands_in_the_language_of_its_script(registrar, written, known):
    registrar.paste(TABLE.replace("런던", written))

    [name] = registrar.response.context["form"].names
    assert name.new_city.initial == known


def register(registrar, **texts):
    registrar.set("-choice", "new")
    for field, text in texts.items():
        registrar.set(f"-{field}", text)
    return registrar.look_again()


def errors_of_new_city(registrar):
    return set(registrar.response.context["form"].names[0].new_city.errors)


def test_new_city_gets_its_short_name_from_its_names(registrar):
    registrar.paste(TABLE.replace("런던", "오슬로"))

    register(registrar, name_en="Oslo", country_ko="노르웨이", country_en="Norway")

    assert City.objects.get(name_ko="오슬로").slug == "oslo"


def test_country_of_a_new_city_is_called_as_with_other_cities(registrar, cities):
    City.objects.filter(slug="zurich").update(country_ko="스위스", country_en="Switzerland")
    registrar.paste(TABLE.replace("런던", "제네바"))

    register(registrar, name_en="Geneva", country_ko="스위스")

    assert City.objects.get(slug="geneva").country_en == "Switzerland"


def test_country_that_cities_call_differently_is_asked_for(registrar, cities):
    City.objects.filter(slug="zurich").update(country_ko="스위스", country_en="Switzerland")
    City.objects.filter(slug="london").update(country_ko="스위스", country_en="Swiss")
    registrar.paste(TABLE.replace("런던", "제네바"))

    register(registrar, name_en="Geneva", country_ko="스위스")

    assert errors_of_new_city(registrar) == {"country_en"}


def test_new_city_needs_a_name_in_every_language(registrar):
    registrar.paste(TABLE.replace("런던", "오슬로"))

    register(registrar)

    assert not City.objects.filter(name_ko="오슬로").exists()
    assert errors_of_new_city(registrar) == {"name_en", "country_ko", "country_en"}
    assert registrar.fields[next(n for n in registrar.fields if n.endswith("-name_ko"))] == "오슬로"


def test_new_cities_are_told_in_one_message(registrar):
    registrar.paste(TABLE.replace("런던", "Oslo").replace("부산", "Bergen"))
    for key in ("oslo", "bergen"):
        registrar.fields[f"city-{key}-choice"] = "new"
        for field in ("name_ko", "country_ko", "country_en"):
            registrar.fields[f"new-{key}-{field}"] = key

    registrar.look_again()

    assert registrar.messages == ["새 도시를 등록했습니다: oslo, bergen."]


def test_two_new_cities_cannot_have_one_short_name(registrar):
    registrar.paste(TABLE.replace("런던", "Oslo").replace("부산", "Oslo!?2"))
    for key in ("oslo", "oslo2"):
        registrar.fields[f"city-{key}-choice"] = "new"
        for field in ("name_ko", "name_en", "country_ko", "country_en", "slug"):
            registrar.fields[f"new-{key}-{field}"] = "oslo"

    registrar.look_again()

    assert not City.objects.filter(slug="oslo").exists()
    first, second = registrar.response.context["form"].names
    assert not first.errors
    assert set(second.new_city.errors) == {"slug"}


def test_cities_are_registered_only_by_those_who_may(desk):
    desk.paste(TABLE.replace("런던", "Oslo"))
    assert 'value="other"' in desk.content
    assert 'value="new"' not in desk.content

    for choice in ("new", ""):
        described = {f"new-oslo-{name}": "Oslo" for name in ("name_ko", "name_en", "slug")}
        countries = {f"new-oslo-country_{code}": "Norway" for code in ("ko", "en")}
        desk.fields |= described | countries
        desk.set("-choice", choice).look_again()

    assert not City.objects.filter(name_en="Oslo").exists()


def test_unknown_measure_of_a_long_table_is_counted_by_itself(desk):
    desk.paste("도시\t지표\t순위\n부산\t종합\t8\n서울\t종합\t9\n부산\t녹색금융\t3\n")

    assert "이 순위에 없는 지표 이름이 1개 있습니다." in desk.content
    assert "등록되지 않은 이름이" not in desk.content


def test_invisible_characters_are_no_part_of_a_name(registrar):
    registrar.paste(
        TABLE.replace("런던", "\u202e오\u200b슬\u2068로\u2069").replace("부산", "\u202a부산")
    )

    assert "눈에 보이지 않는 문자를 뺀 행: 2, 3." in registrar.content
    register(
        registrar, name_en="Os\u2066lo\ufeff", country_ko="\u200b노르웨이", country_en="Norway"
    )

    city = City.objects.get(slug="oslo")
    assert (city.name_ko, city.name_en, city.country_ko) == ("오슬로", "Oslo", "노르웨이")
    assert registrar.states()["부산 overall world"] == ("new", "8")


def test_new_city_needs_a_name_that_can_be_seen(registrar):
    registrar.paste(TABLE.replace("런던", "오슬로"))

    register(registrar, name_en="\u2066\u2069", country_ko="노르웨이", country_en="Norway")

    assert errors_of_new_city(registrar) == {"name_en"}


def test_city_registered_elsewhere_in_the_same_moment_is_a_sentence(registrar):
    registrar.paste(TABLE.replace("런던", "오슬로"))
    rivals = [City(slug="oslo", name_ko="오슬로", name_en="Oslo", country_ko="노르웨이")]

    def just_before(execute, sql, params, many, context):
        """Another process registers the city between the checks and the insertion."""
        if rivals and sql.startswith('INSERT INTO "rankings_city"'):
            rivals.pop().save()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(just_before):
        register(registrar, name_en="Oslo", country_ko="노르웨이", country_en="Norway")

    assert registrar.response.status_code == 200
    assert "동시에 등록하고 있었습니다." in registrar.content
    assert "Oslo" in registrar.fields.values()
    assert Draft.objects.get().cities == {}


@pytest.mark.parametrize(("language", "quoted"), [("ko", "‘Qqq’"), ("en", "“Qqq”")])
def test_names_are_quoted_as_the_language_does(desk, language, quoted):
    desk.client.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    desk.paste(TABLE.replace("런던", "Qqq"))

    label = desk.content[desk.content.index('class="paste-name') :]
    assert quoted in label[: label.index("<select")]
