"""The tables of a dataset: its figures, what other sources say of them, and what was corrected."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..models import Correction
from .fields import BY_CODE, DATE, FIELDS, KEY, REQUIRED, TEXT, Field, translated


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


def of_figures(*codes):
    return [BY_CODE[code] for code in codes]


FIGURES = Table("figures", "data.csv", _("Figures"), FIELDS, KEY)

CLAIMS = Table(
    "claims",
    "claims.csv",
    _("Conflicting claims"),
    [
        *of_figures(*KEY, "rank", "band_end", "joint", "rating", "basis"),
        replace(BY_CODE["source_url"], constraints=REQUIRED),
        *translated("source_title", _("Title of the source"), _("Title of that page.")),
        *translated("note", _("Note"), _("Why the other figure is shown.")),
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
            _("Part"),
            _("What was corrected; empty for a rank, and for more than can be named."),
            {"enum": Correction.Part.values},
        ),
        Field("before", TEXT, _("Before"), _("What readers saw before, in words.")),
        Field("after", TEXT, _("After"), _("What they see since, in words.")),
        *translated("reason", _("Reason"), _("Why it was corrected.")),
    ],
    part=pgettext_lazy("in the name of a file", "corrections"),
)

TABLES = [FIGURES, CLAIMS, CORRECTIONS]
