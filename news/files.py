"""Where uploaded files are kept, under names that nobody outside chose.

What an upload is, is read from its content; the name it came with is only shown.
"""

import secrets
from pathlib import PurePath


def image_path(image, filename):
    return f"images/{secrets.token_hex(16)}{PurePath(filename).suffix.lower()[:10]}"


def attachment_path(attachment, filename):
    return f"attachments/{secrets.token_hex(16)}"
