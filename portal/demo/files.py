"""Reads the files of the demo content, with one column or key for each language."""

import csv
import tomllib
from pathlib import Path

from django.conf import settings
from modeltranslation.utils import build_localized_fieldname

FOLDER = Path(__file__).resolve().parent


def read_toml(path):
    with open(path, "rb") as file:
        return tomllib.load(file)


def read_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def from_table(field, table):
    """{"ko": "부산", "en": "Busan"} as model fields: {"name_ko": "부산", "name_en": "Busan"}."""
    return {build_localized_fieldname(field, code): value for code, value in table.items()}


def from_row(row, *fields):
    """The columns `name_ko`, `name_en` … of a row, for each field and language it has."""
    names = [
        build_localized_fieldname(field, code) for field in fields for code, _ in settings.LANGUAGES
    ]
    return {name: row[name] for name in names if name in row}
