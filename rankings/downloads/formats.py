"""The files that a dataset can be had in, in the order in which they are offered."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PACKAGE_FILE = "datapackage.json"
CSV = "text/csv; charset=utf-8; header=present"


@dataclass(frozen=True)
class Format:
    """`content_type` is what is sent with the file; `use` tells whom it is for."""

    name: Promise | str
    content_type: str
    use: Promise

    @property
    def media_type(self):
        return self.content_type.partition(";")[0]


FORMATS = {
    "data.xlsx": Format(
        "XLSX",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _("for Excel and Hancell, with sources and licence"),
    ),
    "data.csv": Format("CSV", CSV, _("for spreadsheets and statistics programs")),
    "data.json": Format("JSON", "application/json", _("for programs")),
    "data.zip": Format(
        "ZIP", "application/zip", _("all tables as CSV with their description and licence")
    ),
    "claims.csv": Format(
        _("Figures on which sources differ (CSV)"),
        CSV,
        _("what other sources say of these figures"),
    ),
    "corrections.csv": Format(
        _("Corrections (CSV)"), CSV, _("what was corrected after publication, and why")
    ),
    PACKAGE_FILE: Format(
        _("Description of the data (JSON)"),
        "application/json",
        _("what each column holds, as a Data Package"),
    ),
}
