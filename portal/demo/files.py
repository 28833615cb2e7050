"""Reads the files of the demo content, with one column or key for each language."""

import csv
import tomllib
from pathlib import Path

from modeltranslation.utils import build_localized_fieldname, get_translation_fields

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
    return {name: row[name] for name in get_translation_fields(*fields) if name in row}
