"""The numbers and remarks that editors see."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.paginator import Paginator
from django.db.models import Case, Count, F, Q, When
from django.db.models.functions import NullIf
from django.utils import timezone
from django.utils.translation import get_language
from modeltranslation.utils import get_translation_fields

from .filters import PERIODS
from .models import FeedbackPage
from .titles import titles_of

PER_PAGE = 50
# Of fewer answers a percentage would claim more than they say.
FEWEST = 10


@dataclass(frozen=True)
class PageRow:
    """Answers about one page: `counts` in each of PERIODS, the rest in the chosen period."""

    page: FeedbackPage
    title: str
    counts: list
    asked: int
    useful: int
    remarks: int

    @property
    def percent(self):
        return percent(self.useful, self.asked)

    @property
    def address(self):
        return self.page.address(get_language())


def percent(useful, asked):
    """None when too few were asked."""
    return round(100 * useful / asked) if asked >= FEWEST else None


def totals(counts):
    """Of all pages together, as a PageRow has it of one: how many answers, how many of them yes."""
    asked, useful = (sum(row[name] for row in counts) for name in ("asked", "useful"))
    return {"asked": asked, "useful": useful, "percent": percent(useful, asked)}


def useful_among(condition):
    return Count("pk", filter=condition & Q(is_useful=True))


def page_rows(chosen, counts, number):
    """A page of a Paginator with a PageRow for each row of `counts`, those of `counts_by_page`."""
    page = Paginator(counts, PER_PAGE).get_page(number)
    found = list(page)
    pks = [row["page"] for row in found]
    pages = {each.pk: each for each in with_articles(FeedbackPage.objects.filter(pk__in=pks))}
    titles = titles_of(pages.values())
    remarks = chosen.answers().with_remark().filter(page__in=pks)
    remarks = dict(remarks.values_list("page").annotate(Count("pk")))
    page.object_list = [
        PageRow(
            pages[row["page"]],
            titles[row["page"]],
            [row[f"last_{days}"] for days in PERIODS],
            row["asked"],
            row["useful"],
            remarks.get(row["page"], 0),
        )
        for row in found
    ]
    return page


def counts_by_page(chosen):
    """A row for each page answered about in the chosen period, as one index of the table has it."""
    now = timezone.now()
    after = {days: Q(answered_at__gt=now - timedelta(days=days)) for days in PERIODS}
    asked = after[chosen.chosen["period"]]
    counts = {f"last_{days}": Count("pk", filter=condition) for days, condition in after.items()}
    rows = chosen.answers(PERIODS[-1]).values("page").annotate(**counts)
    rows = rows.annotate(asked=Count("pk", filter=asked), useful=useful_among(asked))
    rows = rows.filter(asked__gt=0).annotate(share=F("useful") * 1.0 / NullIf("asked", 0))
    rows = rows.annotate(is_few=Case(When(asked__lt=FEWEST, then=1), default=0))
    return list(rows.order_by(*chosen.fields_of_order()))


def remark_rows(chosen, number):
    """A page of a Paginator with (answer, title of its page), the newest first."""
    answers = chosen.answers().with_remark().select_related("page", "removed_by")
    answers = with_articles(answers, "page__")
    page = Paginator(answers.order_by("-answered_at", "-pk"), PER_PAGE).get_page(number)
    answers = list(page)
    titles = titles_of({answer.page_id: answer.page for answer in answers}.values())
    page.object_list = [(answer, titles[answer.page_id]) for answer in answers]
    return page


def with_articles(rows, prefix=""):
    """With their articles and departments, but without the texts of the articles."""
    unread = [
        f"{prefix}article__{name}"
        for field in ("body", "lead")
        for name in (field, *get_translation_fields(field))
    ]
    return rows.select_related(f"{prefix}article__department").defer(*unread)
