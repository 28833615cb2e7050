"""What stands in the tables of a dataset; each is read when its rows are asked for, not before."""

from django.utils import timezone
from modeltranslation.utils import get_translation_fields

from .compared_rows import load_compared_rows
from .rows import CHUNK, load_rows
from .tables import CLAIMS, COMPARED, CORRECTIONS, FIGURES

# In the order of the columns.
OF_CLAIM = [
    *("result__edition__ranking__slug", "result__edition__number", "result__city__slug"),
    *("result__measure__code", "result__scope"),
    *("rank", "band_end", "is_joint", "rating", "basis"),
    *("source__url", *get_translation_fields("source__title"), *get_translation_fields("note")),
]
OF_CORRECTION = [
    *("corrected_at", "edition__ranking__slug", "edition__number", "city__slug", "measure__code"),
    *("part", "before", "after", *get_translation_fields("reason")),
]


def load_tables(dataset, timeline, names):
    """The rows of each Table of `dataset`."""
    load = {
        FIGURES: lambda: load_rows(dataset, timeline, names),
        COMPARED: lambda: load_compared_rows(dataset, names),
        CLAIMS: lambda: load_claims(dataset),
        CORRECTIONS: lambda: load_corrections(dataset),
    }
    return {table: load[table]() for table in dataset.tables}


def load_claims(dataset):
    """Yield a row for each claim that contradicts a figure, in the order of the figures."""
    claims = dataset.claims.order_by(
        "result__edition__number",
        "result__measure__position",
        "result__measure__code",
        "-result__scope",
        "result__city__slug",
        "pk",
    )
    for row in claims.values_list(*OF_CLAIM).iterator(chunk_size=CHUNK):
        yield without_blanks(row)


def load_corrections(dataset):
    """Yield a row for each correction, the oldest first."""
    made = dataset.corrections.order_by("corrected_at", "pk").values_list(*OF_CORRECTION)
    for moment, *others in made.iterator(chunk_size=CHUNK):
        yield timezone.localdate(moment), *without_blanks(others)


def without_blanks(row):
    return tuple(None if value == "" else value for value in row)
