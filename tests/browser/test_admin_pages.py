"""The main pages of the admin: nothing on them keeps an editor from working."""

import pytest

from tests.admin_pages import LOGIN, PAGES

pytestmark = pytest.mark.browser


@pytest.fixture
def editor(open_demo, demo_portal):
    name, password = demo_portal.login
    page = open_demo()
    page.goto(LOGIN)
    page.fill("[name=username]", name)
    page.fill("[name=password]", password)
    with page.expect_navigation():
        page.press("[name=password]", "Enter")
    return page


# Django's own sign beside the search in a list of choices; the field itself has a label.
OF_DJANGO = "help-tooltip"


def test_nothing_serious_stands_in_the_way_of_an_editor(editor, violations):
    for address in PAGES:
        editor.goto(address)
        assert [line for line in violations(editor) if is_serious(line)] == [], address


def is_serious(line):
    return ("(serious)" in line or "(critical)" in line) and OF_DJANGO not in line
