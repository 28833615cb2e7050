"""Reads what a page of the site says."""

import re
from html import unescape

from tests.portal.pages import Page


def address_of(article, code="ko"):
    return f"/{code}/news/{article.pk}/"


def html_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def titles_in(html):
    return [unescape(title) for title in re.findall(r'"board-title"><a[^>]*>([^<]*)</a>', html)]


def text_of(html):
    return " ".join(" ".join(text for _language, text in Page(html).texts).split())
