"""Words → SVG → PNG, once for each state of them."""

import logging
from base64 import b64encode
from hashlib import sha256
from io import BytesIO

import resvg_py
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from PIL import Image, ImageOps

from news.files import PILLOW_ERRORS

from .layout import HEIGHT, PANEL_WIDTH, Card
from .typefaces import FILES

logger = logging.getLogger(__name__)

# Raised when cards of the same words begin to look otherwise.
FORM = 1
KEPT_FOR = 7 * 24 * 3600
# A photograph in true colours makes half a megabyte of PNG.
COLOURS = 256


def digest(words):
    """Tells apart cards that look different."""
    return sha256(repr((FORM, words)).encode()).hexdigest()[:16]


def png(words):
    """(the card as PNG, whether it is whole); kept when it is, as it costs more than any page.

    A card lacks its picture when that cannot be read; the next attempt may succeed.
    """
    key = f"card-{digest(words)}"
    if kept := cache.get(key):
        return kept, True
    picture = panel(words.picture)
    content, is_whole = drawn(words, picture), bool(picture or not words.picture)
    if is_whole:
        cache.set(key, content, KEPT_FOR)
    return content, is_whole


def drawn(words, picture=""):
    """`picture` is a data address."""
    svg = render_to_string("portal/cards/card.svg", {"card": Card(words, picture)})
    content = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=FILES)
    with Image.open(BytesIO(content)) as card:
        return packed(card.convert("RGB"))


def packed(card):
    content = BytesIO()
    card.quantize(COLOURS).save(content, "PNG", optimize=True)
    return content.getvalue()


def panel(name):
    """The stored picture `name` cut to the panel, as a data address; "" if there is none."""
    if not name:
        return ""
    try:
        with default_storage.open(name) as stored, Image.open(stored) as picture:
            return data_address(flat(picture))
    except PILLOW_ERRORS:
        logger.exception("The picture %s cannot be drawn on a card", name)
        return ""


def flat(picture):
    """The picture in the size of the panel, on white where it is transparent."""
    cut = ImageOps.fit(picture.convert("RGBA"), (PANEL_WIDTH, HEIGHT))
    ground = Image.new("RGBA", cut.size, "white")
    return Image.alpha_composite(ground, cut).convert("RGB")


def data_address(picture):
    content = BytesIO()
    picture.save(content, "JPEG", quality=92)
    return f"data:image/jpeg;base64,{b64encode(content.getvalue()).decode()}"
