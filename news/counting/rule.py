"""Is this request somebody reading? The rule of docs/counting.md, one function per sentence.

Headers are given as a case-insensitive mapping, such as Django's `HttpHeaders`.
"""

import re
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from ipaddress import ip_address

from django.http import parse_cookie

# The robots that the COUNTER Code of Practice excludes, from the package COUNTER-Robots.
# Its version is the date of its release; its lists were last changed on ROBOTS_LISTED_ON.
ROBOTS_VERSION = version("COUNTER-Robots")
ROBOTS_LISTED_ON = date(2025, 2, 13)

# The list's pattern for the robot Daumoa would also catch people reading in Daum's own app.
READING_APPS = re.compile(r"Daum(?:Apps|Device)\b")

# What browsers send when they load a page that nobody has asked to see yet.
PURPOSES = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")
AHEAD_OF_READING = re.compile(r"prefetch|prerender|preview|instant", re.IGNORECASE)

LONGEST_USER_AGENT = 512


def is_reading(headers, session_cookie):
    """Whether a successful GET of an article with these headers is a reading.

    `session_cookie` is the name of the cookie that only people signed in to the admin have.
    """
    return not (
        is_robot(headers.get("User-Agent", "")[:LONGEST_USER_AGENT])
        or is_ahead_of_reading(headers)
        or is_embedded_elsewhere(headers)
        or is_editor(headers, session_cookie)
    )


@lru_cache(maxsize=4096)
def is_robot(user_agent):
    agent = READING_APPS.sub("", user_agent).strip()
    return not agent or bool(robots().search(agent))


@lru_cache(maxsize=1)
def robots():
    # Its publisher recommends matching without regard to case, which the package does not do.
    return re.compile("|".join(robot_patterns()), re.IGNORECASE)


@lru_cache(maxsize=1)
def robot_patterns():
    lists = files("counter_robots") / "data"
    lines = [
        line
        for name in ("robot.txt", "machine.txt")
        for line in (lists / name).read_text(encoding="utf-8").splitlines()
    ]
    return list(dict.fromkeys(filter(None, lines)))


def is_ahead_of_reading(headers):
    return any(AHEAD_OF_READING.search(headers.get(name, "")) for name in PURPOSES)


def is_embedded_elsewhere(headers):
    """A page of another site shows our picture: its readers are not ours."""
    return (
        headers.get("Sec-Fetch-Dest") == "image" and headers.get("Sec-Fetch-Site") == "cross-site"
    )


def is_editor(headers, session_cookie):
    # Asking the database who it is would cost every reader; public pages never set this cookie.
    return session_cookie in parse_cookie(headers.get("Cookie", ""))


def client_address(remote, forwarded, proxies):
    """The address of the reader behind `proxies` reverse proxies of ours.

    Each of them adds the address it was called from to the end of X-Forwarded-For
    (`forwarded`); whatever stands before those was written by the caller and proves nothing.
    When the header is too short or no address stands there, `remote`, the caller itself.
    """
    hops = forwarded.split(",") if proxies and forwarded else []
    if len(hops) < max(proxies, 1):
        return remote
    try:
        return str(plain_address(hops[-proxies].strip()))
    except ValueError:
        return remote


def plain_address(written):
    """The IP address in «1.2.3.4», «1.2.3.4:567», «::1» or «[::1]:567»; else ValueError."""
    if written.startswith("["):
        written = written[1:].partition("]")[0]
    elif written.count(":") == 1:
        written = written.partition(":")[0]
    address = ip_address(written)
    return getattr(address, "ipv4_mapped", None) or address
