"""What the heading of a column says: known words in any language, labels of measures, or both."""

import re
import tomllib
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from pathlib import Path

from django.utils.translation import gettext as _

from ...names.folding import folded
from ..sheet import Kind
from .roles import CHANGE, IGNORE, PREVIOUS, UNDECIDED, Guess

WORDS = tomllib.loads(Path(__file__).with_name("headings.toml").read_text("utf-8"))


def by_folded_word(groups):
    return {folded(word): name for name, words in groups.items() for word in words}


ROLES = by_folded_word(WORDS["roles"])
# The longest first, so that «지역 순위» is not taken for «순위».
PARTS = sorted(by_folded_word(WORDS["parts"]).items(), key=lambda part: -len(part[0]))
FIGURE_PARTS = {"rating": Kind.RATING, "region_rank": Kind.REGION}

EDITION = re.compile(
    r"(?:[A-Z]{2,8}[ -]?|제 ?)?(?<![0-9])([0-9]{1,3})(?![0-9])"
    r"(?: ?(?:회차|회|판|차|st|nd|rd|th)(?: edition)?)?"
)
# How alike a heading and a label must be for the one to be offered as the other.
ALIKE = 0.8
LONGEST = 100
SURE, LIKELY, POSSIBLE = 1.0, 0.9, 0.7


@dataclass
class Meaning:
    """What the parts of a heading say together; `rest` is what remains of it, folded."""

    parts: set
    rest: str
    is_previous: bool = False


def meaning_of(heading, knowledge):
    """The `Guess` that a heading alone allows; without a role where it says nothing known."""
    heading = heading[:LONGEST]
    key = folded(heading)
    if not key:
        return Guess(UNDECIDED)
    if key in knowledge.remembered:
        role = knowledge.remembered[key]
        return Guess(role, SURE, _("This heading was given the same meaning last time."))
    if key in knowledge.measures:
        return measure_guess(knowledge, knowledge.measures[key], Kind.RANK, SURE)
    if key in ROLES:
        return Guess(ROLES[key], SURE, _("The heading says so."))
    return composed_guess(heading, knowledge) or similar_guess(key, knowledge)


def measure_guess(knowledge, measure, kind, confidence):
    key = knowledge.keys.get((measure, kind))
    if key is None:
        return Guess(UNDECIDED, 0, _("The ranking keeps no such figure of this measure."))
    return Guess(key, confidence, _("The heading names this measure."))


def composed_guess(heading, knowledge):
    """A guess from parts such as «SCI 11 Rank» or «기술 순위», None where something is unknown."""
    meaning = parts_of(heading, knowledge)
    measure = knowledge.measures.get(meaning.rest)
    if not meaning.rest:
        measure = knowledge.overall
    if measure is None:
        return None
    kind = next((FIGURE_PARTS[part] for part in meaning.parts if part in FIGURE_PARTS), Kind.RANK)
    guess = measure_guess(knowledge, measure, kind, LIKELY)
    if not meaning.parts & {"previous", "change"} and not meaning.is_previous:
        return guess
    return compared_guess(guess, meaning, knowledge)


def compared_guess(guess, meaning, knowledge):
    """What a column holds that tells of the previous edition, or of the move since."""
    prefix = CHANGE if "change" in meaning.parts else PREVIOUS
    if f"{prefix}{guess.role}" not in compared_roles(knowledge):
        return Guess(IGNORE, POSSIBLE, _("Such a comparison is computed, never stored."))
    return Guess(f"{prefix}{guess.role}", LIKELY, _("The heading speaks of the previous edition."))


def compared_roles(knowledge):
    """The roles of columns that are only held against what is stored."""
    rank = knowledge.keys.get((knowledge.overall, Kind.RANK))
    rating = knowledge.keys.get((knowledge.overall, Kind.RATING))
    if rank is None:
        return []
    return [f"{PREVIOUS}{rank}", f"{CHANGE}{rank}", *([f"{PREVIOUS}{rating}"] if rating else [])]


def parts_of(heading, knowledge):
    bare, is_previous = without_edition(heading, knowledge)
    parts, rest = set(), folded(bare)
    while part := next((part for part in PARTS if is_at_an_end(part[0], rest, knowledge)), None):
        word, name = part
        parts.add(name)
        rest = rest.removeprefix(word) if rest.startswith(word) else rest.removesuffix(word)
    return Meaning(parts, rest, is_previous)


def is_at_an_end(word, rest, knowledge):
    is_label = rest in knowledge.measures
    return not is_label and (rest.startswith(word) or rest.endswith(word))


def without_edition(heading, knowledge):
    """`heading` without the number of this edition or of the previous one, and which it was."""
    for found in EDITION.finditer(heading):
        number = int(found[1])
        if number in (knowledge.number, knowledge.previous_number):
            bare = f"{heading[: found.start()]} {heading[found.end() :]}"
            return bare, number == knowledge.previous_number
    return heading, False


def similar_guess(key, knowledge):
    labels = get_close_matches(key, knowledge.measures, 1, ALIKE)
    words = get_close_matches(key, ROLES, 1, ALIKE)
    best = max([*labels, *words], key=lambda word: likeness(key, word), default=None)
    if best is None:
        return Guess(UNDECIDED, 0, _("No measure of this ranking has this name."))
    confidence = round(likeness(key, best) * POSSIBLE, 2)
    if best in words:
        return Guess(ROLES[best], confidence, _("The heading is similar to a known one."))
    guess = measure_guess(knowledge, knowledge.measures[best], Kind.RANK, confidence)
    return Guess(guess.role, confidence, _("The heading is similar to the name of this measure."))


def likeness(one, other):
    return SequenceMatcher(None, one, other).ratio()
