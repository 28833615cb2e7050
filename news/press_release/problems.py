from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MESSAGES = {
    "bidi": _("Invisible characters that reverse the order of the text were removed."),
    "character": _("A character that cannot be shown was replaced. Type it again."),
    "mark-unknown": _(
        "This line begins with a mark that is not part of the notation and was kept as written."
        " Use □, ○ or - for points."
    ),
    "mark-empty": _(
        "There is no text after this mark. Write the text on the same line or remove the mark."
    ),
    "too-deep": _("Points go three levels deep at most. This one was placed on the third level."),
    "label-order": _(
        "This label does not follow the one before it, so the line was read as ordinary text."
    ),
    "footnote-unmarked": _(
        "No text above carries this mark, so the line was placed as a note."
        " Write the mark directly after the word that it explains."
    ),
    "table-header": _("The second line of a table should be a row like |---|---|."),
    "table-caption": _("Write a caption for the table on the line above it: «Table: …»."),
    "table-rows": _("The table has no rows below its header."),
    "table-ragged": _("This row does not have as many cells as the header."),
    "figure": _('Write a figure on a line of its own: ![description](image:12 "caption").'),
    "figure-number": _(
        "The number of the picture is missing."
        ' Write it after “image:”, as in ![description](image:12 "caption").'
    ),
    "embed": _("Write an embed on a line of its own: [[kind:argument]]."),
    "embed-argument": _(
        "What to embed is missing. Write it after a colon, as in [[ranking:sci/12]]."
    ),
    "brackets": _(
        "Double square brackets are for live content such as [[ranking:sci/12]]."
        " These were kept as written."
    ),
    "link": _("A link could not be read. Its address must begin with https:// or /."),
    "too-complex": _(
        "The paragraph has too many asterisks or brackets and was kept as plain text. Divide it."
    ),
}

# Lines that were meant for the machine, and that readers would get to see.
SHOWN_AS_CODE = frozenset({"figure", "figure-number", "embed", "embed-argument"})


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be placed as written; ``line`` counts from 1."""

    line: int
    code: str
    message: str | Promise

    @property
    def is_shown_as_code(self) -> bool:
        return self.code in SHOWN_AS_CODE


def problem(line: int, code: str) -> Problem:
    return Problem(line, code, MESSAGES[code])
