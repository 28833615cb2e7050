"""Which state of the data a file holds: «12.2» is as far as edition 12, after two corrections."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from ..models import Edition
from ..provenance.corrections import version_of
from ..words.wording import dated


@dataclass(frozen=True)
class DataVersion:
    """`changed_on` is the day of the last correction, else of publication, known to `precision`."""

    edition: int
    corrections: int
    changed_on: date
    precision: str

    def __str__(self):
        return f"{self.edition}.{self.corrections}"

    @property
    def words(self):
        """The date in the active language."""
        return dated(self.changed_on, self.precision)

    @property
    def iso_date(self):
        """The date as far as it is known: «2025-12-04», «2025-12» or «2025»."""
        return iso_date(self.changed_on, self.precision)


def iso_date(day, precision):
    parts = list(Edition.Precision).index(precision)
    return day.isoformat().rsplit("-", parts)[0]


def version_of_all(editions):
    """The version of data of `editions`; no query if they were loaded with their corrections."""
    latest = max(editions, key=lambda edition: edition.number)
    versions = [version_of(edition) for edition in editions]
    count = sum(version.corrections for version in versions)
    moments = [version.corrected_at for version in versions if version.corrected_at]
    if not moments:
        return DataVersion(latest.number, count, latest.published_on, latest.precision)
    last = timezone.localdate(max(moments))
    return DataVersion(latest.number, count, last, Edition.Precision.DAY)
