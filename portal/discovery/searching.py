"""Where the site is searched, for browsers and search engines that offer to do so."""

from django.urls import reverse

from .canonical import whole

PAGE = "search"


def search_template(placeholder):
    """The whole address of a search in the active language, `placeholder` for the words."""
    return f"{whole(reverse(PAGE))}?q={placeholder}"
