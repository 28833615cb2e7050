"""Public pages are only read: whatever else a client asks of them is refused."""

import pytest

from news.models import Attachment, Image

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

PUBLIC = [
    "/",
    "/ko/",
    "/ko/news/",
    "/ko/news/1/",
    "/ko/news/1/reading.gif",
    "/ko/news/most-read/",
    "/ko/news/how-we-count/",
    "/ko/rankings/",
    "/ko/rankings/sci/",
    "/ko/rankings/sci/12/",
    "/ko/rankings/sci/cities/busan/",
    "/ko/rankings/sci/compare/",
    "/ko/rankings/sci/12/data.csv",
    "/ko/rankings/sci/cities/busan/datapackage.json",
    "/ko/rankings/sci/cities/busan/chart.png",
    "/ko/rankings/sci/cities/busan/frame/",
]
FILES = [Image, Attachment]
OTHER_METHODS = ["options", "post", "put", "patch", "delete"]


def assert_only_read(client, address):
    answers = {method: getattr(client, method)(address) for method in OTHER_METHODS}

    assert {method: answer.status_code for method, answer in answers.items()} == dict.fromkeys(
        OTHER_METHODS, 405
    )
    assert {answer["Allow"] for answer in answers.values()} == {"GET, HEAD"}


@pytest.mark.parametrize("address", PUBLIC)
def test_page_is_only_read(client, address):
    assert client.get(address).status_code in (200, 302, 404)

    assert_only_read(client, address)


@pytest.mark.parametrize("model", FILES)
def test_file_is_only_read(client, model):
    assert_only_read(client, model.objects.first().get_absolute_url())
