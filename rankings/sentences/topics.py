"""What a sentence speaks of when a rank comes: the names, times and scopes before it."""

from dataclasses import dataclass, field

from .clauses import BOUNDARIES
from .lexicon import WORDS_TOO, Kind, is_hangul
from .suggestions import Scope
from .surroundings import SCOPES
from .tokens import Token
from .units import JOINING
from .unknown_names import unknown_field

SUBJECT = ("은", "는", "이", "가", "도", "의")
LOCATIVE = ("에서", "에서는", "에서도", "에선")
# Endings of a time that sets a frame: «SCI 11에서».
FRAMING = (*LOCATIVE, "에", "에는", "엔")
TIMES = (Kind.WHEN, Kind.UNNAMED, Kind.NOW)
AMONG = ("가운데", "중", "중에서")
JOINS = (Kind.COMMA, Kind.DOT, Kind.AND, Kind.MARK)
ASIDE = (Kind.IN, Kind.BEHIND, Kind.THAN, Kind.TO)
MOST_JOINED = 50  # names in one enumeration; each of its ranks looks through all of them
COMPARED = ("보다", "보다는", "대비", "부터", "이후")


@dataclass
class Topics:
    """`cities` and `measures` are the tokens of names that are the topic, several if joined."""

    cities: list = field(default_factory=list)
    measures: list = field(default_factory=list)
    scope: Scope | None = None
    when: object = None  # the token of an edition or a date
    is_unnamed: bool = False
    is_now: bool = False
    things: bool = False
    unknown: Token | None = None  # a name that is the topic and that nobody knows
    told: Token | None = None  # the measure at the rank before
    pending: dict = field(default_factory=lambda: {"cities": [], "measures": []})

    def forget(self, when):
        """A time that stood at one rank frames no other, unless it says so: «SCI 11에서»."""
        if when and when is self.when and not is_frame(when):
            self.when = None

    def end_clause(self):
        self.measures, self.scope, self.things = [], None, False
        self.unknown = self.told = None


def is_frame(when):
    return when.ending in FRAMING


def note(topics, tokens, index):
    """Takes the token at `index` into account for the ranks behind it."""
    token = tokens[index]
    if token.kind is Kind.NAME:
        note_name(topics, tokens, index)
    elif token.kind is Kind.CLAUSE or token.text == ";":
        topics.end_clause()
    elif token.kind in SCOPES:
        note_scope(topics, tokens, index)
    elif token.kind is Kind.THING:
        topics.things = topics.things or not describes_city(tokens, index)
    elif token.kind is Kind.FIELD:
        note_field(topics, unknown_field(tokens, index))
    elif token.kind is Kind.WORD:
        topics.things = topics.things or names_other_index(tokens, index)
    elif token.kind in TIMES and not token.is_used and not is_compared(tokens, index):
        note_time(topics, token)


def note_time(topics, token):
    if token.kind is Kind.WHEN:
        topics.when = token
    topics.is_now = token.kind is Kind.NOW
    topics.is_unnamed = token.kind is Kind.UNNAMED


def describes_city(tokens, index):
    """«the port city»."""
    return index + 1 < len(tokens) and tokens[index + 1].text == "city"


def note_field(topics, unknown):
    if unknown:
        topics.unknown, topics.measures = unknown, []


def note_scope(topics, tokens, index):
    """«아시아에서는», «In Asia, …»: for what follows, until the clause ends."""
    before = tokens[index - 1] if index else None
    stands_in = before is not None and (before.kind is Kind.IN or before.text.lower() == "among")
    if stands_in or is_locative(tokens, index):
        topics.scope = SCOPES[tokens[index].kind]


def is_locative(tokens, index):
    """«아시아에서는», «아시아 지역에서», «국내 도시 가운데»."""
    for token in tokens[index : index + 3]:
        if token.text.endswith(LOCATIVE) or token.text in AMONG:
            return True
        if token.kind is not Kind.FIELD and token.kind not in SCOPES:
            break
    return False


def names_other_index(tokens, index):
    """«행복지수», «Happiness Index»: an index that the vocabulary does not know."""
    token = tokens[index]
    if "지수" in token.text[1:]:
        return True
    before = tokens[index - 1].text if index else ""
    return token.text in ("Index", "Ranking") and before[:1].isupper()


def is_compared(tokens, index):
    token = tokens[index]
    if token.ending in COMPARED or token.text.endswith(COMPARED):
        return True
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after and (after.kind in (Kind.THAN, Kind.BEHIND) or after.text.startswith(COMPARED)):
        return True
    place = index - 1
    while place >= 0 and tokens[place].kind is Kind.ARTICLE:
        place -= 1
    return place >= 0 and tokens[place].kind is Kind.THAN


def note_name(topics, tokens, index):
    token = tokens[index]
    if token.is_used:
        return
    if token.value.measures:
        group = joined_group(topics, "measures", tokens, index)
        if is_measure_topic(tokens, index):
            topics.measures, topics.unknown = group, None
    elif token.value.cities:
        group = joined_group(topics, "cities", tokens, index)
        if is_city_topic(topics, tokens, index):
            topics.cities = group


def joined_group(topics, part, tokens, index):
    """The enumeration that the name at `index` continues or begins."""
    group = topics.pending[part]
    if not (group and len(group) < MOST_JOINED and joins(tokens, group[-1], index)):
        group = topics.pending[part] = []
    group.append(tokens[index])
    return group


def joins(tokens, last, index):
    """Whether the name at `index` continues the enumeration that `last` belongs to."""
    if last.is_used:
        return False
    place = index - 1
    while place >= 0 and tokens[place].kind in (*JOINS, Kind.CLOSE):
        place -= 1
    if place < 0 or tokens[place] is not last:
        return False
    return place < index - 1 or last.ending in JOINING


def is_city_topic(topics, tokens, index):
    token = tokens[index]
    before = tokens[index - 1] if index else None
    if not is_hangul(token.text[0]):
        stands_aside = before is not None and before.kind in ASIDE
        if is_common_word(token, before, tokens[index + 1 : index + 2]):
            return False
        is_enclosing = index + 1 < len(tokens) and tokens[index + 1].kind is Kind.OPEN
        return not stands_aside and not is_enclosing and (opens(before) or not topics.cities)
    if token.ending in SUBJECT:
        return True
    return token.ending in ("", "을", "를") and not topics.cities and stands_free(tokens, index)


def is_common_word(token, before, after):
    """«Nice results …»: a word with which the sentence begins, not the city."""
    begins = before is None or before.kind in (Kind.STOP, Kind.LINE, Kind.PARAGRAPH, Kind.MARK)
    is_alone = bool(after) and after[0].kind is Kind.WORD and after[0].text.islower()
    return begins and is_alone and token.text.lower() in WORDS_TOO


def opens(before):
    return before is None or before.kind in BOUNDARIES


def stands_free(tokens, index):
    """«부산, …», «부산 세계 8위»: not an attribute of the next word, as in «런던 소재»."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or tokens[index].ending:
        return True
    return after.kind not in (Kind.OPEN, Kind.DOT) and after.kind in (
        *BOUNDARIES, Kind.RANK, Kind.NAME, Kind.WHEN, Kind.NOW, Kind.UNNAMED, *SCOPES,
    )  # fmt: skip


def is_measure_topic(tokens, index):
    token = tokens[index]
    if token.is_lower:
        return False
    if not is_hangul(token.text[0]):
        return opens_in_english(tokens, index)
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.ending in ("은", "는", "이", "가", "도", *LOCATIVE):
        return True
    is_field = after is not None and after.kind is Kind.FIELD
    if is_field and token.ending in ("", "의"):
        return after.text.endswith(("은", "는", "이", "가", "도", "별로", *LOCATIVE))
    return not token.ending and after is not None and after.kind in (Kind.EACH, Kind.ALIKE)


def opens_in_english(tokens, index):
    place = index - 1
    while place >= 0 and tokens[place].kind in (Kind.ARTICLE, Kind.FIELD):
        place -= 1
    before = tokens[place] if place >= 0 else None
    return opens(before) or before.kind in (Kind.IN, Kind.VERB) or before.ending != ""
