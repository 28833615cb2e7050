"""Which ranks belong together: a move from one to another, several in a row, one alone."""

from dataclasses import dataclass, field

from .doubts import is_denied
from .lexicon import AGAIN, Kind
from .yardsticks import origins

REACH = 10  # tokens between two ranks of one move
CAME_FROM = ("에서", "에서부터", "보다", "보다는", "보다도", "였다가", "이었다가")
SEPARATORS = (Kind.COMMA, Kind.DOT, Kind.AND)
JOINING = ("와", "과", "이랑", "랑", "하고")
ENDS = (Kind.STOP, Kind.CLAUSE, Kind.PARAGRAPH, Kind.MARK)
# Between a rank that is denied and another: what is said of the one is not said of the other.
APART = (
    Kind.NAME, Kind.WHEN, Kind.UNNAMED, Kind.NOW, Kind.HALF_YEAR, Kind.REGION, Kind.COUNTRY,
    Kind.WORLD, Kind.OPEN, Kind.CLOSE, Kind.STOP, Kind.PARAGRAPH, Kind.MARK, Kind.LINE,
    Kind.AND,
)  # fmt: skip


@dataclass
class Unit:
    """`ranks` are indexes of tokens, more than one where names stand elsewhere in their order."""

    ranks: list
    previous: int | None = None
    moved: int | None = None
    first: int = field(init=False)
    last: int = field(init=False)

    def __post_init__(self):
        every = [*self.ranks, *([] if self.previous is None else [self.previous])]
        self.first, self.last = min(every), max(every)


def units(tokens):
    """The units of a sentence in their order. A rank is in one, or was only compared or denied."""
    ranks = [
        index
        for index, token in enumerate(tokens)
        if token.kind is Kind.RANK and not is_denied(tokens, index)
    ]
    came_from = {
        rank: origin
        for rank, origin in origins(tokens, ranks).items()
        if not named_time(tokens, origin)
    }
    left = set(came_from.values())
    ranks = [index for index in ranks if index not in left]
    done, place = [], 0
    while place < len(ranks):
        unit, taken = unit_at(tokens, ranks, place)
        place += taken
        if unit:
            unit.previous = came_from.get(unit.last, unit.previous)
            unit.first = beginning(tokens, unit)
            done.append(unit)
    return done


def beginning(tokens, unit):
    """Where «첨단기술 9위가 아니라 10위» begins: at the denied rank, at which the names are."""
    crossed = None
    for index in range(unit.first - 1, max(unit.first - 1 - REACH, -1), -1):
        token = tokens[index]
        if token.kind is Kind.RANK:
            is_its_own = crossed in (None, behind_measure(tokens, index))
            return index if is_its_own and is_denied(tokens, index) else unit.first
        if token.kind in APART and (crossed or not is_subject(token)):
            break
        crossed = index if token.kind in APART else crossed
    return unit.first


def unit_at(tokens, ranks, place):
    """The unit that begins with a rank, and how many ranks it takes."""
    for form in (range_of_ranks, chain, move_onward, move_back, compared, come_from, run):
        found = form(tokens, ranks, place)
        if found:
            return found
    return Unit([ranks[place]]), 1


def range_of_ranks(tokens, ranks, place):
    """«4위부터 7위까지» places nobody."""
    if not tokens[ranks[place]].ending.startswith("부터"):
        return None
    following = tokens[ranks[place + 1]] if place + 1 < len(ranks) else None
    return None, 2 if following and following.ending.startswith("까지") else 1


def chain(tokens, ranks, place):
    """«12위→8위», «12th to 8th»; of «62위→41위→27위» the editions of the earlier are not told."""
    last = place
    while last + 1 < len(ranks) and ranks[last + 1] == ranks[last] + 2:
        if tokens[ranks[last] + 1].kind not in (Kind.ARROW, Kind.TO):
            break
        last += 1
    return None if last == place else move(tokens, ranks, place, last)


def move(tokens, ranks, place, last):
    """The move that begins at `place` and goes on at least to `last`."""
    while last + 1 < len(ranks) and goes_further(tokens, ranks[last], ranks[last + 1]):
        last += 1
    unit = Unit([ranks[last]], ranks[last - 1])
    unit.first = ranks[place]
    return unit, last - place + 1


def move_onward(tokens, ranks, place):
    """«13위에서 7위로», «from 13th to 7th»."""
    first, second = ranks[place], following(ranks, place)
    if second is None or not reaches(tokens, first, second) or named_time(tokens, first):
        return None
    is_english = before(tokens, first) is Kind.FROM and before(tokens, second) is Kind.TO
    if not is_english and tokens[first].ending not in CAME_FROM:
        return None
    return move(tokens, ranks, place, place + 1)


def goes_further(tokens, one, other):
    """«from 41st to 27th, then to 22nd and 19th»."""
    if not reaches(tokens, one, other) or named_time(tokens, other):
        return False
    again = any(token.text in AGAIN for token in tokens[one + 1 : other])
    return again or adjoin(tokens, one, other)


def move_back(tokens, ranks, place):
    """«8th, up from 12th», «8위(전회 12위)», «8위로 전회(12위)보다»."""
    first, second = ranks[place], following(ranks, place)
    if second is None or named_time(tokens, second):
        return None
    if not reaches(tokens, behind_measure(tokens, first), second):
        return None
    if leaves_brackets(tokens, first, second):
        return None
    if turns_back(tokens, first, second):
        return Unit([first], second), 2
    comes_from = before(tokens, second) is Kind.FROM and before(tokens, first) is not Kind.FROM
    if comes_from and not goes_on(tokens, second, following(ranks, place + 1)):
        return Unit([first], second), 2
    if Kind.UNNAMED in kinds(tokens, first, second) and is_compared(tokens, second):
        return Unit([first], second), 2
    return None


def turns_back(tokens, first, second):
    """«8위로, 12위에서 올랐다»."""
    if tokens[first].ending != "로" or tokens[second].ending != "에서":
        return False
    after = tokens[second + 1].kind if second + 1 < len(tokens) else None
    return after in (Kind.UP, Kind.DOWN, Kind.PLACES) and adjoin(tokens, first, second)


def leaves_brackets(tokens, first, second):
    """Whether the first rank stands in brackets that end before the second."""
    between = kinds(tokens, first, second)
    return Kind.CLOSE in between and Kind.OPEN not in between


def goes_on(tokens, second, third):
    """Whether «from 12th» begins a move of its own: «9th, from 12th to 8th»."""
    return third is not None and reaches(tokens, second, third) and before(tokens, third) is Kind.TO


def behind_measure(tokens, index):
    """The index of the name in «8th in Financial Services», else of the rank itself."""
    place = index + 1
    while place < len(tokens) and tokens[place].kind in (Kind.IN, Kind.ARTICLE):
        place += 1
    is_name = place < len(tokens) and place > index + 1 and is_subject(tokens[place])
    return place if is_name else index


def compared(tokens, ranks, place):
    """«전회(12위)보다 4계단 상승한 8위»; with nothing to compare the rank says nothing."""
    first, second = ranks[place], following(ranks, place)
    if named_time(tokens, first) or not is_compared(tokens, first):
        return None
    if before(tokens, first) is Kind.OPEN and not has_unnamed_time(tokens, first):
        return None
    if second is not None and reaches(tokens, first, second):
        return Unit([second], first), 2
    return None, 1


def come_from(tokens, ranks, place):
    """«Up four places from 12th, Busan is now 8th»: names may stand between the two."""
    first, second = ranks[place], following(ranks, place)
    if before(tokens, first) is not Kind.FROM or named_time(tokens, first):
        return None
    if second is None or second - first > REACH:
        return None, 1
    if {Kind.STOP, Kind.CLOSE} & set(kinds(tokens, first, second)):
        return None, 1
    unit = Unit([second], first)
    unit.first = second
    return unit, 2


def run(tokens, ranks, place):
    """«12위, 6위, 7위» without names between them."""
    last = place
    while last + 1 < len(ranks) and adjoin(tokens, ranks[last], ranks[last + 1]):
        last += 1
    if last == place:
        return None
    return Unit(ranks[place : last + 1]), last - place + 1


def adjoin(tokens, one, other):
    between = kinds(tokens, one, other)
    if not between:
        return tokens[one].ending in JOINING
    return len(between) <= 2 and all(kind in SEPARATORS for kind in between)


def following(ranks, place):
    return ranks[place + 1] if place + 1 < len(ranks) else None


def kinds(tokens, one, other):
    return [token.kind for token in tokens[one + 1 : other]]


def before(tokens, index):
    """The kind of the token before, past an article."""
    index -= 1
    while index >= 0 and tokens[index].kind is Kind.ARTICLE:
        index -= 1
    return tokens[index].kind if index >= 0 else None


def reaches(tokens, one, other):
    """Whether two ranks are close, with no name and no end of a clause between them."""
    if other - one > REACH:
        return False
    between = tokens[one + 1 : other]
    return not any(token.kind in ENDS or is_subject(token) for token in between)


def is_subject(token):
    return token.kind is Kind.NAME and bool(token.value.cities or token.value.measures)


def named_time(tokens, index):
    """Whether an edition or a date stands directly at the rank, so that it can be placed."""
    left, right = tokens[max(index - 2, 0) : index], tokens[index + 1 : index + 4]
    while left and left[-1].kind in (Kind.OPEN, Kind.COLON):
        left.pop()
    if left and left[-1].kind is Kind.WHEN and not left[-1].is_used:
        return True
    return [token.kind for token in right[:2]] in (
        [Kind.OPEN, Kind.WHEN],
        [Kind.IN, Kind.WHEN],
    ) or [token.kind for token in right] == [Kind.IN, Kind.ARTICLE, Kind.WHEN]


def has_unnamed_time(tokens, index):
    return Kind.UNNAMED in [token.kind for token in tokens[max(index - 3, 0) : index]]


def is_compared(tokens, index):
    """Whether what follows a rank says that it is compared with another, or it stands enclosed."""
    rank = tokens[index]
    if rank.ending in CAME_FROM or rank.ending in ("대비",):
        return True
    after = index + 1
    if after < len(tokens) and tokens[after].kind is Kind.CLOSE:
        if has_unnamed_time(tokens, index) and before(tokens, index) is not Kind.OPEN:
            return True
        if tokens[after].ending in CAME_FROM:
            return True
        after += 1
    return after < len(tokens) and tokens[after].kind is Kind.THAN
