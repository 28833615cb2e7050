"""JSON: what the dataset says of itself, then a record for each figure, one to a line."""

import json
from datetime import date
from decimal import Decimal
from itertools import islice

from .fields import CODES

ROWS_AT_A_TIME = 500


def chunks(metadata, rows):
    """Pieces of the file; `metadata` are plain values."""
    head = json.dumps(metadata, ensure_ascii=False, indent=1)
    yield f'{head[:-2]},\n "figures": ['
    separator = "\n"
    rows = iter(rows)
    while some := list(islice(rows, ROWS_AT_A_TIME)):
        yield separator + ",\n".join(map(record, some))
        separator = ",\n"
    yield "\n]}\n"


def record(row):
    values = dict(zip(CODES, row, strict=True))
    return json.dumps(values, ensure_ascii=False, default=plain)


def plain(value):
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} is not a figure")
