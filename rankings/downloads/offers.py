"""What a page offers for taking away, with the address of each."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .formats import FORMATS

PICTURES = {
    "chart.svg": ("SVG", "image/svg+xml", _("chart that stays sharp in any size")),
    "chart.png": ("PNG", "image/png", _("chart as an image")),
}


@dataclass(frozen=True)
class Offer:
    name: Promise | str
    media_type: str
    use: Promise
    path: str


def offered_files(dataset):
    offered = ((FORMATS[file], dataset.path_of(file)) for file in dataset.files)
    return [Offer(form.name, form.media_type, form.use, path) for form, path in offered]


def offered_pictures(dataset, query):
    if not dataset.chart_choices:
        return []
    return [Offer(*told, dataset.path_of(file, query)) for file, told in PICTURES.items()]


def chart_query(dataset, asked):
    """The query of the dataset with what was chosen of the chart in the query `asked`."""
    query = QueryDict(dataset.query, mutable=True)
    for name in dataset.chart_choices:
        if any(asked.getlist(name)):
            query.setlist(name, asked.getlist(name))
    return query.urlencode()
