"""Ranks that are none of the ranking: aims, and those of ports, companies and teams."""

from .lexicon import AFTER_KOREAN_RANK, OTHER_CITIES, PAST, Kind, is_hangul

REACH = 10
STOPS = (Kind.RANK, Kind.STOP, Kind.CLAUSE, Kind.LINE, Kind.PARAGRAPH, Kind.MARK, Kind.COMMA)
ATTRIBUTIVE = ("", "의", "인")


def is_planned(tokens, index):
    """Whether a rank is aimed at: what says so follows it in Korean and precedes it in English."""
    return plans_ahead(tokens, index) or planned_before(tokens, index)


def plans_ahead(tokens, index):
    if PAST & set(tokens[index].ending):
        return False
    for token in tokens[index + 1 : index + 1 + REACH]:
        if "겠" in token.text:
            return True
        if token.kind in STOPS or token.kind is Kind.DONE or PAST & set(token.text):
            return False
        if token.kind is Kind.PLAN:
            return not token.text.isascii() or token.text.lower().startswith("by")
    return False


def planned_before(tokens, index):
    for place in range(index - 1, max(index - 1 - REACH, -1), -1):
        token = tokens[place]
        if token.kind in STOPS:
            return False
        if token.kind is Kind.PLAN:
            return token.text.isascii() or token.text.endswith("까지") or index - place <= 2
    return False


def follows_holder(tokens, index):
    """«세계 2위 항만»: the rank of what is named next."""
    after = noun_after(tokens, index)
    if after is None:
        return False
    return after.kind in (Kind.THING, Kind.HOLDER) or after.text in OTHER_CITIES


def follows_noun(tokens, index):
    after = noun_after(tokens, index)
    return (
        after is not None
        and after.kind is Kind.WORD
        and not after.text.startswith(AFTER_KOREAN_RANK)
    )


def noun_after(tokens, index):
    rank = tokens[index]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or not rank.text.endswith("위") or rank.ending not in ATTRIBUTIVE:
        return None
    return after if is_hangul(after.text[0]) else None
