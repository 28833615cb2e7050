"""Which figures a download holds: those behind one page, all of them, whatever the page shows."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..models import City, Claim, Correction, Edition, Measure, Result
from ..pages.measures import comparison_query
from ..plots import MOST_CITIES
from ..standings import TOP
from ..words.comparison import comparison_title
from .formats import FORMATS, PACKAGE_FILE
from .frame_heights import FrameHeight, frame_of_lines
from .tables import COMPARED_TABLES, TABLES
from .version import iso_date, version_of_all


@dataclass(frozen=True)
class Dataset:
    """Figures of one ranking in `editions`, which are public and run from the oldest.

    A kind of dataset says what else its figures have in common, on which page they are, its title,
    and in `parts` what its files are called.
    """

    editions: list[Edition]
    files = tuple(FORMATS)
    tables = tuple(TABLES)
    # What readers choose about the chart of the page; a picture or a frame of it keeps that.
    chart_choices = ()
    # Of its frame on another site; None where it has none.
    frame_height = FrameHeight(560, 480)

    @property
    def ranking(self):
        return self.editions[0].ranking

    @property
    def latest(self):
        return self.editions[-1]

    @cached_property
    def version(self):
        return version_of_all(self.editions)

    @property
    def page(self):
        """The path of the page in the active language, below which the files lie."""
        arguments = [self.ranking.slug, *self.arguments, PACKAGE_FILE]
        return reverse(f"rankings:{self.kind}-file", args=arguments).removesuffix(PACKAGE_FILE)

    @property
    def query(self):
        """What follows the question mark in the address of the page and of the files, if any."""
        return ""

    @property
    def address(self):
        return with_query(self.page, self.query)

    def path_of(self, name, query=None):
        """The path of what lies below the page, with a query of its own or that of the page."""
        return with_query(f"{self.page}{name}", self.query if query is None else query)

    @property
    def common(self):
        """What its figures have in common besides their ranking, as conditions on a Result."""
        return {}

    @property
    def results(self):
        return Result.objects.filter(edition__in=self.editions, **self.common)

    @property
    def claims(self):
        """What other sources say of its figures."""
        # Claims are few: a join would have the database begin with the figures, which are many.
        known = self.results.order_by().filter(pk=OuterRef("result"))
        return Claim.objects.contradicting().filter(Exists(known))

    @property
    def corrections(self):
        """All those of its editions, as its version counts them."""
        return Correction.objects.filter(edition__in=self.editions)

    def file_name(self, extension, *more):
        """A name in the active language, such as «스마트센터지수-부산-v12.0.csv»."""
        stem = slugify(" ".join([*self.parts, *more]), allow_unicode=True)
        return f"{stem}-v{self.version}.{extension}"

    def plain_file_name(self, extension, *more):
        """The same in letters that every program can read."""
        return f"{'-'.join([self.plain_stem, *more])}-v{self.version}.{extension}"

    @property
    def plain_stem(self):
        return "-".join([self.ranking.slug, *map(str, self.arguments), *self.chosen])

    @property
    def chosen(self):
        """The short names that tell this one from others of the same page."""
        return []

    @property
    def first_day(self):
        return iso_date(self.editions[0].published_on, self.editions[0].precision)

    @property
    def last_day(self):
        return iso_date(self.latest.published_on, self.latest.precision)


@dataclass(frozen=True)
class RankingData(Dataset):
    """Every figure of a ranking. A workbook of it would take minutes to write, a ZIP seconds."""

    kind = "ranking"
    arguments = ()
    files = tuple(file for file in FORMATS if file not in ("data.xlsx", "data.zip"))
    frame_height = None

    @property
    def title(self):
        return _("%(ranking)s: all figures") % {"ranking": self.ranking.name}

    @property
    def parts(self):
        return [self.ranking.name, pgettext("in the name of a file", "all")]


@dataclass(frozen=True)
class EditionData(Dataset):
    kind = "edition"

    @property
    def frame_height(self):
        rows = 30 * min(self.latest.entered, TOP + 1)
        return FrameHeight(310 + rows, 220 + rows)

    @property
    def arguments(self):
        return [self.latest.number]

    @property
    def title(self):
        return _("%(ranking)s, edition %(number)s (%(short)s)") % {
            "ranking": self.ranking.name,
            "number": self.latest.number,
            "short": self.latest,
        }

    @property
    def parts(self):
        return [self.ranking.name, number_in_name(self.latest), self.last_day]


@dataclass(frozen=True)
class EditionComparisonData(Dataset):
    """The overall ranks of the world in two editions."""

    kind = "edition-comparison"
    tables = tuple(COMPARED_TABLES)
    frame_height = None
    common = {"measure__kind": Measure.Kind.OVERALL, "scope": Result.Scope.WORLD}
    chosen = ("compared",)

    @property
    def earlier(self):
        return self.editions[0]

    @property
    def arguments(self):
        return [self.latest.number, self.earlier.number]

    @property
    def title(self):
        return _("%(ranking)s: %(then)s and %(now)s compared") % {
            "ranking": self.ranking.name,
            "then": self.earlier.short,
            "now": self.latest.short,
        }

    @property
    def parts(self):
        numbers = [number_in_name(edition) for edition in self.editions]
        return [self.ranking.name, *numbers, pgettext("in the name of a file", "compared")]


@dataclass(frozen=True)
class CityData(Dataset):
    city: City
    kind = "city"
    chart_choices = ("measure", "x")

    @property
    def arguments(self):
        return [self.city.slug]

    @property
    def title(self):
        return _("%(city)s in the %(ranking)s") % {
            "city": self.city.name,
            "ranking": self.ranking.name,
        }

    @property
    def parts(self):
        return [self.ranking.name, self.city.name]

    @property
    def common(self):
        return {"city": self.city}


@dataclass(frozen=True)
class MeasureData(Dataset):
    measure: Measure
    kind = "measure"
    chart_choices = ("city", "x")
    frame_height = frame_of_lines(MOST_CITIES)

    @property
    def arguments(self):
        return [self.measure.code]

    @property
    def title(self):
        return _("%(ranking)s: %(measure)s") % {
            "ranking": self.ranking.name,
            "measure": self.measure.label,
        }

    @property
    def parts(self):
        return [self.ranking.name, self.measure.label]

    @property
    def common(self):
        return {"measure": self.measure}


@dataclass(frozen=True)
class ComparisonData(Dataset):
    cities: list[City]
    measure: Measure
    kind = "comparison"
    chart_choices = ("x",)
    arguments = ()

    @property
    def title(self):
        return comparison_title(self.ranking, self.cities, self.measure)

    @property
    def parts(self):
        return [self.ranking.name, *(city.name for city in self.cities), self.measure.label]

    @property
    def chosen(self):
        return [*(city.slug for city in self.cities), self.measure.code]

    @property
    def query(self):
        return comparison_query([city.slug for city in self.cities], self.measure)

    @property
    def frame_height(self):
        return frame_of_lines(len(self.cities))

    @property
    def common(self):
        return {"city__in": self.cities, "measure": self.measure}


def number_in_name(edition):
    return pgettext("in the name of a file", "%(number)d") % {"number": edition.number}


def with_query(path, query):
    return f"{path}?{query}" if query else path


def in_languages(text):
    """What `text`, a function, returns in each language of the site, by code."""
    texts = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            texts[code] = text()
    return texts
