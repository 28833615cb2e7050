"""Editors who save one table in the same moment, in processes of their own."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest

from tests.rankings.entry.page import form_fields

pytestmark = pytest.mark.server

EDITORS = 8


class Editor:
    def __init__(self, portal, edition, session):
        self.address = portal.address
        self.path = f"/admin/rankings/edition/{edition}/grid/"
        self.cookies = f"sessionid={session}"

    def open(self):
        response, body = self.request("GET")
        token = response.getheader("Set-Cookie").split(";")[0]
        self.cookies = f"{self.cookies}; {token}"
        self.fields = form_fields(body, with_token=True)

    def save(self, rank):
        """The status of the answer: 302 when the rank was stored, 200 when the form came back."""
        [cell] = [name for name in self.fields if name.startswith("r0-") and "world" in name]
        form = {**self.fields, "r0-name": "부산", cell: str(rank)}
        response, _body = self.request("POST", urlencode(form))
        return response.status

    def request(self, method, body=None):
        headers = {"Cookie": self.cookies, "Content-Type": "application/x-www-form-urlencoded"}
        with closing(HTTPConnection(*self.address, timeout=30)) as connection:
            connection.request(method, self.path, body, headers)
            response = connection.getresponse()
            return response, response.read().decode()


def test_one_of_several_simultaneous_saves_is_stored_and_the_others_are_told(portal):
    edition, *sessions = portal.python(
        "-m", "tests.server.prepare_entry", str(EDITORS)
    ).stdout.split()
    portal.start(workers=4)
    editors = [Editor(portal, edition, session) for session in sessions]
    for editor in editors:
        editor.open()

    with ThreadPoolExecutor(EDITORS) as pool:
        statuses = list(pool.map(Editor.save, editors, range(1, EDITORS + 1)))

    assert sorted(statuses) == [200] * (EDITORS - 1) + [302]
    winner = statuses.index(302) + 1
    assert portal.execute("SELECT rank FROM rankings_result") == [(winner,)]
    assert portal.execute("SELECT rank FROM rankings_historicalresult") == [(winner,)]
