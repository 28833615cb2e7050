import hashlib
from importlib.resources import files
from pathlib import Path

import pytest
from django.http.request import HttpHeaders

from news.counting import rule

from .conftest import BROWSER

SESSION_COOKIE = "sessionid"
USER_AGENTS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "user_agents.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
    if not line.startswith("#")
]


def is_reading(**headers):
    environ = {"HTTP_USER_AGENT": BROWSER}
    environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
    return rule.is_reading(HttpHeaders(environ), SESSION_COOKIE)


@pytest.mark.parametrize(("who", "kind", "agent"), USER_AGENTS, ids=[row[0] for row in USER_AGENTS])
def test_browsers_are_readers_and_robots_are_not(who, kind, agent):
    assert is_reading(user_agent=agent) is (kind == "reader")


def test_a_request_without_user_agent_is_no_reading():
    assert not rule.is_reading(HttpHeaders({}), SESSION_COOKIE)


def test_an_endless_user_agent_is_judged_by_its_beginning():
    assert is_reading(user_agent=BROWSER + " x" * 100_000 + " curl/8.5.0")
    assert not is_reading(user_agent="curl/8.5.0 " + "x" * 100_000)


@pytest.mark.parametrize(
    "headers",
    [
        {"sec_purpose": "prefetch"},
        {"sec_purpose": "prefetch;prerender"},
        {"sec_purpose": "prefetch;anonymous-client-ip"},
        {"purpose": "prefetch"},
        {"purpose": "Prefetch"},
        {"x_purpose": "preview"},
        {"x_purpose": "instant"},
        {"x_moz": "prefetch"},
        {"cookie": "sessionid=abc"},
        {"cookie": "django_language=en; sessionid=abc"},
        {"sec_fetch_dest": "image", "sec_fetch_site": "cross-site"},
    ],
)
def test_prefetches_editors_and_pictures_on_other_sites_are_no_readings(headers):
    assert not is_reading(**headers)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec_purpose": ""},
        {"cookie": "django_language=en"},
        {"cookie": "other=sessionid"},
        {"cookie": "not_sessionid=abc"},
        {"sec_fetch_dest": "document", "sec_fetch_site": "cross-site"},
        {"sec_fetch_dest": "document", "sec_fetch_site": "none"},
        {"sec_fetch_dest": "image", "sec_fetch_site": "same-origin"},
        {"referer": "https://search.example/?q=bot"},
    ],
)
def test_other_requests_of_a_browser_are_readings(headers):
    assert is_reading(**headers)


@pytest.mark.parametrize(
    ("remote", "forwarded", "proxies", "address"),
    [
        ("203.0.113.9", "", 0, "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", 0, "203.0.113.9"),
        ("10.0.0.1", "198.51.100.1", 1, "198.51.100.1"),
        ("10.0.0.1", "1.1.1.1, 198.51.100.1", 1, "198.51.100.1"),
        ("10.0.0.1", "1.1.1.1, 198.51.100.1, 10.0.0.2", 2, "198.51.100.1"),
        ("10.0.0.1", "198.51.100.1,10.0.0.2", 2, "198.51.100.1"),
        ("10.0.0.1", "198.51.100.1:4711", 1, "198.51.100.1"),
        ("10.0.0.1", "2001:DB8::1", 1, "2001:db8::1"),
        ("10.0.0.1", "[2001:db8::1]:4711", 1, "2001:db8::1"),
        ("10.0.0.1", "[2001:db8::1]", 1, "2001:db8::1"),
        ("10.0.0.1", "::ffff:198.51.100.1", 1, "198.51.100.1"),
        ("10.0.0.1", "", 1, "10.0.0.1"),
        ("10.0.0.1", "198.51.100.1", 2, "10.0.0.1"),
        ("10.0.0.1", "unknown", 1, "10.0.0.1"),
        ("10.0.0.1", "198.51.100.1, ", 1, "10.0.0.1"),
        ("10.0.0.1", "198.51.100.1\x00", 1, "10.0.0.1"),
        ("", "", 0, ""),
    ],
)
def test_the_address_is_the_one_that_our_own_proxies_vouch_for(remote, forwarded, proxies, address):
    assert rule.client_address(remote, forwarded, proxies) == address


def test_the_date_given_for_the_list_of_robots_belongs_to_the_list():
    """When this fails, the package has a new list: look its date up and state it in rule.py."""
    lists = files("counter_robots") / "data"
    content = b"".join((lists / name).read_bytes() for name in ("robot.txt", "machine.txt"))

    assert hashlib.sha256(content).hexdigest() == (
        "941e67739aa773685352e6403b4613306a56bdb2066d5a5aeee6317c36553f0e"
    )
