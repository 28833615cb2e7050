"""Who may send how much, without keeping who it was.

Keys are made with the salt that the counts of readings destroy at midnight. That of an answer
holds the page, so that nobody can tell which answers came from one reader; that of a network
holds the hour.
"""

import hmac
from ipaddress import ip_address, ip_network

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from news.counting.clock import day_of, now
from news.counting.middleware import address_of
from news.counting.salts import salt_of

from .models import FeedbackSender
from .refusals import RefusedError

# Answers and remarks of one network within an hour: an office or a school shares an address.
MOST_PER_HOUR = 60
# What a provider gives to one customer, who can use any address of it.
IPV6_PREFIX = 64


def reader_key(request, page, language):
    """The same for every click of one reader on this page today, and for nothing else."""
    agent = request.headers.get("User-Agent", "")
    return key("answer", page.path, language, address_of(request), agent)


def check_pace(request):
    """Count this request; raises RefusedError when its network sent too many within the hour."""
    sender = key("sender", f"{timezone.now():%Y-%m-%d %H}", network_of(address_of(request)))
    FeedbackSender.objects.get_or_create(key=sender)
    mine = FeedbackSender.objects.filter(key=sender)
    mine.update(count=F("count") + 1)
    if mine.get().count > MOST_PER_HOUR:
        raise RefusedError(
            _("Too many answers came from your network. Please try again in an hour."), 429
        )


def network_of(address):
    try:
        if ip_address(address).version == 6:
            return str(ip_network((address, IPV6_PREFIX), strict=False))
    except ValueError:
        # A server behind a socket has no address; its readers share one pace.
        return address
    return address


def key(*parts):
    """32 hexadecimal digits, as the keys of readings; the first part keeps them apart."""
    written = "\n".join(("feedback", *parts)).encode()
    return hmac.digest(salt_of(day_of(now())), written, "sha256").hex()[:32]
