"""What search engines for data read in a page: a Dataset of schema.org, as JSON-LD."""

import json

from django.conf import settings
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .formats import FORMATS
from .metadata import absolute

# A text in the data must not end the element that holds them.
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


def linked_data(dataset, site):
    return script_safe(values(dataset, site))


def script_safe(values):
    """JSON that is safe inside a script element."""
    return mark_safe(json.dumps(values, ensure_ascii=False).translate(ESCAPES))


def values(dataset, site):
    ranking = dataset.ranking
    publisher = organisation(ranking.publisher, ranking.url)
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": dataset.title,
        "description": description(dataset),
        "url": absolute(dataset.address),
        "license": site.data_licence_url,
        "isAccessibleForFree": True,
        "creator": publisher,
        "publisher": organisation(site.organisation, settings.SITE_URL),
        "version": str(dataset.version),
        "dateModified": dataset.version.iso_date,
        "temporalCoverage": f"{dataset.first_day}/{dataset.last_day}",
        "inLanguage": get_language(),
        "isBasedOn": {
            "@type": "CreativeWork",
            "name": ranking.name,
            "url": ranking.url,
            "publisher": publisher,
        },
        "distribution": [distribution(dataset, file) for file in dataset.files],
    }


def description(dataset):
    return _(
        "%(title)s: ranks as published by %(publisher)s, with their changes and the source of each"
        " figure."
    ) % {"title": dataset.title, "publisher": dataset.ranking.publisher}


def organisation(name, url):
    return {"@type": "Organization", "name": name, "url": url}


def distribution(dataset, file):
    return {
        "@type": "DataDownload",
        "contentUrl": absolute(dataset.path_of(file)),
        "encodingFormat": FORMATS[file].media_type,
        "name": file,
    }
