"""What was corrected in figures that readers had seen, and the versions of data that come of it."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.dateparse import parse_datetime

from ..aggregates import of_relation
from ..models import City, Correction, Measure
from ..querysets import CORRECTED


@dataclass(frozen=True)
class Version:
    """The data of edition `number` after so many `corrections`, the last one `corrected_at`."""

    number: int
    corrections: int
    corrected_at: datetime | None

    def __str__(self):
        return f"{self.number}.{self.corrections}"


def version_of(edition):
    """The Version of an edition; no query if it was loaded `with_corrections`.

    Figures that are entered where there were none make no version of their own.
    """
    made = corrections_in(edition)
    return Version(edition.number, len(made), made[0].corrected_at if made else None)


def corrections_of(*selections):
    """The corrections of what `figures.Selection`s show, newest first."""
    concerned = {
        correction.pk: correction
        for selection in selections
        for edition in selection.editions
        for correction in corrections_in(edition)
        if concerns(correction, selection)
    }
    return newest_first(concerned.values())


def corrections_among(editions, results):
    """The corrections of the cities and measures that `results` show, newest first."""
    cities = {None, *(result.city_id for result in results)}
    measures = {None, *(result.measure_id for result in results)}
    made = (correction for edition in editions for correction in corrections_in(edition))
    return newest_first(
        correction
        for correction in made
        if correction.city_id in cities and correction.measure_id in measures
        if correction.city_id or not correction.part
    )


def concerns(correction, selection):
    """Facts about an edition stand beside whole tables alone."""
    if correction.city is None and correction.part and selection.city:
        return False
    if correction.city and selection.city not in (None, correction.city.slug):
        return False
    measure = correction.measure
    if measure is None:
        return True
    return measure.is_overall == selection.is_overall and selection.measure in (None, measure)


def corrections_in(edition):
    """The corrections of an edition, newest first; no query if it was loaded `with_corrections`.

    Those have a city and a measure with their names, and no reason.
    """
    if not hasattr(edition, "correction_rows"):
        return list(edition.corrections.select_related("city", "measure"))
    rows = edition.correction_rows or ()
    made = [correction_from(edition, dict(zip(CORRECTED, row, strict=True))) for row in rows]
    return newest_first(made)


def newest_first(corrections):
    return sorted(corrections, key=lambda made: (made.corrected_at, made.pk), reverse=True)


def correction_from(edition, row):
    return Correction(
        pk=row["pk"],
        edition=edition,
        city=related(City, "city", row),
        measure=related(Measure, "measure", row),
        part=row["part"],
        before=row["before"],
        after=row["after"],
        corrected_at=in_utc(parse_datetime(row["corrected_at"])),
    )


def related(model, name, row):
    """The object at the relation `name`, or None."""
    values = of_relation(name, row)
    return model(**values) if values["id"] else None


def in_utc(moment):
    """SQLite keeps moments in UTC without saying so."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
