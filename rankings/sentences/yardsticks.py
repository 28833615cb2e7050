"""Ranks in brackets that another is compared with: «behind Oslo (4th)», «오슬로(4위)보다»."""

from itertools import pairwise

from .lexicon import COMPARING, Kind

FAR = 20  # tokens between a rank and the last of those that it is compared with
REACH = 5  # tokens between a word that compares and the brackets
APART = (
    Kind.RANK, Kind.OPEN, Kind.CLOSE, Kind.COMMA, Kind.STOP, Kind.CLAUSE, Kind.MARK, Kind.LINE,
    Kind.PARAGRAPH,
)  # fmt: skip
LESS_THAN = ("보다", "보다는", "보다도")
# The particles before «이어», «다음», «비해», «제치고», and those before «밀려».
BEFORE_COMPARISON = ("", "에", "와", "과", "을", "를", "의")
BEFORE_FALL = ("에", "에게")
BEHIND = ("behind", "below", "after", "following", "trailing", "trails")
ENDS = (Kind.STOP, Kind.CLAUSE, Kind.MARK, Kind.LINE, Kind.PARAGRAPH)
SIGNS = {Kind.UP: 1, Kind.DOWN: -1}
BEFORE_ORIGIN = (*SIGNS, Kind.COMMA, Kind.PLACES, Kind.FROM, Kind.ARTICLE)


def is_yardstick(tokens, first, last):
    """Whether the ranks from `first` to `last` stand in brackets and something is compared with
    the name before them.
    """
    if first == 0 or tokens[first - 1].kind is not Kind.OPEN:
        return False
    return precedes_comparison(tokens, last) or bool(word_comparing(tokens, first - 1))


def precedes_comparison(tokens, last):
    """«(4위)보다 낮은», «(4위)에 이어»."""
    if last + 1 >= len(tokens) or tokens[last + 1].kind is not Kind.CLOSE:
        return False
    ending = tokens[last + 1].ending
    if ending in LESS_THAN:
        return True
    if last + 2 >= len(tokens) or tokens[last + 2].text.isascii():
        return False
    after = tokens[last + 2].kind
    is_compared = ending in BEFORE_COMPARISON and after in (Kind.THAN, Kind.BEHIND)
    return is_compared or (ending in BEFORE_FALL and after is Kind.DOWN)


def word_comparing(tokens, opening):
    """The first word of «behind Oslo (», «ahead of its neighbour (», or nothing."""
    for index in range(opening - 1, max(opening - 1 - REACH, -1), -1):
        if tokens[index].kind in APART:
            return ""
        word = tokens[index].text.lower().partition(" ")[0]
        if word in COMPARING:
            return word
    return ""


def is_enclosed(tokens, index):
    return index > 0 and tokens[index - 1].kind is Kind.OPEN


def is_aside(tokens, index):
    """Whether a rank is enclosed, or the one that another came from."""
    return index > 0 and tokens[index - 1].kind in (Kind.OPEN, Kind.FROM)


def compared_rank(tokens, index):
    """The index of the rank that stands before the brackets around `index`, None if none does."""
    for place in range(index - 1, max(index - 1 - FAR, -1), -1):
        if tokens[place].kind in ENDS:
            return None
        if tokens[place].kind is Kind.RANK and not is_aside(tokens, place):
            return place
    return None


def is_beyond_region(tokens, index):
    """«2nd in Asia behind Singapore (5th)»: a fifth is not before a second in one region."""
    if not is_enclosed(tokens, index) or word_comparing(tokens, index - 1) not in BEHIND:
        return False
    compared = compared_rank(tokens, index)
    return compared is not None and tokens[compared].value.number <= tokens[index].value.number


def origins(tokens, ranks):
    """Per rank the one that it comes from: «2nd, behind X (5th), up from 3rd», or, where no rank
    stands before the brackets, «X (5th), up from 7th».
    """
    found = {}
    for enclosed, origin in pairwise(ranks):
        sign = direction_back(tokens, enclosed, origin)
        if not sign:
            continue
        rank = compared_rank(tokens, enclosed)
        is_clear = rank is None or is_compared_with_one(tokens, rank, enclosed)
        rank = enclosed if rank is None else rank
        if is_clear and sign * (tokens[origin].value.number - tokens[rank].value.number) > 0:
            found[rank] = origin
    return found


def direction_back(tokens, enclosed, origin):
    """1 for «(5th), up from 3rd», -1 for «(5th), down one place from 3rd», else 0."""
    between = tokens[enclosed + 1 : min(origin, enclosed + 1 + FAR)]
    if not between or between[0].kind is not Kind.CLOSE or tokens[origin - 1].kind is not Kind.FROM:
        return 0
    if any(token.kind not in BEFORE_ORIGIN for token in between[1:]):
        return 0
    return next((SIGNS[token.kind] for token in between if token.kind in SIGNS), 0)


def is_compared_with_one(tokens, rank, enclosed):
    """Whether a comparison opens the brackets behind a rank, and no other city comes before it."""
    opening = next(index for index in range(rank + 1, enclosed) if tokens[index].kind is Kind.OPEN)
    cities = [token for token in tokens[rank:opening] if names_city(token)]
    return len(cities) <= 1 and bool(word_comparing(tokens, opening))


def names_city(token):
    return token.kind is Kind.NAME and bool(token.value.cities)
