"""Live content inside article bodies: which kinds there are is told by other parts of the site."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .press_release.problems import Problem


class Content(Protocol):
    """Live content in the active language; `corrected_at` is when it last had to be corrected.

    `title` and `address` are those of the page that it is taken from. `picture` is the path of a
    chart as a picture, for where drawings cannot be shown, or empty.
    """

    html: SafeString
    corrected_at: datetime | None
    title: str
    address: str
    picture: str


@dataclass(frozen=True)
class Provider:
    """A part of the site that has content to embed.

    `check` takes a kind and an argument and returns what is wrong, for the editor, or None.

    `render` takes the (kind, argument) pairs of one body, repeated ones too, and returns for each
    a Content, or None when there is nothing to show. All ids in the HTML differ.
    """

    check: Callable[[str, str], str | None]
    render: Callable[[list[tuple[str, str]]], list[Content | None]]


PROVIDERS: dict[str, Provider] = {}


def register(kinds: Iterable[str], check, render):
    PROVIDERS.update(dict.fromkeys(kinds, Provider(check, render)))


def render(document):
    """The Content of the embeds of a parsed body, {embed: Content}; None or nothing if missing."""
    return render_together(document.embeds)


def render_together(embeds):
    """Those of one provider are rendered at once, so that it can load together what they show."""
    own = defaultdict(list)
    for embed in embeds:
        if embed.kind in PROVIDERS:
            own[PROVIDERS[embed.kind]].append(embed)
    rendered = {}
    for provider, same in own.items():
        contents = provider.render([(embed.kind, embed.argument) for embed in same])
        rendered.update(zip(same, contents, strict=True))
    return rendered


def problems(document):
    """What editors must correct in the embeds of a parsed body, with line numbers."""
    checked = ((embed, sentence_about(embed)) for embed in document.embeds)
    return [Problem(embed.line, "embed", sentence) for embed, sentence in checked if sentence]


def sentence_about(embed):
    if embed.kind in PROVIDERS:
        return PROVIDERS[embed.kind].check(embed.kind, embed.argument)
    return _("[[%(kind)s:…]] is not known. These can be embedded: %(known)s.") % {
        "kind": embed.kind,
        "known": ", ".join(sorted(PROVIDERS)),
    }
