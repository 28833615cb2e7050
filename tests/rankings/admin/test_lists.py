"""The lists of the rankings in the admin."""

import pytest

from rankings.models import (
    City,
    Correction,
    Edition,
    Ranking,
    Result,
    Source,
)

from .conftest import address, user_with

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [Ranking, Edition, City, Source, Correction, Result])
def test_every_list_and_empty_form_opens(admin_client, result, model):
    assert admin_client.get(address(model, "changelist")).status_code == 200
    assert admin_client.get(address(model, "add")).status_code == 200


@pytest.mark.parametrize("query", ["q=부산", "q=busan", "q=Busan", "q=심천", "q=%00"])
@pytest.mark.parametrize("model", [Ranking, Edition, City, Source, Correction, Result])
def test_every_search_answers(admin_client, result, model, query):
    response = admin_client.get(f"{address(model, 'changelist')}?{query}")

    assert response.status_code in (200, 302)


@pytest.mark.parametrize("value", ["x", "0", "\x00", "9" * 30])
def test_unknown_edition_in_the_address_filters_nothing(admin_client, result, value):
    response = admin_client.get(address(Result, "changelist"), {"edition": value})

    assert response.context["cl"].result_count == 1


@pytest.mark.parametrize("name", ["부산", "busan", "Pusan", "푸산"])
def test_city_and_its_results_are_found_by_any_name(admin_client, result, busan, name):
    busan.aliases.create(name="Pusan")
    busan.aliases.create(name="푸산")

    for model in (City, Result):
        response = admin_client.get(address(model, "changelist"), {"q": name})
        assert response.context["cl"].result_count == 1


def test_results_are_listed_by_edition(admin_client, result):
    response = admin_client.get(address(Result, "changelist"), {"edition": result.edition_id})
    assert response.context["cl"].result_count == 1

    Edition.objects.create(ranking=result.edition.ranking, number=13, published_on="2026-06-01")
    other = Edition.objects.get(number=13)
    response = admin_client.get(address(Result, "changelist"), {"edition": other.pk})
    assert response.context["cl"].result_count == 0


def test_number_of_queries_of_a_list_does_not_follow_its_length(
    admin_client, result, django_assert_max_num_queries
):
    area = result.measure.ranking.measures.get(kind="area")
    for number in range(40):
        city = City.objects.create(slug=f"c{number}", name_ko=f"도시{number}", country_ko="-")
        for measure in (area, result.measure):
            Result.objects.create(
                edition=result.edition, city=city, measure=measure, rank=number + 20
            )
        Edition.objects.create(ranking=area.ranking, number=number + 20, published_on="2025-01-01")

    for model in (Result, Edition, City):
        with django_assert_max_num_queries(20):
            admin_client.get(address(model, "changelist"))
    for changed in (result, result.edition):
        with django_assert_max_num_queries(20):
            admin_client.get(address(type(changed), "change", changed.pk))


@pytest.mark.parametrize("model", [Ranking, Edition, City, Source, Correction, Result])
def test_lists_are_closed_to_those_without_rights(client, result, model):
    client.force_login(user_with())

    assert client.get(address(model, "changelist")).status_code == 403
