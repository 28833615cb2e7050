"""The names beside the figures. They are few; figures are many and are read one by one."""

import hashlib
import json
from dataclasses import dataclass

from modeltranslation.utils import get_translation_fields

from ..models import City, CityRegion, MeasureLabel, Source


@dataclass(frozen=True)
class Names:
    """Texts in the order of their columns, by the id of what they belong to.

    `labels` are by (measure, edition) and `regions` by city; not all of these have any.
    """

    cities: dict[int, tuple]
    regions: dict[int, tuple]
    measures: dict[int, tuple]
    labels: dict[tuple[int, int], tuple]
    sources: dict[int, tuple]

    @property
    def digest(self):
        tables = [sorted(table.items()) for table in vars(self).values()]
        return hashlib.sha256(json.dumps(tables).encode()).hexdigest()


def load_names(ranking):
    """All names that figures of `ranking` may need, in five queries."""
    regions = CityRegion.objects.filter(ranking=ranking).order_by()
    labels = MeasureLabel.objects.filter(measure__ranking=ranking).order_by()
    return Names(
        cities=table(City.objects.order_by(), "slug", "name", "country"),
        regions=table(regions, "region__slug", "region__name", key=("city",)),
        measures=table(ranking.measures.order_by(), "code", "kind", "label"),
        labels=table(labels, "label", key=("measure", "edition")),
        sources=table(Source.objects.order_by(), "url", "title"),
    )


TRANSLATED = {"name", "country", "label", "title", "region__name"}


def table(queryset, *fields, key=("pk",)):
    """{key: texts}; a translated field gives a text for each language."""
    columns = [column for field in fields for column in columns_of(field)]
    return {
        row[0] if len(key) == 1 else row[: len(key)]: row[len(key) :]
        for row in queryset.values_list(*key, *columns)
    }


def columns_of(field):
    return get_translation_fields(field) if field in TRANSLATED else [field]
