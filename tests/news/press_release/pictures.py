"""What the notation refers to, in place of the files and tables of a real site."""

from types import SimpleNamespace

from django.utils.html import format_html

MISSING = 99


def image(number):
    if number == MISSING:
        return None
    srcset = f"/media/{number}-600.webp 600w" if number == 12 else ""
    return SimpleNamespace(src=f"/media/{number}.webp", width=1200, height=800, srcset=srcset)


def embed(kind, argument):
    return None if kind == "unknown" else format_html("<p>{} {}</p>", kind, argument)
