"""The sample sentences and the names that they know, from the data files beside this module."""

import tomllib
from pathlib import Path

from rankings.sentences import Context, Vocabulary

FOLDER = Path(__file__).parent
NAMES = tomllib.loads((FOLDER / "vocabulary.toml").read_text("utf-8"))


def pairs(table):
    return [(name, key) for key, names in NAMES[table].items() for name in names]


def vocabulary():
    return Vocabulary(
        pairs("cities"),
        pairs("measures"),
        overall=NAMES["overall"],
        rankings=NAMES["rankings"],
        other_rankings=NAMES["other_rankings"],
        editions=NAMES["editions"],
    )


def samples():
    """Every sample as a dictionary, with the name of its file."""
    for path in sorted((FOLDER / "samples").glob("*.toml")):
        for sample in tomllib.loads(path.read_text("utf-8"))["samples"]:
            yield {"form": path.stem, **sample}


def context(sample):
    about = {**NAMES["about"], **sample.get("about", {})}
    return Context(about["city"], about["edition"] or None)


def told(suggestion):
    """A suggestion in one line, as the data files write it."""
    parts = [suggestion.rule, suggestion.city, suggestion.measure, suggestion.edition]
    words = [str(part or "-") for part in [*parts, suggestion.rank]]
    if suggestion.previous:
        words.append(f"from {suggestion.previous}")
    if suggestion.moved:
        words.append(f"moved {suggestion.moved:+}")
    if suggestion.scope != "world":
        words.append(f"in {suggestion.scope}")
    if suggestion.date:
        words.append(f"on {suggestion.date}")
    if suggestion.label:
        words.append(f"called {suggestion.label}")
    return " ".join(words)
