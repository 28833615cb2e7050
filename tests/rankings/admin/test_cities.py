"""The form of a city."""

import pytest

from rankings.models import (
    City,
    CityAlias,
    CityRegion,
    Ranking,
    Region,
)

from .conftest import NO_INLINES, address, page, texts

pytestmark = pytest.mark.django_db


def city_form(*regions, aliases=()):
    fields = {
        "slug": "busan",
        **texts(name="부산", country="대한민국"),
        **NO_INLINES,
        "aliases-TOTAL_FORMS": len(aliases),
        "regions-TOTAL_FORMS": len(regions),
    }
    fields |= {f"regions-{index}-region": region.pk for index, region in enumerate(regions)}
    fields |= {f"aliases-{index}-name": alias for index, alias in enumerate(aliases)}
    return fields


@pytest.fixture
def regions(sci):
    gfci = Ranking.objects.create(
        slug="gfci", name_ko="금융", abbreviation="GFCI", url="https://g.kr"
    )
    return [
        Region.objects.create(ranking=ranking, slug=slug, name_ko=slug)
        for ranking, slug in [(sci, "asia"), (sci, "europe"), (gfci, "asia")]
    ]


def test_city_has_a_region_in_each_ranking(admin_client, regions):
    asia, _europe, gfci_asia = regions

    admin_client.post(address(City, "add"), city_form(asia, gfci_asia, aliases=["Pusan", "푸산"]))

    assert set(City.objects.get().regions.values_list("ranking__slug", "region")) == {
        ("sci", asia.pk),
        ("gfci", gfci_asia.pk),
    }
    assert CityAlias.objects.count() == 2


def test_city_in_two_regions_of_a_ranking_is_a_sentence(admin_client, regions):
    asia, europe, _gfci_asia = regions

    response = admin_client.post(address(City, "add"), city_form(asia, europe))

    assert "지수에서 이 도시의 지역이 이미 정해져 있습니다." in page(response)
    assert not City.objects.exists()


def test_second_region_beside_a_stored_one_is_a_sentence(admin_client, regions, busan):
    asia, europe, _gfci_asia = regions
    kept = CityRegion.objects.create(city=busan, region=asia)
    form = city_form(asia, europe) | {
        "regions-INITIAL_FORMS": 1,
        "regions-0-id": kept.pk,
        "regions-0-city": busan.pk,
        "regions-1-city": busan.pk,
    }

    response = admin_client.post(address(City, "change", busan.pk), form)

    assert "지수에서 이 도시의 지역이 이미 정해져 있습니다." in page(response)
    assert CityRegion.objects.count() == 1


def test_region_may_be_exchanged_for_another(admin_client, regions, busan):
    asia, europe, _gfci_asia = regions
    kept = CityRegion.objects.create(city=busan, region=asia)
    form = city_form(europe) | {
        "regions-INITIAL_FORMS": 1,
        "regions-0-id": kept.pk,
        "regions-0-city": busan.pk,
    }

    response = admin_client.post(address(City, "change", busan.pk), form)

    assert response.status_code == 302
    assert busan.regions.get().region == europe


def test_same_other_name_twice_is_a_sentence(admin_client, sci):
    response = admin_client.post(address(City, "add"), city_form(aliases=["Pusan", "Pusan"]))

    assert response.status_code == 200
    assert not City.objects.exists()


def test_city_with_results_cannot_be_deleted(admin_client, result):
    admin_client.post(address(City, "delete", result.city_id), {"post": "yes"})

    assert City.objects.filter(pk=result.city_id).exists()
