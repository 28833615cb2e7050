"""Lighthouse over the kinds of page readers come to most, as on a phone: `make lighthouse`.

The portal is served as in production, with the demonstration content, over plain HTTP/1.1.
Lighthouse pretends a slow phone network and a processor four times slower than this one.
"""

import json
import os
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

from tests import chromium, production

NODE = Path(sys.executable).with_name("node")
PROGRAM = Path(".venv/lighthouse/node_modules/lighthouse/cli/index.js")
CODES = ["ko", "en"]
PAGES = {
    "home": "",
    "list": "news/",
    "article": "news/6/",
    "edition": "rankings/sci/12/",
    "city": "rankings/sci/cities/busan/",
}
CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]
FULL = 100
ATTEMPTS = 3
TIMES = {
    "first paint": "first-contentful-paint",
    "largest paint": "largest-contentful-paint",
    "blocked": "total-blocking-time",
    "shift": "cumulative-layout-shift",
    "bytes": "total-byte-weight",
}


def main():
    with tempfile.TemporaryDirectory(prefix="haeundae-lighthouse-") as folder:
        environment = production.environment(folder)
        production.prepare(environment)
        with production.served(environment, workers=2) as (host, port):
            reports = {
                (kind, code): judged(f"http://{host}:{port}/{code}/{PAGES[kind]}", folder)
                for kind, code in product(PAGES, CODES)
            }
    print(table(reports))
    return "\n".join(shortcomings(reports)) or None


def judged(url, folder):
    """What Lighthouse reports of a page."""
    report = Path(folder) / "report.json"
    options = [
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        f"--only-categories={','.join(CATEGORIES)}",
        "--chrome-flags=--headless=new --no-sandbox",
    ]
    environment = os.environ | {"CHROME_PATH": chromium.executable()}
    # Now and then the browser does not tell when a page began, and Lighthouse gives up.
    for _attempt in range(ATTEMPTS):
        if subprocess.run([NODE, PROGRAM, url, *options], env=environment).returncode == 0:
            return json.loads(report.read_text())
    raise RuntimeError(f"Lighthouse failed {ATTEMPTS} times at {url}; its reason stands above.")


def table(reports):
    heads = ["page", "language", *CATEGORIES, *TIMES]
    lines = [heads, ["---"] * 2 + ["--:"] * (len(heads) - 2)]
    lines += (
        [kind, code, *map(str, scores(report)), *times(report)]
        for (kind, code), report in reports.items()
    )
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def scores(report):
    return [round(FULL * report["categories"][name]["score"]) for name in CATEGORIES]


def times(report):
    values = (report["audits"][name]["displayValue"] for name in TIMES.values())
    return [value.removeprefix("Total size was ").replace("\xa0", " ") for value in values]


def shortcomings(reports):
    """The audits that keep a page from the full number of points."""
    for (kind, code), report in reports.items():
        for name, score in zip(CATEGORIES, scores(report), strict=True):
            if score < FULL:
                yield f"{kind} ({code}): {name} {score}, for {', '.join(failed(report, name))}"


def failed(report, category):
    for part in report["categories"][category]["auditRefs"]:
        audit = report["audits"][part["id"]]
        if part["weight"] and (audit["score"] or 0) < 1:
            yield f"{part['id']} {audit.get('displayValue', '')}".strip()


if __name__ == "__main__":
    sys.exit(main())
