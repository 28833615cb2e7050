"""Visitor keys, and the salts of the day that make them.

A key tells two requests of one visitor apart from two visitors', for one day and for nothing
else: without the salt nobody can find out which address it came from, and with the day its
salt is destroyed.
"""

import hmac
import secrets
from datetime import timedelta

from .clock import day_of
from .models import DailySalt

# Read once a day by each process: {day: salt}.
_known = {}


def visitor_key(address, user_agent, at):
    """32 hexadecimal digits: an HMAC-SHA256 under the salt of the day, cut to 128 bits."""
    visitor = f"{address}\n{user_agent}".encode()
    return hmac.digest(salt_of(day_of(at)), visitor, "sha256").hex()[:32]


def salt_of(day):
    if (salt := _known.get(day)) is None:
        row, _ = DailySalt.objects.get_or_create(day=day, defaults={"salt": secrets.token_hex(32)})
        salt = _known[day] = bytes.fromhex(row.salt)
    return salt


def forget_before(day):
    for past in [known for known in _known if known < day]:
        _known.pop(past, None)


def renew(at):
    """Have the salts of today and tomorrow ready, and destroy those of the days before.

    Tomorrow's exists early so that no reader's request at midnight has to write to the database.
    """
    today = day_of(at)
    wanted = {today, today + timedelta(days=1)}
    present = set(DailySalt.objects.values_list("day", flat=True))
    if any(day < today for day in present):
        DailySalt.objects.filter(day__lt=today).delete()
    for day in wanted - present:
        _known.pop(day, None)
        salt_of(day)
    forget_before(today)
