"""Where the site is searched, for browsers and search engines that offer to do so."""

from django.urls import reverse

from news.addresses import whole

PAGE = "search"


def search_template(placeholder):
    """The whole address of a search in the active language, `placeholder` for the words."""
    return whole(reverse(PAGE), f"q={placeholder}")
