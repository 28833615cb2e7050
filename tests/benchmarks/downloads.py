"""What large downloads cost: python -m tests.benchmarks.downloads

A ranking of 60 editions by 200 cities by 12 measures, 144,000 figures in all. Memory is the most
that Python holds at a time while a file is streamed, beyond what it held before.
"""

import os
import sys
import tempfile
import time
import tracemalloc
from io import StringIO

FILES = {
    "the whole ranking": ["data.csv", "data.json"],
    "one measure": ["data.csv", "data.json", "data.xlsx"],
    "one edition": ["data.csv", "data.json", "data.xlsx", "datapackage.json"],
    "one city": ["data.csv", "data.json", "data.xlsx", "chart.svg", "chart.png"],
}
PATHS = {
    "the whole ranking": "",
    "one measure": "measures/measure-3/",
    "one edition": "60/",
    "one city": "cities/city-7/",
}


def main():
    with tempfile.TemporaryDirectory(prefix="haeundae-bench-") as folder:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        prepare()
        print("| download | file | first bytes, s | whole, s | MB | memory, MB | unchanged, s |")
        print("|---|---|--:|--:|--:|--:|--:|")
        for download, files in FILES.items():
            for file in files:
                print(row(download, file))
        close()


def prepare():
    import django

    django.setup()
    from django.core.management import call_command

    from tests.benchmarks import dense

    call_command("migrate", verbosity=0)
    call_command("load_demo", verbosity=0, stdout=StringIO())
    dense.fill()


def row(download, file):
    address = f"/en/rankings/dense/{PATHS[download]}{file}"
    first, whole, size, etag = timed(address)
    unchanged, _whole, _size, _etag = timed(address, if_none_match=etag)
    return (
        f"| {download} | {file} | {first:.2f} | {whole:.2f} | {size / 1e6:.2f} "
        f"| {memory_of(address) / 1e6:.1f} | {unchanged:.2f} |"
    )


def timed(address, **headers):
    """Seconds to the first piece and to the last, bytes, and the ETag."""
    start = time.perf_counter()
    response, pieces = get(address, headers)
    size = len(next(pieces, b""))
    first = time.perf_counter() - start
    size += sum(map(len, pieces))
    return first, time.perf_counter() - start, size, response["ETag"]


def memory_of(address):
    tracemalloc.start()
    _response, pieces = get(address, {})
    for _piece in pieces:
        pass
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def get(address, headers):
    from django.test import Client

    response = Client(SERVER_NAME="localhost").get(address, headers=headers)
    if response.status_code not in (200, 304):
        raise RuntimeError(f"{address} answered {response.status_code}")
    return response, iter(response.streaming_content if response.streaming else [response.content])


def close():
    from django.db import connection

    connection.close()


if __name__ == "__main__":
    sys.exit(main())
