"""The words of `words.toml`, in both languages, by which a sentence says what a number is.

Korean words are known by how they begin or end, since endings follow them; English ones whole.
"""

import tomllib
from enum import Enum, auto
from pathlib import Path

WORDS = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))


class Kind(Enum):
    NAME = auto()
    RANK = auto()
    ORDINAL = auto()  # an English ordinal, of which its surroundings tell whether it is a rank
    WHEN = auto()  # an edition or a date
    UNNAMED = auto()  # a time that names no edition: «last year», «직전 회차»
    HALF_YEAR = auto()
    NOW = auto()
    PLACES = auto()
    UP = auto()
    DOWN = auto()
    REGION = auto()
    COUNTRY = auto()
    WORLD = auto()
    EACH = auto()  # names and ranks go by their order
    ALIKE = auto()  # one rank for all the names
    FIELD = auto()  # «분야», «category»: says nothing beside a name
    PLAN = auto()
    DONE = auto()  # reached, held: what follows speaks of something else
    THING = auto()  # ranks of ports, teams and sales are not those of a city
    HOLDER = auto()  # «세계 2위 기업»: whose rank it is, where it follows
    VERB = auto()  # an English word behind which an ordinal is a rank
    FROM = auto()
    TO = auto()
    IN = auto()
    THAN = auto()
    BEHIND = auto()
    AND = auto()
    CLAUSE = auto()
    ARTICLE = auto()
    COMMA = auto()
    DOT = auto()
    COLON = auto()
    OPEN = auto()
    CLOSE = auto()
    ARROW = auto()
    MARK = auto()
    LINE = auto()
    PARAGRAPH = auto()
    STOP = auto()
    BOUND = auto()
    NUMBER = auto()
    WORD = auto()


def listed(name):
    return WORDS[name].split()


def kinds_of(table):
    """A dictionary of word → kind."""
    return {word: Kind[kind] for kind, words in WORDS[table].items() for word in words.split()}


PARTICLES = frozenset(listed("particles"))
BEFORE_PARTICLES = listed("before_particles")
# From what stands behind a name within its word to the particle in it.
NAME_ENDINGS = {
    "": "",
    **{particle: particle for particle in PARTICLES},
    **dict.fromkeys(BEFORE_PARTICLES, ""),
    **{word + particle: particle for word in BEFORE_PARTICLES for particle in PARTICLES},
}

KOREAN_STARTS = kinds_of("korean_starts")
LONGEST_START = max(map(len, KOREAN_STARTS))
KOREAN_ENDS = kinds_of("korean_ends")
ENGLISH_KINDS = kinds_of("english")

ADVERBS = frozenset(listed("adverbs"))
AFTER_KOREAN_RANK = tuple(listed("after_korean_rank"))
AFTER_ENGLISH_RANK = frozenset(listed("after_english_rank"))
BEFORE_FIRST = frozenset(listed("before_first"))
COMMON_NOUNS = frozenset(listed("common_nouns"))
COMPARING = frozenset(listed("comparing"))
DENIALS = frozenset(listed("denials"))
OTHER_CITIES = frozenset(listed("other_cities"))
AGAIN = frozenset(listed("again"))
SURVEYS = frozenset(listed("surveys"))
PAST = frozenset(listed("past"))
PLACE_NOUNS = frozenset(listed("place_nouns"))
SCOPE_ADVERBS = frozenset(listed("world_adverbs") + listed("country_adverbs"))
WORDS_TOO = frozenset(listed("words_too"))

COUNTS = {word: number for number, word in enumerate(listed("counts"), 1)}
COUNTS |= {word: number for number, word in enumerate(listed("korean_counts"), 1)}
ORDINAL_WORDS = {word: number for number, word in enumerate(listed("ordinals"), 1)}
for tens, number in zip(listed("tens"), range(20, 100, 10), strict=True):
    ORDINAL_WORDS[tens[:-1] + "ieth"] = number
    ORDINAL_WORDS |= {
        f"{tens}-{word}": number + one for one, word in enumerate(listed("ordinals")[:9], 1)
    }
MONTHS = listed("months")
MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}


def korean_kind(word):
    """What a Korean word says; WORD for nearly all of them."""
    for length in range(min(LONGEST_START, len(word)), 0, -1):
        kind = KOREAN_STARTS.get(word[:length])
        if kind and (length > 1 or len(word) == 1):
            return kind
    ending = next((kind for end, kind in KOREAN_ENDS.items() if word.endswith(end)), Kind.WORD)
    return Kind.CLAUSE if ends_in_past(word) else ending


def ends_in_past(word):
    """«올랐고», «기록했고»: a past form before -고, where a clause ends."""
    return len(word) > 1 and word[-1] == "고" and has_final(word[-2], DOUBLE_SIOT)


# Unicode orders the syllables so that the final consonant turns fastest.
FINALS, NIEUN, DOUBLE_SIOT = 28, 4, 20


def is_hangul(letter):
    return "가" <= letter <= "힣"


def has_final(syllable, consonant):
    return is_hangul(syllable) and (ord(syllable) - ord("가")) % FINALS == consonant
