"""A real Chromium before a real server; every page it opens must stay free of errors."""

import os
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client
from playwright.sync_api import sync_playwright

from tests import chromium
from tests.newsroom import member

from . import axe

# Playwright's loop runs in the thread of the test, where Django takes it for an async view.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory):
    # A database in memory has one connection, which all threads of the server would share.
    database = connections["default"]
    if database.vendor == "sqlite":
        name = tmp_path_factory.mktemp("browser") / "portal.sqlite3"
        database.settings_dict["TEST"]["NAME"] = str(name)


@pytest.fixture(scope="session")
def browser():
    path = chromium.executable()
    if path is None:
        pytest.fail("Browser tests need Chromium: install it, or name it in the variable CHROMIUM.")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def complaints():
    """What the browser found wrong with the pages: errors, refused by a policy, not found."""
    found = []
    yield found
    assert found == []


@pytest.fixture
def violations(complaints):
    """`violations(page)` lists what keeps somebody from using the page."""

    def found(page, **choice):
        page.wait_for_load_state()
        before = len(complaints)
        result = axe.violations(page, **choice)
        # To measure elements axe gives them styles, which the policy of the portal refuses.
        page.evaluate("0")
        del complaints[before:]
        return result

    return found


@pytest.fixture
def open_browser(browser, live_server, complaints):
    """`open_browser(user)` gives a page of a new browser in which `user` has logged in."""
    with opening(browser, live_server.url, complaints) as opened:
        yield opened


@pytest.fixture
def editor(open_browser):
    return open_browser(member("editor"))


@pytest.fixture
def open_demo(browser, demo_portal, complaints):
    """`open_demo()` gives a page of a new browser before the demonstration content."""
    url = demo_portal.url

    def watched(**options):
        page = opened(**options)
        page.on("request", lambda request: note_if_foreign(complaints, request, url))
        return page

    with opening(browser, url, complaints) as opened:
        yield watched


@contextmanager
def opening(browser, url, complaints):
    contexts = []

    def opened(user=None, **options):
        context = browser.new_context(
            **{"base_url": url, "viewport": WIDE, "locale": "ko-KR"} | options
        )
        contexts.append(context)
        if user:
            context.add_cookies([session_cookie(user, url)])
        page = context.new_page()
        page.on("console", lambda message: note(complaints, message))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()


def note(complaints, message):
    if message.type in ("error", "warning"):
        complaints.append(message.text)


def note_if_foreign(complaints, request, url):
    if request.url.startswith(("http:", "https:")) and not request.url.startswith(f"{url}/"):
        complaints.append(f"asks another host: {request.url}")


def session_cookie(user, url):
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": url}
