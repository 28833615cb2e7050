"""A number in a public address is written in one way only."""

import pytest
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import override

from tests.news.articles import make_article

ADDRESSES = [
    "/ko/news/{}/",
    "/ko/news/{}/reading.gif",
    "/files/images/{}",
    "/files/images/{}/token/480.webp",
    "/files/images/1/token/{}.webp",
    "/files/attachments/{}/table.csv",
    "/ko/rankings/sci/{}/",
    "/ko/rankings/sci/{}/data.csv",
    "/ko/rankings/sci/{}/frame/",
    "/ko/rankings/sci/{}/compared/2/",
    "/ko/rankings/sci/1/compared/{}/",
    "/ko/rankings/sci/1/compared/{}/data.csv",
    "/sitemap-articles-{}.xml",
]
LARGEST = 10**18 - 1


@pytest.fixture(autouse=True)
def _in_the_language_of_the_addresses():
    with override("ko"):
        yield


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_number_has_one_address(address):
    for number in (0, 7, 10, LARGEST):
        match = resolve(address.format(number))

        assert number in match.kwargs.values()


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("number", ["01", "00", "0" * 300 + "1", "+1", "1e3", "１", LARGEST + 1])
def test_other_ways_to_write_it_lead_nowhere(address, number):
    with pytest.raises(Resolver404):
        resolve(address.format(number))


@pytest.mark.django_db
@pytest.mark.parametrize("zeros", [1, 400])
def test_article_behind_zeros_is_not_found(client, zeros):
    address = reverse("news:article-detail", args=[make_article().pk])

    assert client.get(address).status_code == 200
    assert client.get(address.replace("/news/", f"/news/{'0' * zeros}")).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("number", [LARGEST, 2**31])
def test_number_that_no_row_has_is_not_found(client, number):
    for address in ADDRESSES:
        assert client.get(address.format(number)).status_code == 404
