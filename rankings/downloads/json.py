"""JSON: what the dataset says of itself, then its tables, one record to a line."""

import json
from datetime import date
from decimal import Decimal
from itertools import islice

ROWS_AT_A_TIME = 500


def chunks(metadata, tables):
    """Pieces of the file; `metadata` are plain values, `tables` the rows of each Table."""
    yield json.dumps(metadata, ensure_ascii=False, indent=1)[:-2]
    for table, rows in tables.items():
        yield f',\n "{table.name}": ['
        yield from records(table.codes, iter(rows))
        yield "\n]"
    yield "}\n"


def records(codes, rows):
    separator = "\n"
    while some := list(islice(rows, ROWS_AT_A_TIME)):
        yield separator + ",\n".join(record(codes, row) for row in some)
        separator = ",\n"


def record(codes, row):
    values = dict(zip(codes, row, strict=True))
    return json.dumps(values, ensure_ascii=False, default=plain)


def plain(value):
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} is not a figure")
