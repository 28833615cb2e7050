"""What a table states of the previous edition and of moves, held against what is stored."""

from django.utils.translation import gettext as _

from ..cells import read_rank
from ..sheet import Kind
from .figures import read_figure, read_move
from .proposed import Finding


def compare_stated(record, row, sheet, proposal):
    """Note what the record says of the previous edition, and warn of what does not agree."""
    for entry in record.previous:
        reading = read_figure(entry.text, sheet.column[entry.key].kind)
        if reading.spelling:
            cell = row.city, entry.key
            proposal.stated_previous[cell] = reading.spelling, record.line
            warn_of_previous(cell, reading.spelling, record, sheet, proposal)
    for entry in record.moves:
        move = read_move(entry.text)
        if move is not None:
            warn_of_move((row.city, entry.key), move, entry.text, record, sheet, proposal)


def warn_of_previous(cell, stated, record, sheet, proposal):
    """Tie marks are not compared: many publishers print none for past editions."""
    stored = sheet.previous.get(cell, "")
    if not stored or stated.lstrip("=") == stored.lstrip("="):
        return
    sentence = _(
        "%(cell)s: the table says %(stated)s for the previous edition, but %(stored)s is stored."
    ) % {"cell": sheet.name(cell), "stated": stated, "stored": stored}
    proposal.warnings.append(Finding(sentence, record.line, cell))


def warn_of_move(cell, move, text, record, sheet, proposal):
    before = exact_rank(sheet.previous.get(cell, ""), sheet.column[cell[1]])
    after = exact_rank(proposal.entered.get(cell, ""), sheet.column[cell[1]])
    if before is None or after is None:
        return
    has_direction = move.is_up is not None and move.places
    agrees = abs(before - after) == move.places
    if agrees and (not has_direction or move.is_up == (after < before)):
        return
    sentence = _(
        "%(cell)s: the table says “%(text)s” of the move, but it is from %(before)d to %(after)d."
    ) % {"cell": sheet.name(cell), "text": text[:40], "before": before, "after": after}
    proposal.warnings.append(Finding(sentence, record.line, cell))


def exact_rank(text, column):
    rank = None if column.kind is Kind.RATING else read_rank(text)
    return rank.number if rank and rank.last is None else None
