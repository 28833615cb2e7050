"""Measures every kind of public page under the production server: `make bench`.

The figures come from the server process itself: its SQL queries with empty caches, and its own
account of user and system time. The same run measures an empty Django view behind the same
middleware: the ratios to it mean something on any machine, the milliseconds only on this one.
"""

import json
import statistics
import tempfile
from dataclasses import dataclass, field
from http.client import HTTPConnection

from tests.production import PATIENCE, environment, prepare, served

ROUNDS = 5
SECONDS_PER_ROUND = 0.25  # of the server's processor time, for each page


@dataclass
class Measured:
    """A page; `size` is its body in bytes, `sent` its headers and its compressed body."""

    kind: str
    language: str
    path: str
    queries: int = 0
    size: int = 0
    sent: int = 0
    rounds: list[float] = field(default_factory=list)

    @property
    def milliseconds(self):
        return statistics.median(self.rounds)


class Reader:
    """Reads pages as browsers do, over one connection, each time as another browser."""

    def __init__(self, address):
        self.connection = HTTPConnection(*address, timeout=PATIENCE)
        self.number = 0

    def get(self, path, **headers):
        self.number += 1
        agent = f"Mozilla/5.0 (X11; Linux x86_64; rv:{self.number}.0) Gecko/20100101 Firefox/140.0"
        self.connection.request("GET", path, headers={"User-Agent": agent, **headers})
        response = self.connection.getresponse()
        body = response.read()
        if response.status != 200:
            raise RuntimeError(f"{path} answered {response.status}")
        return response.headers, body

    def get_compressed(self, path):
        return self.get(path, **{"Accept-Encoding": "gzip"})

    def nanoseconds_after(self, path):
        """The processor time that the server has used up when it has answered."""
        return int(self.get_compressed(path)[0]["X-Probe-Cpu-Nanoseconds"])


def main():
    with tempfile.TemporaryDirectory(prefix="haeundae-bench-") as folder:
        variables = benchmark_environment(folder)
        prepare(variables)
        with served(variables) as address:
            rows = measured(Reader(address))
    print(table(rows))


def benchmark_environment(folder):
    return environment(folder, DJANGO_SETTINGS_MODULE="tests.benchmarks.settings")


def measured(reader):
    _headers, listing = reader.get("/pages/")
    rows = [Measured("empty view", "", "/empty/")]
    rows += [Measured(*page) for page in json.loads(listing)]
    measure(reader, rows)
    return rows


def measure(reader, rows):
    for row in rows:
        look_once(reader, row)
    # Round by round, so that what else this machine does falls on every page alike.
    for _round in range(ROUNDS):
        for row in rows:
            row.rounds.append(milliseconds_per_request(reader, row.path))


def look_once(reader, row):
    headers, body = reader.get(row.path, **{"X-Probe-Forget-Caches": "1"})
    row.queries, row.size = int(headers["X-Probe-Queries"]), len(body)
    headers, body = reader.get_compressed(row.path)
    row.sent = len(body) + sum(
        len(f"{name}: {value}\r\n")
        for name, value in headers.items()
        if not name.startswith("X-Probe-")
    )


def milliseconds_per_request(reader, path):
    start = now = reader.nanoseconds_after(path)
    requests = 0
    while now - start < SECONDS_PER_ROUND * 1e9:
        now = reader.nanoseconds_after(path)
        requests += 1
    return (now - start) / requests / 1e6


def table(rows):
    empty = rows[0]
    lines = [
        "| page | language | SQL queries | CPU ms | × empty | bytes | bytes sent | × empty |",
        "|---|---|--:|--:|--:|--:|--:|--:|",
    ]
    lines += (
        f"| {row.kind} | {row.language} | {row.queries} | {row.milliseconds:.2f} "
        f"| {row.milliseconds / empty.milliseconds:.1f} | {row.size} | {row.sent} "
        f"| {row.sent / empty.sent:.1f} |"
        for row in rows
    )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
