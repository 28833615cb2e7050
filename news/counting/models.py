from django.db import models
from django.utils.translation import gettext_lazy as _


class ViewTotal(models.Model):
    """How often an article was read, in all languages together."""

    article = models.OneToOneField(
        "news.Article",
        models.CASCADE,
        primary_key=True,
        related_name="view_total",
        verbose_name=_("article"),
    )
    count = models.PositiveBigIntegerField(_("views"), default=0)

    class Meta:
        verbose_name = _("total of views")
        verbose_name_plural = _("totals of views")

    def __str__(self):
        return f"{self.article_id}: {self.count}"


class DailyViews(models.Model):
    """How often an article was read in one language on one day of the portal's time zone."""

    article = models.ForeignKey(
        "news.Article", models.CASCADE, related_name="daily_views", verbose_name=_("article")
    )
    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=10)
    count = models.PositiveBigIntegerField(_("views"), default=0)

    class Meta:
        ordering = ["-day", "language"]
        verbose_name = _("views of a day")
        verbose_name_plural = _("views by day")
        indexes = [models.Index(fields=["day", "article"], name="daily_views_by_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "day", "language"], name="daily_views_unique"
            ),
        ]

    def __str__(self):
        return f"{self.article_id} {self.day} {self.language}: {self.count}"


class JournalCursor(models.Model):
    """How many bytes of a journal the counts already hold; changes only together with them."""

    name = models.CharField(_("journal"), max_length=100, primary_key=True)
    offset = models.PositiveBigIntegerField(_("bytes counted"))

    class Meta:
        verbose_name = _("counted part of a journal")
        verbose_name_plural = _("counted parts of journals")

    def __str__(self):
        return f"{self.name}: {self.offset}"


class RecentReading(models.Model):
    """A counted reading that a request to come may still turn out to repeat.

    Times are milliseconds since 1970, as in the journals. The article is a plain number: these
    rows live for an hour and must not hold up an editor who deletes the article meanwhile.
    """

    visitor = models.CharField(_("visitor key"), max_length=32)
    article_id = models.BigIntegerField(_("article"))
    language = models.CharField(_("language"), max_length=10)
    first = models.BigIntegerField(_("first request"))
    last = models.BigIntegerField(_("last request"))

    class Meta:
        verbose_name = _("recent reading")
        verbose_name_plural = _("recent readings")
        indexes = [models.Index("last", name="recent_reading_last")]
        constraints = [
            models.UniqueConstraint(
                fields=["visitor", "article_id", "first"], name="recent_reading_unique"
            ),
        ]

    def __str__(self):
        return f"{self.article_id}: {self.first}–{self.last}"


class DailySalt(models.Model):
    """The secret that turns addresses into visitor keys for one day; destroyed with the day."""

    day = models.DateField(_("day"), primary_key=True)
    salt = models.CharField(_("salt"), max_length=64)

    class Meta:
        verbose_name = _("salt of a day")
        verbose_name_plural = _("salts of days")

    def __str__(self):
        return str(self.day)
