"""The tables of datasets: figures, what other sources say of them, and what was corrected."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modeltranslation.utils import get_translation_fields

from ..changes import Kind
from ..models import Correction
from .fields import (
    BY_CODE,
    CHANGES,
    DATE,
    FIELDS,
    KEY,
    REQUIRED,
    TEXT,
    Field,
    translated,
)


@dataclass(frozen=True, eq=False)
class Table:
    """`key` are the codes that tell one row from all others; `part` is for the name of its file.

    The first codes of a table that `has_figures_key` are those of a figure.
    """

    name: str
    file: str
    title: Promise
    fields: Sequence[Field]
    key: Sequence[str] = ()
    part: Promise | str = ""
    has_figures_key: bool = False

    @property
    def codes(self):
        return [field.code for field in self.fields]


# What only a whole series of editions can tell.
ARRIVALS = [Kind.NEW, Kind.RE_ENTRY, Kind.ENTERED]


def of_figures(*codes):
    return [BY_CODE[code] for code in codes]


def optional(field):
    """The field for an edition that may know nothing of a city."""
    limits = {name: limit for name, limit in field.constraints.items() if name != "required"}
    return replace(field, constraints=limits)


def earlier(field):
    """The field for the earlier one of two editions."""
    return replace(
        field,
        code=f"earlier_{field.code}",
        title=format_lazy(_("{title} (earlier edition)"), title=field.title),
        description=format_lazy(_("Of the earlier edition: {text}"), text=field.description),
    )


FIGURES = Table("figures", "data.csv", _("Figures"), FIELDS, KEY)

CLAIMS = Table(
    "claims",
    "claims.csv",
    _("Conflicting claims"),
    [
        *of_figures(*KEY, "rank", "band_end", "joint", "rating", "basis"),
        replace(BY_CODE["source_url"], constraints=REQUIRED),
        *translated("source_title", _("Title of the source"), _("Title of that page.")),
        *translated("note", pgettext_lazy("a claim", "Note"), _("Why the other figure is shown.")),
    ],
    key=[*KEY, "source_url"],
    part=pgettext_lazy("in the name of a file", "claims"),
    has_figures_key=True,
)

CORRECTIONS = Table(
    "corrections",
    "corrections.csv",
    _("Corrections"),
    [
        Field("corrected_on", DATE, _("Date of correction"), _("Day of the correction."), REQUIRED),
        *of_figures("ranking", "edition"),
        Field("city", TEXT, _("City"), _("Short name of the city; empty for a whole edition.")),
        Field("measure", TEXT, _("Measure"), _("Code of the measure; empty for a whole edition.")),
        Field(
            "part",
            TEXT,
            pgettext_lazy("a correction", "Part"),
            _("What was corrected; empty for a rank, and for more than can be named."),
            {"enum": Correction.Part.values},
        ),
        Field(
            "before",
            TEXT,
            pgettext_lazy("a correction", "Before"),
            _("What readers saw before, in words."),
        ),
        Field(
            "after",
            TEXT,
            pgettext_lazy("a correction", "After"),
            _("What they see since, in words."),
        ),
        *translated("reason", pgettext_lazy("a correction", "Reason"), _("Why it was corrected.")),
    ],
    part=pgettext_lazy("in the name of a file", "corrections"),
)

TABLES = [FIGURES, CLAIMS, CORRECTIONS]

OF_CITY = ["city", *get_translation_fields("city"), *get_translation_fields("country")]
OF_CITY += ["region", *get_translation_fields("region")]
EDITION = of_figures("edition", "published", "precision")
IN_EDITION = of_figures("status", "rank", "band_end", "joint", "rating", "basis", "source_url")
IN_EDITION += of_figures(*get_translation_fields("source_title"), "claims")
IN_EDITION = [optional(field) for field in IN_EDITION]

# A row is a city, with what two editions say of its overall rank in the world.
COMPARED = Table(
    "comparison",
    "data.csv",
    _("Editions compared"),
    [
        *of_figures("ranking", *OF_CITY),
        *(EDITION + IN_EDITION),
        *(earlier(field) for field in EDITION + IN_EDITION),
        replace(
            BY_CODE["rank_change"],
            description=_(
                "Rank in the earlier edition less rank, positive when the city rose; empty unless"
                " both are exact."
            ),
        ),
        replace(
            BY_CODE["change"],
            description=_("What is known of the change; empty if neither edition has a rank."),
            constraints={"enum": [kind for kind in CHANGES if kind not in ARRIVALS]},
        ),
    ],
    key=["ranking", "city", "edition", "earlier_edition"],
)
COMPARED_TABLES = [COMPARED, CLAIMS, CORRECTIONS]
