"""A page of the site for its reader, and what every page shows of the site around itself."""

from dataclasses import dataclass
from functools import cached_property

from news.body import Body
from news.readiness import ReadText

from ..models import SiteSettings
from .models import SitePage, settings_columns

# Search engines show about this many letters.
DESCRIPTION_LENGTH = 150


class PageBody(Body):
    """Pictures belong to articles; a reference to one is reported as missing."""

    pictures = {}


class ReadPage(ReadText):
    @cached_property
    def body(self):
        return PageBody(self.text, self.language)

    @property
    def description(self):
        """The beginning of the text, on one line."""
        return self.body.document.summary(DESCRIPTION_LENGTH) or self.title


@dataclass(frozen=True)
class Surroundings:
    """The settings of the site and the pages that the foot leads to."""

    settings: SiteSettings
    pages: list[SitePage]


def surroundings(with_bodies=False):
    found = SitePage.objects
    found = found.rewrite(False) if with_bodies else found.without_bodies()
    pages = list(found.listed().with_settings())
    if not pages:
        return Surroundings(SiteSettings.current(), [])
    row = pages[0].settings_row
    return Surroundings(stored_settings(row) if row else SiteSettings.unsaved(), pages)


def stored_settings(row):
    return SiteSettings.from_db(None, settings_columns(), row)


@dataclass(frozen=True)
class FootLink:
    href: str
    title: str
    language: str
    is_in_readers_language: bool


def foot_links(pages, code):
    """Links to `pages` for a reader of `code`; one without any ready text is named in `code`."""
    for page in pages:
        language = page.language_for(code) or code
        title = page.own_text("title", language) or str(page)
        yield FootLink(page.get_absolute_url(), title, language, language == code)
