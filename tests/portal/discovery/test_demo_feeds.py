"""The feeds of the demo content, which has every kind of text, file and embed."""

import pytest
from django.conf import settings

from tests.news.feeds.test_feeds import KINDS, feeds, texts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

CODES = [code for code, _name in settings.LANGUAGES]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("code", CODES)
def test_feeds_keep_the_rules_of_their_formats_and_agree(client, code, kind):
    rss, atom, values = feeds(client, code, kind)

    titles = texts(rss, "channel/item/title")
    assert titles
    assert texts(atom, "a:entry/a:title") == titles
    assert [item["title"] for item in values["items"]] == titles
