"""What messengers show of a link to a page with a chart."""

import pytest
from django.conf import settings

from tests.portal.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

CODES = [code for code, _name in settings.LANGUAGES]
PAGES = {
    "cities/busan/": "cities/busan/chart.png",
    "cities/busan/?measure=infrastructure&x=0": "cities/busan/chart.png?measure=infrastructure",
    "measures/overall/": "measures/overall/chart.png",
    "compare/?city=london&city=busan": "compare/chart.png?city=london&city=busan&measure=overall",
}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("page", "picture"), PAGES.items())
def test_link_to_a_chart_shows_its_picture_and_what_it_says(client, code, page, picture):
    ranking = f"/{code}/rankings/sci/"

    meta = Page(client.get(ranking + page).text).meta

    assert meta["og:image"] == f"{settings.SITE_URL}{ranking}{picture}"
    assert meta["og:description"] == meta["description"]
    assert meta["og:title"]
    assert client.get(ranking + picture).status_code == 200


@pytest.mark.parametrize("page", ["", "12/", "corrections/", "compare/?city=nowhere&measure=no"])
def test_page_without_a_chart_of_its_own_promises_no_picture_that_is_missing(client, page):
    meta = Page(client.get(f"/ko/rankings/sci/{page}").text).meta

    picture = meta.get("og:image")
    assert picture is None or client.get(picture).status_code == 200
