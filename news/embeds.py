"""Live content inside article bodies: which kinds there are is told by other parts of the site."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .press_release.problems import Problem


@dataclass(frozen=True)
class Kind:
    """`check` returns what is wrong with an argument, for the editor, or None.

    `render` returns HTML in the active language, or None when there is nothing to show.
    """

    check: Callable[[str], str | None]
    render: Callable[[str], SafeString | None]


KINDS: dict[str, Kind] = {}


def register(kind, check, render):
    KINDS[kind] = Kind(check, render)


def render(kind, argument):
    """The HTML of one embed, or None when it is unknown or has nothing to show."""
    return KINDS[kind].render(argument) if kind in KINDS else None


def problems(document):
    """What editors must correct in the embeds of a parsed body, with line numbers."""
    checked = ((embed, sentence_about(embed)) for embed in document.embeds)
    return [Problem(embed.line, "embed", sentence) for embed, sentence in checked if sentence]


def sentence_about(embed):
    if embed.kind in KINDS:
        return KINDS[embed.kind].check(embed.argument)
    return _("[[%(kind)s:…]] is not known. These can be embedded: %(known)s.") % {
        "kind": embed.kind,
        "known": ", ".join(sorted(KINDS)),
    }
