"""The answers as a table for spreadsheets, one row for each, the newest first."""

from django.utils import timezone
from django.utils.translation import gettext as _

from .filters import language_name
from .models import FeedbackPage
from .report import with_articles
from .titles import titles_of

CHUNK = 2000


def columns():
    return [
        _("Day of the answer"),
        _("Language"),
        _("Kind of page"),
        _("Address"),
        _("Page answered about"),
        _("Department"),
        _("Useful"),
        _("Useful when the remark was written"),
        _("Kind of problem"),
        _("Remark"),
    ]


def spoken(is_useful):
    if is_useful is None:
        return ""
    return _("Yes") if is_useful else _("No")


def rows(answers):
    """Yield the values of `columns` for `answers`; the day alone, as nobody needs the minute."""
    pages = {page.pk: page for page in with_articles(FeedbackPage.objects.all())}
    titles = titles_of(pages.values())
    for answer in answers.order_by("-answered_at", "-pk").iterator(CHUNK):
        page = pages[answer.page_id]
        yield [
            timezone.localdate(answer.answered_at),
            language_name(answer.language),
            page.get_kind_display(),
            page.address(answer.language),
            titles[page.pk],
            str(page.article.department) if page.article else "",
            spoken(answer.is_useful),
            spoken(answer.is_useful_in_remark),
            answer.get_problem_display(),
            answer.comment,
        ]
