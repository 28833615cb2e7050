"""What every form of a dataset says of itself: title, version, licence, sources."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.utils.translation import get_language

from ..models import Source
from . import publisher
from .citation import citation, citations
from .datasets import Dataset


@dataclass(frozen=True)
class Metadata:
    """`site` is what `publisher` tells of; texts are in the active language."""

    dataset: Dataset
    site: object

    @property
    def licence(self):
        return {
            "name": self.site.data_licence.upper(),
            "title": self.site.get_data_licence_display(),
            "path": self.site.data_licence_url,
        }

    @cached_property
    def sources(self):
        """The publisher of the ranking and the pages that its editions rest on."""
        ranking = self.dataset.ranking
        pages = Source.objects.filter(editions__in=self.dataset.editions).distinct()
        return [
            {"title": ranking.publisher, "path": ranking.url},
            *({"title": page.title, "path": page.url} for page in pages.order_by("url")),
        ]

    @property
    def citation(self):
        return citation(self.dataset, self.site)

    def as_dict(self):
        """Plain values, as JSON and workbooks write them."""
        dataset = self.dataset
        return {
            "title": dataset.title,
            "ranking": dataset.ranking.slug,
            "version": str(dataset.version),
            "version_date": dataset.version.iso_date,
            "address": absolute(dataset.address),
            "language": get_language(),
            "publisher": self.site.organisation,
            "site": self.site.name,
            "licence": self.licence,
            "sources": self.sources,
            "citations": citations(dataset, self.site),
        }


def load_metadata(dataset):
    return Metadata(dataset, publisher.current())


def absolute(path):
    return f"{settings.SITE_URL}{path}"
