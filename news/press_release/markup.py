"""The only place where HTML is put together: everything that is not markup already is escaped."""

from collections.abc import Iterable

from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

VOID = frozenset({"img", "source"})


def element(
    name: str, attributes: dict[str, object], *content: object, separator: str = ""
) -> SafeString:
    """``name`` and the keys of ``attributes`` come from the code, never from a text.

    An attribute whose value is None is left out.
    """
    written = "".join(
        f' {key}="{escape(value)}"' for key, value in attributes.items() if value is not None
    )
    if name in VOID:
        return mark_safe(f"<{name}{written}>")
    return mark_safe(f"<{name}{written}>{joined(content, separator)}</{name}>")


def joined(parts: Iterable[object], separator: str = "") -> SafeString:
    return mark_safe(separator.join(map(conditional_escape, parts)))
