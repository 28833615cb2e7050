"""The columns of the figures, in their order; docs/downloads.md tells readers of them.

Codes are English and stay the same whatever the language of the page. A text that the portal
keeps in several languages has a column for each, whose code ends in that of the language.
"""

from dataclasses import dataclass, field

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modeltranslation.utils import get_translation_fields

from ..changes import Kind
from ..models import Edition, Measure, Result

TEXT, INTEGER, NUMBER, BOOLEAN, DATE = "string", "integer", "number", "boolean", "date"
KEY = ["ranking", "edition", "city", "measure", "scope"]
# What a figure says of its change; without a rank nothing is said.
CHANGES = [kind.value for kind in Kind if kind is not Kind.NONE]
IN_LANGUAGES = len(settings.LANGUAGES)


@dataclass(frozen=True)
class Field:
    """`type` is one of Table Schema's; `constraints` are in its terms. `unit` may be empty."""

    code: str
    type: str
    title: Promise
    description: Promise
    constraints: dict = field(default_factory=dict)
    unit: Promise | str = ""


def translated(code, title, description):
    """A column for each language of the site."""
    return [Field(own, TEXT, title, description) for own in get_translation_fields(code)]


REQUIRED = {"required": True}
RANK = {"minimum": 1}

FIELDS = [
    Field(
        "ranking", TEXT, _("Ranking"), _("Short name of the ranking, as in addresses."), REQUIRED
    ),
    Field("edition", INTEGER, _("Edition"), _("Number of the edition."), REQUIRED | {"minimum": 1}),
    Field(
        "published",
        DATE,
        pgettext_lazy("an edition", "Published"),
        _("Date of publication; when only the month or the year is known, its first day."),
        REQUIRED,
    ),
    Field(
        "precision",
        TEXT,
        _("Date precision"),
        _("How far the date of publication is known: day, month or year."),
        REQUIRED | {"enum": Edition.Precision.values},
    ),
    Field("city", TEXT, _("City"), _("Short name of the city, as in addresses."), REQUIRED),
    *translated("city", _("Name of the city"), _("Name of the city.")),
    *translated("country", _("Country"), _("Country or territory of the city.")),
    Field(
        "region",
        TEXT,
        _("Region"),
        _("Short name of the region in which the publisher of the ranking counts the city."),
    ),
    *translated(
        "region", _("Name of the region"), _("Name of the region, as the publisher draws it.")
    ),
    Field(
        "measure",
        TEXT,
        _("Measure"),
        _("Code of what is ranked; it stays the same when the label changes."),
        REQUIRED,
    ),
    Field(
        "measure_kind",
        TEXT,
        _("Kind of measure"),
        _("The whole ranking, an area of it, a dimension or a survey question."),
        REQUIRED | {"enum": Measure.Kind.values},
    ),
    *translated(
        "measure", _("Label of the measure"), _("Label that the measure carried in this edition.")
    ),
    Field(
        "scope",
        TEXT,
        _("Scope"),
        _("Among which cities the rank is: of the world, of the region or of the country."),
        REQUIRED | {"enum": Result.Scope.values},
    ),
    Field(
        "status",
        TEXT,
        _("Status"),
        _("Whether there is a rank, none was published, or the city was not in the edition."),
        REQUIRED | {"enum": Result.Status.values},
    ),
    Field("rank", INTEGER, _("Rank"), _("The rank, or the first rank of a band."), RANK),
    Field(
        "band_end",
        INTEGER,
        _("End of the band"),
        _("The last rank of a band such as 51–60; empty when the rank is exact."),
        {"minimum": 2},
    ),
    Field(
        "joint",
        BOOLEAN,
        _("Joint"),
        _("Whether the rank is shared with another city."),
        REQUIRED,
    ),
    Field(
        "rating", NUMBER, _("Rating"), _("The rating of the city, where known."), unit=_("points")
    ),
    Field(
        "previous_edition",
        INTEGER,
        _("Previous edition"),
        _("Number of the edition that changes are computed against."),
        RANK,
    ),
    Field(
        "previous_rank",
        INTEGER,
        _("Previous rank"),
        _("The rank, or the first rank of a band, in the previous edition."),
        RANK,
    ),
    Field(
        "previous_band_end",
        INTEGER,
        _("End of the previous band"),
        _("The last rank of the band in the previous edition."),
        {"minimum": 2},
    ),
    Field(
        "rank_change",
        INTEGER,
        _("Change of rank"),
        _("Previous rank less rank, positive when the city rose; empty unless both are exact."),
        unit=_("places"),
    ),
    Field(
        "change",
        TEXT,
        _("Kind of change"),
        _("What is known of the change; empty without a rank, and in the first edition."),
        {"enum": CHANGES},
    ),
    Field(
        "basis",
        TEXT,
        _("Basis"),
        _("Whether the source prints the rank, or it was read from a list or computed."),
        REQUIRED | {"enum": Result.Basis.values},
    ),
    Field("source_url", TEXT, _("Address of the source"), _("Page that the figure was read from.")),
    *translated("source_title", _("Title of the source"), _("Title of that page.")),
    Field(
        "claims",
        INTEGER,
        _("Conflicting claims"),
        _("How many other sources say otherwise; claims.csv holds what they say."),
        REQUIRED | {"minimum": 0},
    ),
]
BY_CODE = {field.code: field for field in FIELDS}
