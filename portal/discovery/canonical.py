"""Under which address a page is known, and where it is in the other languages.

The rule, which `docs/discovery.md` tells in full: a page names itself, without whatever in its
address only chooses or sorts. What stands for an original in another language names that. A page
kept out of the index names nothing.
"""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, override

from news.addresses import whole


@dataclass(frozen=True)
class PageAddresses:
    """Whole addresses. `own` is this page without what only chooses; `canonical` may be empty.

    `languages` are (code, address) of the languages that have the page; `anywhere` leads a reader
    of any language to theirs, or is empty.
    """

    own: str
    canonical: str
    languages: list[tuple[str, str]]
    anywhere: str


def page_addresses(context):
    """From what views tell a template; all of it may be missing but `alternates`:

    `noindex`: keep the page out; `canonical_language`: the one whose text it shows;
    `canonical_query`: what belongs to its address; `available_languages`: those that have it.
    """
    query = context.get("canonical_query")
    paths = {alternate.code: alternate.path for alternate in context["alternates"]}
    known = {code: whole(path, query) for code, path in paths.items()}
    own = known[get_language()]
    original = context.get("canonical_language")
    if context.get("noindex") and not original:
        return PageAddresses(own, "", [], "")
    available = context.get("available_languages") or known
    languages = [(code, address) for code, address in known.items() if code in available]
    return PageAddresses(own, known[original or get_language()], languages, anywhere(paths))


def anywhere(paths):
    """The bare address, for the home pages: it leads each reader to their language."""
    is_home = paths[get_language()] == reverse("home")
    return whole(reverse("root")) if is_home else ""


def addresses_by_language(name, *args, only=None, query=""):
    """{code: whole address} of the page with the URL name `name`, in the languages `only`."""
    addresses = {}
    for code, _name in settings.LANGUAGES:
        if only is None or code in only:
            with override(code):
                addresses[code] = whole(reverse(name, args=args), query)
    return addresses
