"""A reader's browser, as the portal sees it, and answers that are there already."""

import re
from datetime import timedelta
from html import unescape

from django.utils import timezone

from portal.feedback.models import FeedbackAnswer, FeedbackPage

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
OURS = {"sec-fetch-site": "same-origin", "user-agent": BROWSER}
HIDDEN = re.compile(r'<input type="hidden" name="page" value="([^"]+)">')


def form_on(client, address):
    """What the form below a page sends; None without a form."""
    found = HIDDEN.search(client.get(address).content.decode())
    return unescape(found[1]) if found else None


def send(client, address, answer="yes", *, code=None, signed=None, headers=OURS, **extra):
    """Press a button below the page at `address`; `signed` instead of what stands in it."""
    data = {"useful": answer, "page": form_on(client, address) if signed is None else signed}
    code = code or address.split("/")[1]
    return client.post(f"/{code}/feedback/", data, headers=headers, **extra)


def remark(client, answered, headers=OURS, **data):
    """Send the form to which an answer led."""
    return client.post(answered.url, data, headers=headers)


def given(path="news/1/", *, kind="article", days=1, is_useful=True, language="ko", **fields):
    """An answer about the page at `path`, `days` ago."""
    article = fields.pop("article", None)
    values = {"kind": kind, "article": article}
    page, _created = FeedbackPage.objects.get_or_create(path=path, defaults=values)
    at = timezone.now() - timedelta(days=days)
    values = {"language": language, "is_useful": is_useful, "answered_at": at}
    if "comment" in fields or "problem" in fields:
        values["is_useful_in_remark"] = is_useful
    return FeedbackAnswer.objects.create(page=page, **values | fields)
