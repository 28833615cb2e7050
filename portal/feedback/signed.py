"""What a public page and an answer carry, signed, so that nobody can make one up.

The signature of a path has no time in it: a page is the same whenever it is drawn. It proves that
the portal itself has shown a page at this path.
"""

from dataclasses import dataclass

from django.core.signing import BadSignature, Signer, TimestampSigner
from django.urls import Resolver404, resolve
from django.utils.translation import get_language, get_language_from_path
from django.utils.translation import gettext as _

from news.models import Article

from .models import FeedbackAnswer, FeedbackPage
from .refusals import RefusedError

# Seconds within which a remark can be added to an answer.
REMARK_WITHIN = 3600
LONGEST_PATH = FeedbackPage._meta.get_field("path").max_length

path_signer = Signer(salt="portal.feedback.page")
click_signer = TimestampSigner(salt="portal.feedback.click")


@dataclass(frozen=True)
class Click:
    """What one click said; another may have changed `answer` since."""

    answer: FeedbackAnswer
    is_useful: bool


def form_of(request):
    """What the form below the page of `request` sends; None below a page that has no form.

    Pages without a language, those of the admin among them, are not for readers, and what is about
    feedback itself is not asked about.
    """
    match = getattr(request, "resolver_match", None)
    if match is None or match.app_name == "feedback" or not get_language_from_path(request.path):
        return None
    if is_too_long(request.path):
        return None
    return path_signer.sign(request.path)


def page_named(signed):
    """The FeedbackPage whose form sent `signed`; made now when it is the first time."""
    try:
        path = path_signer.unsign(signed)
        match = resolve(path)
    except (BadSignature, Resolver404) as exc:
        raise RefusedError(_("The page that the answer is about is not known here."), 400) from exc
    if is_too_long(path):
        raise RefusedError(_("The page that the answer is about is not known here."), 400)
    article = match.kwargs["pk"] if match.view_name == "news:article-detail" else None
    if article and not Article.objects.published().filter(pk=article).exists():
        raise RefusedError(_("The page that the answer is about is no longer public."), 410)
    page, _created = FeedbackPage.objects.get_or_create(
        path=without_language(path), defaults={"kind": kind_of(match), "article_id": article}
    )
    return page


def is_too_long(path):
    return len(without_language(path)) > LONGEST_PATH


def without_language(path):
    return path.removeprefix(f"/{get_language_from_path(path) or get_language()}/")


def kind_of(match):
    if match.view_name == "news:article-detail":
        return FeedbackPage.Kind.ARTICLE
    if match.view_name == "home":
        return FeedbackPage.Kind.HOME
    is_ranking = match.namespace == "rankings"
    return FeedbackPage.Kind.RANKING if is_ranking else FeedbackPage.Kind.OTHER


def token_of(answer):
    """Stands for the click that made `answer` what it is."""
    return click_signer.sign_object([answer.pk, answer.is_useful])


def click_named(token):
    try:
        pk, is_useful = click_signer.unsign_object(token, max_age=REMARK_WITHIN)
    except BadSignature as exc:
        raise RefusedError(too_late(), 410) from exc
    answer = FeedbackAnswer.objects.select_related("page").filter(pk=pk).first()
    if answer is None:
        raise RefusedError(too_late(), 410)
    return Click(answer, is_useful)


def too_late():
    return _(
        "A comment can be added for one hour after the answer. Please answer again below the page."
    )
