"""The answers as a table for spreadsheets, one row for each, the newest first."""

from django.utils import timezone
from django.utils.translation import gettext as _

from .models import FeedbackPage
from .report import with_articles
from .titles import titles_of

CHUNK = 2000


def columns():
    return [
        _("Date"),
        _("Language"),
        _("Kind of page"),
        _("Address"),
        _("Page answered about"),
        _("Department"),
        _("Useful"),
        _("Kind of problem"),
        _("Remark"),
    ]


def rows(answers):
    """Yield the values of `columns` for `answers`; the day alone, as nobody needs the minute."""
    pages = {page.pk: page for page in with_articles(FeedbackPage.objects.all())}
    titles = titles_of(pages.values())
    for answer in answers.order_by("-answered_at", "-pk").iterator(CHUNK):
        page = pages[answer.page_id]
        yield [
            timezone.localdate(answer.answered_at),
            answer.language,
            page.get_kind_display(),
            page.address(answer.language),
            titles[page.pk],
            str(page.article.department) if page.article else "",
            _("Yes") if answer.is_useful else _("No"),
            answer.get_problem_display(),
            answer.comment,
        ]
