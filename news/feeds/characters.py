"""What a feed cannot hold, whatever was pasted into an article."""

import re

# Everything that XML 1.0 (section 2.2) does not allow in a document, not even as a reference.
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def without_forbidden(value):
    return FORBIDDEN.sub("", value) if isinstance(value, str) else value
