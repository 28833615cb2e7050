"""Reads downloads the way a reader's program does."""

import csv
import json
from io import BytesIO, StringIO
from zipfile import ZipFile

from openpyxl import load_workbook

from rankings.downloads.csv import unguarded

COMPARED = "city=paris&city=busan&measure=skills"
PAGES = {
    "ranking": "sci/{}",
    "edition": "sci/12/{}",
    "editions": "sci/12/compared/10/{}",
    "city": "sci/cities/busan/{}",
    "measure": "sci/measures/overall/{}",
    "comparison": f"sci/compare/{{}}?{COMPARED}",
}
TABLES = {"figures": "data.csv", "claims": "claims.csv", "corrections": "corrections.csv"}
FILES = [*TABLES.values(), "data.json", "data.xlsx", "data.zip", "datapackage.json"]
# A workbook and an archive of a whole ranking are not offered.
NOT_OFFERED = [("ranking", "data.xlsx"), ("ranking", "data.zip")]
OFFERED = [(page, file) for page in PAGES for file in FILES if (page, file) not in NOT_OFFERED]


def get(client, page, file, language="en", **headers):
    return client.get(address(page, file, language), headers=headers)


def address(page, file, language="en"):
    return f"/{language}/rankings/{PAGES[page].format(file)}"


def body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def csv_records(content):
    """The records of a CSV file, with every text as it was before it was guarded."""
    text = content.decode("utf-8-sig")
    records = csv.DictReader(StringIO(text, newline=""))
    return [{code: unguarded(cell) for code, cell in record.items()} for record in records]


def json_records(content, table="figures"):
    return json.loads(content)[table]


def xlsx_records(content, sheet=0):
    rows = load_workbook(BytesIO(content)).worksheets[sheet].iter_rows(values_only=True)
    codes = next(rows)
    return [dict(zip(codes, row, strict=True)) for row in rows]


def archived(content):
    """The files of an archive by their names."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
