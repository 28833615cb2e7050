"""Why an answer is not taken, before anything of it is read.

There is no secret in the page that a form of another site could lack, and no session: a browser
says itself from where it sends, and no page can make it say otherwise.
"""

from functools import wraps

from django.conf import settings
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.utils.translation import gettext as _

from news.counting.rule import is_editor, is_robot

# Bytes. The longest remark, percent-encoded, and some room.
LARGEST = 16 * 1024
# The browser's own buttons, such as «reload», have no site.
OWN_PAGES = {"same-origin", "none"}


class RefusedError(Exception):
    """Carries a sentence for the reader and the status of the response."""

    def __init__(self, sentence, status):
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status


def answering_refusals(view):
    @wraps(view)
    def answered(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except RefusedError as refused:
            return refusal(request, refused.sentence, refused.status)
        except MultiPartParserError:
            # No browser sends such a form, which would leave a traceback in the log.
            sentence = _("What was sent cannot be read. Please answer again below the page.")
            return refusal(request, sentence, 400)

    return answered


def refusal(request, sentence, status):
    context = {"sentence": sentence, "noindex": True}
    return render(request, "portal/feedback/refused.html", context, status=status)


def check_request(request):
    """Raises RefusedError when the headers say that no reader of ours pressed the button."""
    if is_too_large(request.headers.get("Content-Length", "")):
        raise RefusedError(_("More was sent than an answer can hold."), 413)
    if not is_from_our_pages(request):
        raise RefusedError(_("Answers are accepted only from the pages of this site."), 403)
    if is_robot(request.headers.get("User-Agent", "")[:512]):
        raise RefusedError(_("Answers of programs are not counted."), 403)
    if is_editor(request.headers, settings.SESSION_COOKIE_NAME):
        raise RefusedError(
            _("You are logged in to the administration: our own answers are not counted."), 403
        )


def is_too_large(length):
    return length.isdecimal() and (len(length) > 9 or int(length) > LARGEST)


def is_from_our_pages(request):
    """Browsers that tell neither are older than 2020; whoever sends without one may claim all."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site in OWN_PAGES
    here = f"{request.scheme}://{request.get_host()}"
    return request.headers.get("Origin") in {here, settings.SITE_URL}
