from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..querysets import RankingQuerySet
from .places import City

# What the addresses of rankings share with pages of another kind.
RESERVED_SLUGS = {"cities"}


class Ranking(models.Model):
    """A published index of cities, such as the Smart Centres Index."""

    slug = models.SlugField(_("short name in addresses"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=200)
    abbreviation = models.CharField(
        _("abbreviation"),
        max_length=20,
        help_text=_("Need not be unique: two published indices are called SCI."),
    )
    publisher = models.CharField(_("publisher"), max_length=200)
    url = models.URLField(_("address"), max_length=500)
    frequency = models.CharField(_("frequency"), max_length=100, blank=True)
    methodology = models.TextField(_("methodology"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = RankingQuerySet.as_manager()

    class Meta:
        ordering = ["position", "slug"]
        verbose_name = _("ranking")
        verbose_name_plural = _("rankings")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("rankings:ranking-detail", args=[self.slug])

    def clean(self):
        if self.slug in RESERVED_SLUGS:
            message = _("Pages of another kind have “%(slug)s” in their addresses. Choose another.")
            raise ValidationError({"slug": message % {"slug": self.slug}})


class Region(models.Model):
    """A region as the publisher of one ranking draws it, which is not a continent."""

    ranking = models.ForeignKey(
        Ranking, models.PROTECT, related_name="regions", verbose_name=_("ranking")
    )
    slug = models.SlugField(_("short name in addresses"), max_length=60)
    name = models.CharField(_("name"), max_length=100)

    class Meta:
        ordering = ["ranking", "slug"]
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        constraints = [
            models.UniqueConstraint("ranking", "slug", name="region_unique_in_ranking"),
        ]

    def __str__(self):
        return self.name


class CityRegion(models.Model):
    """The region in which one ranking counts a city."""

    ranking = models.ForeignKey(Ranking, models.PROTECT, related_name="+", editable=False)
    region = models.ForeignKey(
        Region, models.PROTECT, related_name="members", verbose_name=_("region")
    )
    city = models.ForeignKey(City, models.PROTECT, related_name="regions", verbose_name=_("city"))

    class Meta:
        verbose_name = _("region of a city")
        verbose_name_plural = _("regions of cities")
        constraints = [
            models.UniqueConstraint(
                "ranking",
                "city",
                name="city_region_one_per_ranking",
                violation_error_message=_("This ranking already counts the city in a region."),
            ),
        ]

    def __str__(self):
        return f"{self.city} – {self.region}"

    def save(self, *args, **kwargs):
        self.ranking_id = self.region.ranking_id
        super().save(*args, **kwargs)


class Measure(models.Model):
    """What a city is ranked by: the whole, an area, a dimension or a survey question."""

    class Kind(models.TextChoices):
        OVERALL = "overall", _("Overall")
        AREA = "area", _("Area")
        DIMENSION = "dimension", _("Dimension")
        SURVEY = "survey", _("Survey")

    ranking = models.ForeignKey(
        Ranking, models.PROTECT, related_name="measures", verbose_name=_("ranking")
    )
    code = models.SlugField(
        _("code"), max_length=60, help_text=_("Stays the same in downloads, whatever the label.")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.AREA)
    label = models.CharField(_("label"), max_length=100)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["ranking", "position", "code"]
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        constraints = [
            models.UniqueConstraint("ranking", "code", name="measure_code_unique_in_ranking"),
            models.UniqueConstraint(
                "ranking",
                condition=Q(kind="overall"),
                name="measure_one_overall_per_ranking",
                violation_error_message=_("This ranking already has an overall measure."),
            ),
        ]

    def __str__(self):
        return self.label

    @property
    def is_overall(self):
        return self.kind == self.Kind.OVERALL
