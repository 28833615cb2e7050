"""The sitemaps of the demo content, page by page."""

import pytest

from tests.portal.discovery.test_sitemaps import listed, path_of
from tests.portal.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def test_every_listed_page_is_there_and_names_itself_and_the_same_languages(client):
    for path, (_time, languages) in listed(client).items():
        response = client.get(path)
        page = Page(response.text)
        assert response.status_code == 200, path
        assert "robots" not in page.meta, path
        [canonical] = [link["href"] for link in page.links if link.get("rel") == "canonical"]
        assert path_of(canonical) == path
        assert languages == {
            link["hreflang"]: path_of(link["href"])
            for link in page.links
            if link.get("rel") == "alternate" and link.get("hreflang", "x-default") != "x-default"
        }
