"""Ranks that are none: denied ones, aims, and those of ports, companies and teams."""

from itertools import takewhile

from .lexicon import AFTER_KOREAN_RANK, DENIALS, OTHER_CITIES, PAST, Kind, is_hangul

REACH = 10
STOPS = (Kind.RANK, Kind.STOP, Kind.CLAUSE, Kind.LINE, Kind.PARAGRAPH, Kind.MARK, Kind.COMMA)
ATTRIBUTIVE = ("", "의", "인")
DENIED = ("", "가", "는", "도")  # not «9위만이 아니라», which is one
DENYING = ("아니", "아닌", "아님", "아닙", "아녔", "대신")
# What may stand between «not» and the rank: «not ranked 9th», «did not fall to the 9th place».
BETWEEN = (Kind.VERB, Kind.FIELD, Kind.IN, Kind.TO, Kind.ARTICLE, Kind.UP, Kind.DOWN)

# Between a rank and «not»: «10th, not 9th», «10th (not 9th)», «10th and not 9th».
BEFORE_DENIAL = (Kind.COMMA, Kind.OPEN, Kind.AND)
ENDS = (Kind.STOP, Kind.CLAUSE, Kind.LINE, Kind.PARAGRAPH, Kind.MARK, Kind.COMMA, Kind.AND)


def is_denied(tokens, index):
    """«9위가 아니라 …», «not 9th but …»: a rank that a sentence names to say that it is wrong."""
    rank, after = tokens[index], tokens[index + 1] if index + 1 < len(tokens) else None
    if after and after.text.startswith(DENYING) and rank.ending in DENIED:
        return True
    place = index - 1
    while place > max(index - REACH, 0) and tokens[place].kind in BETWEEN:
        place -= 1
    return place >= 0 and denies(tokens[place])


def behind_denied(tokens, last):
    """The index behind which «10th, not 9th, in Technology» goes on; else `last` itself."""
    denial = passed(tokens, last + 1, BEFORE_DENIAL)
    if denial == len(tokens) or not denies(tokens[denial]):
        return last
    rank = passed(tokens, denial + 1, BETWEEN)
    if rank == len(tokens) or tokens[rank].kind not in (Kind.RANK, Kind.BOUND):
        return last
    end = passed(tokens, rank + 1, (Kind.COMMA, Kind.CLOSE)) - 1
    return last if leads_to_figure(tokens, end + 1) else end


def passed(tokens, start, kinds):
    """The index behind the tokens of these kinds that stand at `start`."""
    end = start
    while end < min(start + REACH, len(tokens)) and tokens[end].kind in kinds:
        end += 1
    return min(end, len(tokens))


def leads_to_figure(tokens, start):
    """«…, in Technology 11th»: what stands here belongs to another rank."""
    ahead = takewhile(lambda token: token.kind not in ENDS, tokens[start : start + REACH])
    return any(token.kind in (Kind.RANK, Kind.PLACES) for token in ahead)


def denies(token):
    return token.text.lower().partition(" ")[0] in DENIALS


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
