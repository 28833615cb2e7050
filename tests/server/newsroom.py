"""Editors who work in the admin of a running portal, each in a browser of their own."""

from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, build_opener

from .portal import BROWSER, PATIENCE

PASSWORD = "겨울바다-2026"
CREATION = """
from django.contrib.auth.models import User
for number in range({count}):
    User.objects.create_superuser(f"editor{{number}}", password="{password}")
"""


class Stay(HTTPRedirectHandler):
    """Shows that a form was accepted: where it leads is not of interest."""

    def redirect_request(self, *args, **kwargs):
        return None


class Editor:
    def __init__(self, portal, number):
        self.address = "http://{}:{}".format(*portal.address)
        self.cookies = CookieJar()
        self.opener = build_opener(HTTPCookieProcessor(self.cookies), Stay())
        self.opener.addheaders = [("User-Agent", BROWSER)]
        self.open("/admin/login/")
        self.send("/admin/login/", username=f"editor{number}", password=PASSWORD)

    def open(self, path, data=None):
        body = urlencode(data).encode() if data else None
        try:
            with self.opener.open(self.address + path, body, PATIENCE) as response:
                return response.status
        except HTTPError as answer:
            answer.close()
            return answer.code

    def send(self, path, **data):
        token = next(cookie.value for cookie in self.cookies if cookie.name == "csrftoken")
        return self.open(path, {"csrfmiddlewaretoken": token, **data})


def editors(portal, count):
    portal.python(
        "manage.py", "shell", "-v0", "-c", CREATION.format(count=count, password=PASSWORD)
    )
    return [Editor(portal, number) for number in range(count)]
