"""The markup of every public page and of the main pages of the admin is valid."""

import re
import urllib.request
from http.cookiejar import CookieJar
from itertools import product
from urllib.error import HTTPError
from urllib.parse import urlencode

import pytest

from tests.admin_pages import LOGIN
from tests.admin_pages import PAGES as ADMIN
from tests.markup.validator import NODE, PROGRAM, faults
from tests.public_pages import ADDRESSES, CODES, MISSING

pytestmark = pytest.mark.markup

PUBLIC = [f"/{code}/{address}" for code, address in product(CODES, [*ADDRESSES, MISSING])]
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


class Editor:
    """Somebody at work in the portal, who reads its pages like anyone else."""

    def __init__(self, portal):
        self.portal = portal
        cookies = urllib.request.HTTPCookieProcessor(CookieJar())
        self.opener = urllib.request.build_opener(cookies)

    def read(self, path, **sent):
        data = urlencode(sent).encode() if sent else None
        try:
            with self.opener.open(self.portal.url + path, data) as response:
                return response.read().decode()
        except HTTPError as error:
            if error.code == 404 and path.endswith(MISSING):
                return error.read().decode()
            raise

    def log_in(self):
        name, password = self.portal.login
        token = TOKEN.search(self.read(LOGIN))[1]
        sent = {"username": name, "password": password, "csrfmiddlewaretoken": token}
        self.read(LOGIN, **sent, next=ADMIN[0])


@pytest.fixture(scope="module", autouse=True)
def program():
    if not (NODE.exists() and PROGRAM.exists()):
        pytest.fail("The tests of markup need html-validate, which `make test-markup` gets.")


@pytest.fixture(scope="module")
def editor(demo_portal):
    return Editor(demo_portal)


@pytest.fixture(scope="module")
def public_faults(editor, tmp_path_factory):
    return faults_by_path({path: editor.read(path) for path in PUBLIC}, "public", tmp_path_factory)


@pytest.fixture(scope="module")
def admin_faults(editor, tmp_path_factory):
    read = {LOGIN: editor.read(LOGIN)}
    editor.log_in()
    read |= {path: editor.read(path) for path in ADMIN}
    return faults_by_path(read, "admin", tmp_path_factory)


def faults_by_path(read, rules, tmp_path_factory):
    """All pages are looked at in one go: to start the program takes longest."""
    folder = tmp_path_factory.mktemp(rules)
    files = {path: folder / f"{number}.html" for number, path in enumerate(read)}
    for path, file in files.items():
        file.write_text(read[path])
    found = faults(files.values(), rules)
    return {path: found[file] for path, file in files.items()}


@pytest.mark.parametrize("path", PUBLIC)
def test_public_page_is_valid(public_faults, path):
    assert public_faults[path] == []


@pytest.mark.parametrize("path", [LOGIN, *ADMIN])
def test_page_of_the_admin_is_valid(admin_faults, path):
    assert admin_faults[path] == []


@pytest.mark.parametrize("rules", ["public", "admin"])
def test_faults_are_noticed(tmp_path, rules):
    page = tmp_path / "page.html"
    page.write_text("<!doctype html>\n<main><p><b>One</p></main>\n")

    [found] = faults([page], rules).values()

    assert any("close-order" in fault for fault in found)
