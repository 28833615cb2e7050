import logging

from django.conf import settings
from django.db import Error as DatabaseError

from .clock import now
from .journal import Journal, Reading
from .rule import is_reading
from .salts import visitor_key

logger = logging.getLogger(__name__)

journal = Journal(settings.READINGS_DIR)


def note(headers, address, article, language):
    """Write down that `article` was read in `language`, if the request was a reading.

    To be called once for every successful GET, before the response leaves; by whatever answers
    it, be it Django or a cache in front of it. `headers` is a case-insensitive mapping of the
    request's headers, `address` the reader's. A reader gets the page even when it could not be
    noted: that is logged.
    """
    if not is_reading(headers, settings.SESSION_COOKIE_NAME):
        return
    at = now()
    try:
        visitor = visitor_key(address, headers.get("User-Agent", ""), at)
        journal.append(Reading(at, article, language, visitor))
    except (OSError, DatabaseError):
        logger.exception("A reading of article %d was not counted", article)
