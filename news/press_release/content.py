"""The text of one paragraph or point → its nodes."""

from .inline import InlineReader
from .runs import Kind, Piece, divide
from .tree import Aside, Content, Phrase, Run, Steps


def read_content(text: str, line: int, reader: InlineReader) -> Content:
    content: Content = []
    for piece in divide(text, reader.bold_spans(text)):
        _add(content, piece, line, reader)
    return content


def _add(content: Content, piece: Piece, line: int, reader: InlineReader) -> None:
    texts = [reader.read(text, line) for text in piece.texts]
    match piece.kind:
        case Kind.PHRASE:
            content.append(Phrase(texts[0]))
        case Kind.RUN:
            content.append(Run(texts))
        case Kind.STEPS:
            content.append(Steps(texts))
        case Kind.NOTE:
            content.append(Aside(texts[0]))
