"""How to cite a dataset, in each language of the site.

A citation names the version instead of the day of reading: the page is the same for every reader
and is kept by caches, and the version says which figures were read more exactly than a day.
"""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..words.wording import dated
from .datasets import in_languages


def citations(dataset, site):
    """The citation by the code of its language."""
    return in_languages(lambda: citation(dataset, site))


def citation(dataset, site):
    """In the active language."""
    latest = dataset.latest
    return _(
        "%(publisher)s, “%(title)s” (%(published)s). Compiled by %(organisation)s, %(site)s,"
        " version %(version)s of %(changed)s. %(address)s"
    ) % {
        "publisher": dataset.ranking.publisher,
        "title": dataset.title,
        "published": dated(latest.published_on, latest.precision),
        "organisation": site.organisation,
        "site": site.name,
        "version": dataset.version,
        "changed": dataset.version.words,
        "address": f"{settings.SITE_URL}{dataset.address}",
    }


def citations_in_text(dataset):
    """What stands in brackets where a text uses the figures, by the code of its language."""
    return in_languages(lambda: in_text(dataset))


def in_text(dataset):
    """The author and the year, in the active language."""
    return pgettext("citation within a text", "(%(publisher)s, %(year)d)") % {
        "publisher": dataset.ranking.publisher,
        "year": dataset.latest.published_on.year,
    }


# What LaTeX takes for its own commands.
SPECIAL = {ord(sign): f"\\{sign}" for sign in "#$%&_{}"} | {
    ord("\\"): r"\textbackslash{}",
    ord("~"): r"\textasciitilde{}",
    ord("^"): r"\textasciicircum{}",
}


def bibtex(dataset, site):
    """The entry for lists of references that BibTeX keeps, in the active language."""
    values = {
        "author": f"{{{escaped(dataset.ranking.publisher)}}}",
        "title": f"{{{escaped(dataset.title)}}}",
        "year": dataset.latest.published_on.year,
        "howpublished": escaped(f"{site.organisation}, {site.name}"),
        "version": dataset.version,
        "url": f"{settings.SITE_URL}{dataset.address}",
    }
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in values.items())
    return f"@misc{{{dataset.plain_stem},\n{fields}\n}}"


def escaped(text):
    return text.translate(SPECIAL)
