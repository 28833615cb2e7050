"""A description of the tables for programs: a Data Package with its Table Schemas (version 2.0).

Titles and descriptions are in the language of the address, and once more in each language under
codes such as those of the columns. Specification: datapackage.org.
"""

import json
from datetime import datetime, time

from django.utils import timezone
from modeltranslation.utils import build_localized_fieldname as in_language

from .datasets import in_languages
from .metadata import absolute
from .tables import FIGURES

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"


def package_text(metadata, *, is_local=False):
    """The descriptor; one that `is_local` lies in a folder with the files of the tables."""
    return json.dumps(package(metadata, is_local), ensure_ascii=False, indent=1)


def package(metadata, is_local):
    """The descriptor, as values that JSON can write."""
    dataset, site = metadata.dataset, metadata.site
    return {
        "$schema": PROFILE,
        "name": dataset.plain_stem.lower(),
        **told("title", lambda: dataset.title),
        "description": metadata.citation,
        "homepage": absolute(dataset.address),
        "version": str(dataset.version),
        "created": created(dataset.version),
        "licenses": [metadata.licence],
        "sources": metadata.sources,
        "contributors": [{"title": site.organisation, "roles": ["publisher"]}],
        "resources": [resource(dataset, table, is_local) for table in dataset.tables],
    }


def created(version):
    """Midnight of the day from which the version holds."""
    moment = datetime.combine(version.changed_on, time(), timezone.get_default_timezone())
    return moment.isoformat()


def resource(dataset, table, is_local):
    path = table.file if is_local else absolute(dataset.path_of(table.file))
    scheme = {} if is_local else {"scheme": absolute("").partition(":")[0]}
    return {
        "name": table.name,
        "type": "table",
        **told("title", lambda: str(table.title)),
        "path": path,
        **scheme,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema(dataset, table),
    }


def schema(dataset, table):
    values = {
        "$schema": SCHEMA_PROFILE,
        "fields": [field_values(field) for field in table.fields],
        "missingValues": [""],
    }
    if table.key:
        values["primaryKey"] = table.key
    if table.has_figures_key and FIGURES in dataset.tables:
        key = FIGURES.key
        values["foreignKeys"] = [
            {"fields": key, "reference": {"resource": FIGURES.name, "fields": key}}
        ]
    return values


def field_values(field):
    values = {
        "name": field.code,
        "type": field.type,
        **told("title", lambda: str(field.title)),
        **told("description", lambda: str(field.description)),
    }
    if field.unit:
        values |= told("unit", lambda: str(field.unit))
    if field.constraints:
        values["constraints"] = field.constraints
    return values


def told(name, text):
    """`text` under `name` in the active language, and under the name of each language."""
    texts = {in_language(name, code): words for code, words in in_languages(text).items()}
    return {name: text(), **texts}
