"""What the notation refers to, in place of the files and tables of a real site."""

from types import SimpleNamespace

from django.utils.html import format_html

MISSING = 99


def image(number):
    if number == MISSING:
        return None
    picture = SimpleNamespace(src=f"/media/{number}.webp", width=1200, height=800)
    if number == 12:
        picture.sources = [("image/avif", "/media/12-600.avif 600w, /media/12-900.avif 900w")]
        picture.sizes = "(min-width: 900px) 884px, 100vw"
    return picture


def embed(embed):
    if embed.kind == "unknown":
        return None
    return format_html("<p>{} {}</p>", embed.kind, embed.argument)
