"""Whether ranking pages stay quick when there is much data: python -m tests.benchmarks.scale

Two portals are measured, one with the demonstration content and one that also holds 144,000
results of a dense ranking. The ratios say how the same page fares beside so many results, and
how the page of the dense ranking fares against the one of the demonstration: first when every
reader has it made anew, then when it is kept until something changes.
"""

import subprocess
import sys
import tempfile

from tests.production import prepare, served

from .bench import Measured, Reader, benchmark_environment, measure

FILL = "import django; django.setup(); from tests.benchmarks.dense import fill; fill()"
LANGUAGE = "ko"
PAGES = {
    "edition": ("12/", "60/"),
    "edition, filtered": ("12/?q=a&sort=-city", "60/?q=a&sort=-city"),
    "city": ("cities/busan/", "cities/busan/"),
    "comparison": (
        "compare/?city=busan&city=london&city=new-york&city=singapore&city=seoul&city=zurich",
        "compare/?city=busan&city=city-1&city=city-2&city=city-3&city=city-4&city=city-5",
    ),
    "measure": ("measures/technology-factors/", "measures/measure-1/"),
    "two editions": ("12/compared/11/", "60/compared/59/"),
    "ranking": ("", ""),
}


def main():
    with tempfile.TemporaryDirectory(prefix="haeundae-bench-") as folder:
        kept = benchmark_environment(folder)
        cold = kept | {"CACHE_URL": "dummy://"}
        prepare(kept)
        alone = measured_pages(cold, "sci", 0)
        subprocess.run([sys.executable, "-c", FILL], env=kept, check=True)
        measured = [
            (measured_pages(environment, "sci", 0), measured_pages(environment, "dense", 1))
            for environment in (cold, kept)
        ]
    (beside, dense), (kept_beside, kept_dense) = measured
    print(table(("demonstration", alone), ("beside more", beside), ("dense", dense)))
    print("\nKept:\n")
    print(table(("demonstration", kept_beside), ("dense", kept_dense)))


def measured_pages(environment, ranking, which):
    rows = [
        Measured(kind, LANGUAGE, f"/{LANGUAGE}/rankings/{ranking}/{paths[which]}")
        for kind, paths in PAGES.items()
    ]
    with served(environment) as address:
        measure(Reader(address), rows)
    return rows


def table(reference, *others):
    """`reference` and each of the `others` are a heading and the rows measured."""
    headings = [reference[0], *(text for heading, _rows in others for text in (heading, "×"))]
    lines = ["| page | " + " | ".join(headings) + " |", "|---" + "|--:" * len(headings) + "|"]
    for first, *rest in zip(reference[1], *(rows for _heading, rows in others), strict=True):
        cells = [cost(first)]
        for row in rest:
            cells += [cost(row), f"{row.milliseconds / first.milliseconds:.1f}"]
        lines.append(f"| {first.kind} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def cost(row):
    return f"{row.milliseconds:.1f} ms, {row.queries} SQL, {row.size // 1000} kB"


if __name__ == "__main__":
    main()
