"""Time as the counts know it: whole milliseconds since 1970, and the portal's own days."""

import time
from datetime import datetime

from django.utils import timezone

SECOND = 1000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE


def now():
    return time.time_ns() // 1_000_000


def day_of(at):
    """The date at the moment `at` in the portal's time zone."""
    return datetime.fromtimestamp(at / SECOND, timezone.get_default_timezone()).date()
