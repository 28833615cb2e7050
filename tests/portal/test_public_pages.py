"""The list of public pages that are tested in every language, size and scheme is complete."""

import pytest
from django.urls import URLPattern, get_resolver, resolve
from django.urls.resolvers import LocalePrefixPattern
from django.utils import translation

from tests.public_pages import CODES, PAGES

# Addresses that end like pages but only take what a form sends.
NO_PAGES = {"feedback:remark", "feedback:thanks"}


def routes(patterns, names=()):
    """(name, route) of everything below the prefix of a language."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield ":".join([*names, pattern.name]), str(pattern.pattern)
        else:
            names_below = [*names, pattern.namespace] if pattern.namespace else names
            yield from routes(pattern.url_patterns, names_below)


def test_every_kind_of_page_is_in_the_list():
    in_languages = next(
        part
        for part in get_resolver().url_patterns
        if isinstance(part.pattern, LocalePrefixPattern)
    )

    pages = {
        name
        for name, route in routes(in_languages.url_patterns)
        if not route or route.endswith("/")
    }

    assert pages - NO_PAGES == set(PAGES)


@pytest.mark.parametrize(
    ("name", "address"), [(name, address) for name in PAGES for address in PAGES[name]]
)
def test_each_address_is_of_its_kind(name, address):
    path = f"/{CODES[0]}/{address}".partition("?")[0]

    # Addresses are understood in the language that is active, whichever came before.
    with translation.override(CODES[0]):
        assert resolve(path).view_name == name
