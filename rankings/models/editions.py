from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from ..querysets import EditionQuerySet
from .rankings import Measure, Ranking
from .sources import Source


def short_name(abbreviation, number):
    """What an edition is called where its ranking is named: «SCI 12», «12회차»."""
    values = {"abbreviation": abbreviation, "number": number}
    return pgettext("edition of a ranking", "%(abbreviation)s %(number)d") % values


class Edition(models.Model):
    class Precision(models.TextChoices):
        DAY = "day", _("Day")
        MONTH = "month", _("Month")
        YEAR = "year", _("Year")

    ranking = models.ForeignKey(
        Ranking, models.PROTECT, related_name="editions", verbose_name=_("ranking")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    published_on = models.DateField(
        _("date of publication"),
        help_text=_("When only the month is known, its first day."),
    )
    precision = models.CharField(
        _("date precision"), max_length=5, choices=Precision, default=Precision.DAY
    )
    previous = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="following",
        verbose_name=_("previous edition"),
        help_text=_("Changes are computed against this edition."),
    )
    cities_researched = models.PositiveSmallIntegerField(
        _("cities researched"), null=True, blank=True
    )
    cities_included = models.PositiveSmallIntegerField(_("cities included"), null=True, blank=True)
    factors = models.PositiveSmallIntegerField(_("factors"), null=True, blank=True)
    sources = models.ManyToManyField(
        Source, blank=True, related_name="editions", verbose_name=_("sources")
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("Doubts about the figures, shown to readers.")
    )
    is_public = models.BooleanField(
        _("public"), default=False, help_text=_("Untick while the figures are being entered.")
    )
    was_public = models.BooleanField(default=False, editable=False)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["ranking", "-number"]
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        permissions = [("publish_edition", _("Can make editions public"))]
        constraints = [
            models.UniqueConstraint(
                "ranking",
                "number",
                name="edition_number_unique_in_ranking",
                violation_error_message=_("This ranking already has an edition of this number."),
            ),
            models.CheckConstraint(name="edition_number_positive", condition=Q(number__gte=1)),
            models.CheckConstraint(
                name="edition_not_its_own_previous",
                condition=Q(previous=None) | ~Q(previous=F("id")),
                violation_error_message=_("An edition cannot be its own previous edition."),
            ),
        ]

    def __str__(self):
        return f"{self.ranking.abbreviation} {self.number}"

    def save(self, *args, **kwargs):
        self.was_public = self.has_been_seen
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("rankings:edition-detail", args=[self.ranking.slug, self.number])

    @property
    def short(self):
        return short_name(self.ranking.abbreviation, self.number)

    @property
    def is_first(self):
        """Whether it is the first of its ranking, so that nothing can have changed since before."""
        return self.number == 1

    @property
    def has_been_seen(self):
        """Whether readers know the figures, be the edition withdrawn or not."""
        return self.is_public or self.was_public

    def clean(self):
        if self.previous and self.previous.ranking_id != self.ranking_id:
            raise ValidationError(
                {"previous": _("The previous edition must belong to the same ranking.")}
            )


class MeasureLabel(models.Model):
    """The label that a measure carried in one edition, where it differed."""

    measure = models.ForeignKey(
        Measure, models.PROTECT, related_name="labels", verbose_name=_("measure")
    )
    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="labels", verbose_name=_("edition")
    )
    label = models.CharField(_("label"), max_length=100)

    class Meta:
        verbose_name = _("label in one edition")
        verbose_name_plural = _("labels in single editions")
        constraints = [
            models.UniqueConstraint("measure", "edition", name="measure_label_one_per_edition"),
        ]

    def __str__(self):
        return self.label
