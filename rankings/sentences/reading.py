"""Reads the figures of a ranking out of sentences in Korean and English."""

from collections.abc import Hashable
from dataclasses import dataclass

from .answers import frames, names_anything
from .clauses import depth, joined, sentences
from .common_words import told_apart
from .figures import Figures, Place
from .lexicon import Kind
from .moves import give_places, sign_moves
from .outline import Outline
from .suggestions import Suggestion
from .surroundings import follows_in
from .times import settle_times
from .tokens import scan
from .topics import Topics, is_compared, is_frame, note
from .units import units
from .vocabulary import Vocabulary
from .writing import traceable


@dataclass(frozen=True)
class Context:
    """What a text is about where it does not say so itself: a city, the number of an edition."""

    city: Hashable | None = None
    edition: int | None = None


NOTHING_KNOWN = Context()


def read(text: str, vocabulary: Vocabulary, about: Context = NOTHING_KNOWN) -> list[Suggestion]:
    """The suggestions in `text`, in their order.

    Paragraphs, which an empty line separates, are read each for itself. Any text is read in a
    time that grows with its length.
    """
    plain, offsets = traceable(text)
    figures = Figures(plain, vocabulary, about, offsets)
    outline = Outline()
    for sentence in sentences(joined(told_apart(scan(plain, vocabulary)))):
        if sentence[0].kind is Kind.PARAGRAPH:
            outline = Outline()
        read_sentence(sentence, outline.enter(depth(sentence)), figures)
    return figures.suggestions


def read_sentence(tokens, paragraph, figures):
    sign_moves(tokens)
    paragraph.names_anything = paragraph.names_anything or names_anything(tokens)
    ignore_reports(tokens, figures.vocabulary)
    settle_times(tokens, figures.vocabulary.editions.get(figures.about.edition))
    beginning = {unit.first: unit for unit in units(tokens)}
    give_places(tokens, beginning.values())
    place = Place(tokens, Topics(), paragraph)
    index = 0
    while index < len(tokens):
        unit = beginning.get(index)
        if unit:
            figures.read_unit(place, unit)
            index = unit.last
        elif tokens[index].kind is Kind.PLACES and not tokens[index].is_used:
            figures.read_places(place, index)
        else:
            leave_or_return(tokens[index], paragraph)
            note(place.topics, tokens, index)
        if ends_clause(tokens[index]):
            place.topics.end_clause()
        index += 1
    remember(tokens, place.topics, paragraph)


def ignore_reports(tokens, vocabulary):
    for token in tokens:
        if token.kind is Kind.WHEN and not frames(token, vocabulary):
            token.kind = Kind.NUMBER


def leave_or_return(token, paragraph):
    """«GFCI에서는 24위»: the figures of another ranking are not those that are asked for."""
    if token.kind is Kind.NAME and (token.value.is_ranking or token.value.is_other_ranking):
        paragraph.is_foreign = not token.value.is_ranking
    elif token.kind is Kind.WHEN and token.names_ranking:
        paragraph.is_foreign = False


def ends_clause(token):
    return token.kind is Kind.RANK and token.ending.endswith(("며", "고", "으나", "지만", "는데"))


def remember(tokens, topics, paragraph):
    """What the next sentence may leave unsaid: the city, and the one edition that was named."""
    if len(topics.cities) == 1:
        paragraph.cities = topics.cities
    times = [index for index, token in enumerate(tokens) if token.kind is Kind.WHEN]
    if topics.is_now or len(times) > 1:
        paragraph.when = None
    elif times:
        when = tokens[times[0]]
        sets_frame = not when.is_used or is_frame(when) or follows_in(tokens, times[0])
        paragraph.when = when if sets_frame and not is_compared(tokens, times[0]) else None
