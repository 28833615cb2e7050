"""Which language a page is in, and the same page in the others."""

from dataclasses import dataclass

from django.conf import settings
from django.http import QueryDict
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.translation import get_language, get_language_from_path

from .addresses import is_admin

# Pages of a list fall differently in each language: the second page of one is not
# the second page of the other.
NOT_CARRIED_OVER = ("page",)

# Uploaded files, and what tells programs of all languages, are the same in every language;
# caches need not keep one for each.
WITHOUT_LANGUAGE = ("/files/", "/robots.txt", "/sitemap")


class LanguageMiddleware(LocaleMiddleware):
    """Django's, except that the admin speaks the source language until an editor chooses.

    Browsers of Korean offices often ask for English first; their users expect Korean.
    """

    def process_request(self, request):
        if not is_admin(request):
            return super().process_request(request)
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        known = chosen in dict(settings.LANGUAGES)
        translation.activate(chosen if known else settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language()
        return None

    def process_response(self, request, response):
        if is_admin(request):
            response.headers.setdefault("Content-Language", translation.get_language())
            return response
        if request.path_info.startswith(WITHOUT_LANGUAGE):
            return response
        return super().process_response(request, response)


@dataclass(frozen=True)
class Alternate:
    """One page in one language: `path` without, `href` with the query that still applies."""

    code: str
    name: str
    path: str
    query: str
    is_current: bool

    @property
    def href(self):
        return f"{self.path}?{self.query}" if self.query else self.path


def alternates(request):
    """This page in every language of the site, in the order of the settings.

    An address without a language, such as an unknown one, leads to the home pages.
    """
    prefix = get_language_from_path(request.path_info)
    rest = request.path_info[len(prefix) + 2 :] if prefix else ""
    query = carried_over(request.GET)
    return [
        Alternate(code, name, f"/{code}/{rest}", query, code == get_language())
        for code, name in settings.LANGUAGES
    ]


def carried_over(query):
    kept = QueryDict(mutable=True)
    for key, values in query.lists():
        if key not in NOT_CARRIED_OVER:
            kept.setlist(key, values)
    return kept.urlencode()
