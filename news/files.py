"""Uploaded files: where they are kept, which are accepted, and how they are made safe.

What an upload is, is read from its content. It is kept under a name that nobody outside chose;
the name it came with is only shown, after cleaning.
"""

import re
import secrets
import struct
import unicodedata
from io import BytesIO
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from PIL import Image as Pillow
from PIL import ImageOps

from .file_types import ATTACHMENTS, PICTURES

# Across all frames: a picture that unpacks to more would fill the memory of a small server.
MAX_PIXELS = 50_000_000
# Longest side of a picture on a page, in pixels; larger ones are scaled down when they are kept.
MAX_SIDE = 2400
MAX_NAME_BYTES = 255

# What cameras and programs write into pictures besides the picture: place, time, owner, serials.
METADATA = ("exif", "xmp", "comment", "photoshop", "mp")

# What Pillow raises on files and metadata that are broken, as found by breaking many.
PILLOW_ERRORS = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    EOFError,
    struct.error,
    Pillow.DecompressionBombError,
    Pillow.DecompressionBombWarning,
)

PATH_SEPARATORS = re.compile(r"[/\\]")
FORBIDDEN_IN_NAMES = re.compile(r'[<>:"|?*]')
# Control and format characters (among them those that reverse the direction of writing),
# surrogates, private use, line and paragraph separators.
INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def image_path(image, filename):
    return f"images/{secrets.token_hex(16)}{extension_of(filename)}"


def attachment_path(attachment, filename):
    return f"attachments/{secrets.token_hex(16)}"


def extension_of(name):
    return PurePath(name).suffix.lower()


def safe_name(name):
    """`name` as it can be shown and saved everywhere: no folders, tricks or overlong names."""
    name = unicodedata.normalize("NFC", PATH_SEPARATORS.split(name)[-1])
    name = "".join(char for char in name if unicodedata.category(char) not in INVISIBLE)
    name = FORBIDDEN_IN_NAMES.sub("_", " ".join(name.split())).strip(". ")
    extension = PurePath(name).suffix
    stem = name.removesuffix(extension).encode()[: MAX_NAME_BYTES - len(extension.encode())]
    return (stem.decode(errors="ignore").strip() or "file") + extension


def is_kept(upload):
    """Whether the file was accepted and stored before: only new ones are looked into."""
    return getattr(upload, "_committed", False)


def validate_image(upload):
    """Refuse what is not a whole PNG, JPEG, WebP or GIF picture of reasonable size."""
    if is_kept(upload):
        return
    check_size(upload, settings.MAX_IMAGE_BYTES)
    check_type(upload, PICTURES)
    try:
        with opened_picture(upload) as picture:
            check_dimensions(upload, picture)
        # What is accepted here must not fail when it is kept.
        cleaned_picture(upload)
    except PILLOW_ERRORS as exc:
        raise ValidationError(
            _("“%(name)s” is damaged and cannot be shown. Save the picture again and upload it."),
            code="damaged",
            params={"name": safe_name(upload.name)},
        ) from exc
    finally:
        upload.seek(0)


def validate_attachment(upload):
    """Refuse what is not, by its content, one of the file types a public office hands out."""
    if is_kept(upload):
        return
    check_size(upload, settings.MAX_ATTACHMENT_BYTES)
    check_type(upload, ATTACHMENTS)
    upload.seek(0)


def check_size(upload, limit):
    name = safe_name(upload.name)
    if not upload.size:
        raise ValidationError(
            _("“%(name)s” is empty. Check the file and choose it again."),
            code="empty",
            params={"name": name},
        )
    if upload.size > limit:
        raise ValidationError(
            _("“%(name)s” is larger than %(limit)s. Make it smaller or split it."),
            code="too_large",
            params={"name": name, "limit": filesizeformat(limit)},
        )


def check_type(upload, accepted):
    claimed = claimed_type(upload.name, accepted)
    if not claimed.matches(upload):
        raise ValidationError(
            _(
                "“%(name)s” is called a %(type)s file, but its content is not. "
                "Open it in its program and save it as %(type)s."
            ),
            code="content",
            params={"name": safe_name(upload.name), "type": claimed.label},
        )


def claimed_type(name, accepted):
    """The accepted type that a file's name promises."""
    extension = extension_of(safe_name(name))
    for file_type in accepted:
        if extension in file_type.extensions:
            return file_type
    raise ValidationError(
        _("“%(name)s” cannot be uploaded here. Save it as one of these types: %(types)s."),
        code="type",
        params={
            "name": safe_name(name),
            "types": ", ".join(file_type.label for file_type in accepted),
        },
    )


def label_of(content_type):
    """The short name of an accepted type; of any other, the type itself."""
    labels = {found.content_type: found.label for found in ATTACHMENTS}
    return labels.get(content_type, content_type)


def check_dimensions(upload, picture):
    width, height = picture.size
    if width * height * frames_of(picture) > MAX_PIXELS:
        raise ValidationError(
            _(
                "“%(name)s” is too large to be shown (%(width)s × %(height)s pixels). "
                "Scale it down to %(side)s pixels on its longest side."
            ),
            code="pixels",
            params={
                "name": safe_name(upload.name),
                "width": width,
                "height": height,
                "side": MAX_SIDE,
            },
        )


def opened_picture(upload):
    upload.seek(0)
    label = claimed_type(upload.name, PICTURES).label
    return Pillow.open(upload, formats=[label.upper()])


def frames_of(picture):
    # Phones append a second exposure to JPEG files («MPO»), which no browser shows.
    return 1 if picture.format == "MPO" else getattr(picture, "n_frames", 1)


def cleaned_picture(upload):
    """The picture alone, written anew: upright, without metadata and not larger than a screen.

    Photographs tell where they were taken; a public page must not.
    """
    with opened_picture(upload) as picture:
        is_animated = frames_of(picture) > 1
        file_format = "JPEG" if picture.format == "MPO" else picture.format
        if not is_animated:
            picture = ImageOps.exif_transpose(picture)
            picture.thumbnail((MAX_SIDE, MAX_SIDE))
        for key in METADATA:
            picture.info.pop(key, None)
        content = BytesIO()
        picture.save(content, file_format, save_all=is_animated, quality=90)
    return ContentFile(content.getvalue(), name=safe_name(upload.name))


def describe_attachment(attachment):
    """Fill in what is known of a new file once it has been uploaded."""
    upload = attachment.file
    attachment.filename = safe_name(upload.name)
    attachment.size = upload.size
    attachment.content_type = claimed_type(upload.name, ATTACHMENTS).content_type
