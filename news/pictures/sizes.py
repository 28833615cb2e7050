"""The smaller files of an uploaded picture: kept beside it and noted in its row.

`image.sizes` maps formats to widths, such as {"avif": [480, 960]}. It is empty when the picture
is best left as it is, and None when nobody could convert it yet.
"""

import logging
from collections import defaultdict
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.urls import reverse

from ..files import PILLOW_ERRORS
from .conversion import FORMATS, conversions

logger = logging.getLogger(__name__)

# How wide a picture stands on a page: the column of text, or a phone without its margins.
SHOWN_AT = "(min-width: 816px) 782px, calc(100vw - 34px)"
TOKEN_LENGTH = 8


def make_sizes(image):
    """Write the smaller files of the stored picture, and note them in `image` without saving."""
    storage, sizes = image.file.storage, defaultdict(list)
    try:
        with storage.open(image.file.name) as stored:
            made = conversions(stored)
    except PILLOW_ERRORS:
        logger.exception("The picture %s could not be converted", image.file.name)
        image.sizes = None
        return
    for file_format, width, content in made:
        name = size_name(image, file_format, width)
        # Of an interrupted attempt; the storage would choose another name.
        storage.delete(name)
        storage.save(name, ContentFile(content))
        sizes[file_format].append(width)
    image.sizes = dict(sizes)


def size_name(image, file_format, width):
    """«images/1f….jpg» → «images/1f…-960.avif»."""
    return f"{PurePath(image.file.name).with_suffix('')}-{width}.{file_format}"


def size_file(image, file_format, width):
    """The stored file of that size, or None if there is none."""
    if width not in (image.sizes or {}).get(file_format, ()):
        return None
    return FieldFile(image, image.file.field, size_name(image, file_format, width))


def token(image):
    """Part of the addresses of all sizes: another upload gets other addresses."""
    return PurePath(image.file.name).stem[:TOKEN_LENGTH]


def sources(image):
    """(type, srcset) for each format, the one of the smallest files first."""
    sizes = image.sizes or {}
    return [
        (f"image/{file_format}", srcset(image, file_format, sizes[file_format]))
        for file_format in FORMATS
        if file_format in sizes
    ]


def srcset(image, file_format, widths):
    return ", ".join(f"{address(image, file_format, width)} {width}w" for width in widths)


def address(image, file_format, width):
    return reverse("image-size", args=[image.pk, token(image), width, file_format])


def stored_names(image):
    """The names of all files of the picture, its own first."""
    sizes = (image.sizes or {}).items()
    return [
        image.file.name,
        *(size_name(image, each, width) for each, widths in sizes for width in widths),
    ]


def delete_files(image):
    """Delete all files of the picture as soon as nothing refers to them for sure."""
    storage, names = image.file.storage, stored_names(image)

    def delete():
        for name in names:
            storage.delete(name)

    transaction.on_commit(delete)


def forget_files(sender, instance, **kwargs):
    """Receives the signal that a picture was deleted, alone or with its article."""
    delete_files(instance)
