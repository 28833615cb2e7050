"""Words typed with the keyboard set to the other script: «qntks» for 부산, «ㅠㅕㄴ무» for busan."""

import re
import tomllib
from pathlib import Path

PARTS = tomllib.loads((Path(__file__).parent / "keyboard.toml").read_text(encoding="utf-8"))
FIRST, VOWELS, LAST = (PARTS[part]["keys"].split() for part in ("first", "vowel", "last"))
KEYS = {
    letter: keys
    for part in PARTS.values()
    for letter, keys in zip(part["letters"].split(), part["keys"].split(), strict=True)
}
SHIFTED = {key for key in KEYS.values() if key.isupper()}
SYLLABLES = range(ord("가"), ord("힣") + 1)


def longest_first(keys):
    return "|".join(sorted(keys, key=len, reverse=True))


# A consonant before a vowel begins the next syllable.
SYLLABLE = re.compile(
    f"({'|'.join(FIRST)})({longest_first(VOWELS)})"
    f"(?:({longest_first(LAST)})(?!{'|'.join(VOWELS)}))?"
)


def as_meant(query):
    """`query` as it reads in the other script, or nothing when that says nothing."""
    words = [in_hangul(word) or in_latin(word) for word in query.split()]
    return " ".join(words) if all(words) else ""


def in_hangul(word):
    """The syllables that the keys of a Latin `word` write, or nothing if they write none."""
    keys = "".join(key if key in SHIFTED else key.lower() for key in word)
    if SYLLABLE.sub("", keys):
        return ""
    return "".join(syllable(*match.groups()) for match in SYLLABLE.finditer(keys))


def syllable(first, vowel, last):
    number = FIRST.index(first) * len(VOWELS) + VOWELS.index(vowel)
    end = LAST.index(last) + 1 if last else 0
    return chr(SYLLABLES.start + number * (len(LAST) + 1) + end)


def in_latin(word):
    """The Latin letters on the keys that wrote a `word` of Hangul, or nothing for other words."""
    keys = [keys_of(letter) for letter in word]
    return "".join(keys) if all(keys) else ""


def keys_of(letter):
    if ord(letter) not in SYLLABLES:
        return KEYS.get(letter, "")
    rest, last = divmod(ord(letter) - SYLLABLES.start, len(LAST) + 1)
    first, vowel = divmod(rest, len(VOWELS))
    return FIRST[first] + VOWELS[vowel] + (LAST[last - 1] if last else "")
