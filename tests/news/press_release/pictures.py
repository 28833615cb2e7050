"""What the notation refers to, in place of the files and tables of a real site."""

from types import SimpleNamespace

from django.utils.html import format_html

MISSING = 99


def image(number):
    if number == MISSING:
        return None
    srcset = f"/media/{number}-600.webp 600w" if number == 12 else ""
    return SimpleNamespace(src=f"/media/{number}.webp", width=1200, height=800, srcset=srcset)


def embed(embed):
    if embed.kind == "unknown":
        return None
    return format_html("<p>{} {}</p>", embed.kind, embed.argument)
