"""Reads the structured data of a page and holds it against what search engines ask for."""

import json
import re
import tomllib
from datetime import datetime
from pathlib import Path

TYPES = tomllib.loads(Path(__file__).with_name("structured_data.toml").read_text(encoding="utf-8"))
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
ADDRESS = re.compile(r"https?://[!-~]+")


def structured_data(html):
    """{type: values} of what a page says of itself, each type once."""
    found = {}
    for text in SCRIPT.findall(html):
        values = json.loads(text)
        assert values["@context"] == "https://schema.org"
        for each in values.get("@graph", [values]):
            assert each["@type"] not in found
            found[each["@type"]] = each
    return found


def violations(values):
    """What is missing or wrong in `values` and everything within, as sentences."""
    if isinstance(values, list):
        return [sentence for each in values for sentence in violations(each)]
    if not isinstance(values, dict):
        return []
    inner = [sentence for value in values.values() for sentence in violations(value)]
    # What only refers to something else on the page needs nothing more.
    return inner if values.keys() == {"@id"} else [*broken(values), *inner]


def broken(values):
    kind = values["@type"]
    asked = TYPES[kind]
    yield from (f"{kind} has no {name}" for name in asked["required"] if not values.get(name))
    for name in asked.get("addresses", []):
        if name in values and not ADDRESS.fullmatch(values[name]):
            yield f"{kind}.{name} is no address: {values[name]}"
    for name in asked.get("times", []):
        if datetime.fromisoformat(values[name]).tzinfo is None:
            yield f"{kind}.{name} has no time zone"
    if kind == "BreadcrumbList":
        yield from broken_path(values["itemListElement"])


def broken_path(steps):
    positions = [step["position"] for step in steps]
    if positions != list(range(1, len(positions) + 1)) or len(positions) < 2:
        yield f"positions are {positions}"
    if any("item" not in step for step in steps[:-1]):
        yield "only the last step may be the page itself"
