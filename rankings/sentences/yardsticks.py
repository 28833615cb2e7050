"""Ranks in brackets that another is compared with: «behind Oslo (4th)», «오슬로(4위)보다»."""

from .lexicon import COMPARING, Kind

REACH = 5  # tokens between a word that compares and the brackets
APART = (
    Kind.RANK, Kind.OPEN, Kind.CLOSE, Kind.COMMA, Kind.STOP, Kind.CLAUSE, Kind.MARK, Kind.LINE,
    Kind.PARAGRAPH,
)  # fmt: skip
LESS_THAN = ("보다", "보다는", "보다도")
# The particles before «이어», «다음», «비해», «제치고», and those before «밀려».
BEFORE_COMPARISON = ("", "에", "와", "과", "을", "를", "의")
BEFORE_FALL = ("에", "에게")


def is_yardstick(tokens, first, last):
    """Whether the ranks from `first` to `last` stand in brackets and something is compared with
    the name before them.
    """
    if first == 0 or tokens[first - 1].kind is not Kind.OPEN:
        return False
    return precedes_comparison(tokens, last) or follows_comparison(tokens, first - 1)


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


def follows_comparison(tokens, opening):
    """«behind Oslo (», «ahead of its neighbour (»."""
    for index in range(opening - 1, max(opening - 1 - REACH, -1), -1):
        if tokens[index].kind in APART:
            return False
        if tokens[index].text.lower().partition(" ")[0] in COMPARING:
            return True
    return False
