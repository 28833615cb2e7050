from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# An answer, its remark included, is deleted when it is this old: readers are told «a year».
KEPT_FOR = timedelta(days=365)


class FeedbackPage(models.Model):
    """A public page that somebody answered about; `path` is without the language."""

    class Kind(models.TextChoices):
        HOME = "home", _("Home")
        ARTICLE = "article", _("Article")
        RANKING = "ranking", _("City rankings")
        OTHER = "other", _("Other pages")

    path = models.CharField(_("address"), max_length=300, unique=True)
    kind = models.CharField(_("kind of page"), max_length=10, choices=Kind)
    article = models.ForeignKey(
        "news.Article",
        models.SET_NULL,
        null=True,
        related_name="feedback_pages",
        verbose_name=_("article"),
    )

    class Meta:
        verbose_name = _("page with answers")
        verbose_name_plural = _("readers’ answers")
        default_permissions = ["view"]
        permissions = [("remove_remark", _("Can delete remarks of readers"))]

    def __str__(self):
        return f"/{self.path}"

    def address(self, language):
        return f"/{language}/{self.path}"


class FeedbackAnswerQuerySet(models.QuerySet):
    def kept(self, at=None):
        """Those not older than is promised, whether or not the older are deleted already."""
        return self.filter(answered_at__gt=(at or timezone.now()) - KEPT_FOR)

    def with_remark(self):
        return self.exclude(comment="", problem="", removed_at=None)


class FeedbackAnswer(models.Model):
    class Problem(models.TextChoices):
        WRONG = "wrong", _("Something is wrong or out of date")
        MISSING = "missing", _("What I looked for is not there")
        UNCLEAR = "unclear", _("It is hard to understand")
        LANGUAGE = "language", _("The translation is poor")
        BROKEN = "broken", _("Something does not work")

    page = models.ForeignKey(
        FeedbackPage,
        models.CASCADE,
        related_name="answers",
        db_index=False,  # the index below begins with it
        verbose_name=_("page"),
    )
    language = models.CharField(_("language"), max_length=10)
    is_useful = models.BooleanField(_("useful"))
    answered_at = models.DateTimeField(_("time"), default=timezone.now)
    problem = models.CharField(_("kind of problem"), max_length=10, choices=Problem, blank=True)
    comment = models.TextField(_("remark"), blank=True)
    # A later click changes the answer, and not what was meant by the remark.
    is_useful_in_remark = models.BooleanField(_("useful in the remark"), null=True)
    # Tells a second click from a second reader, on this page and this day; empty afterwards.
    reader = models.CharField(max_length=32, editable=False)
    removed_at = models.DateTimeField(_("remark deleted"), null=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("deleted by"),
    )

    objects = FeedbackAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        default_permissions = []
        indexes = [
            # Holds all that is counted, so that the report reads no row of the table.
            models.Index(
                "page", "answered_at", "language", "is_useful", name="feedback_answer_report"
            ),
            models.Index("answered_at", name="feedback_answer_time"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "reader"],
                condition=~Q(reader=""),
                name="feedback_answer_one_per_reader",
            ),
            models.CheckConstraint(
                condition=Q(comment="", problem="") | Q(is_useful_in_remark__isnull=False),
                name="feedback_remark_has_its_answer",
            ),
        ]

    def __str__(self):
        return f"{self.page} {self.answered_at:%Y-%m-%d}"

    @property
    def is_changed_since_remark(self):
        return self.is_useful_in_remark not in (None, self.is_useful)


class FeedbackSender(models.Model):
    """How much came from one network within an hour, which only its key of that hour tells."""

    key = models.CharField(max_length=32, primary_key=True)
    since = models.DateTimeField(default=timezone.now, db_index=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("sender within an hour")
        verbose_name_plural = _("senders within an hour")
        default_permissions = []

    def __str__(self):
        return f"{self.key}: {self.count}"
