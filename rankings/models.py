from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .querysets import EditionQuerySet, RankingQuerySet, ResultQuerySet


class Source(models.Model):
    """A public page that a figure was read from."""

    url = models.URLField(_("address"), max_length=500, unique=True)
    title = models.CharField(_("title"), max_length=200)
    dated_on = models.DateField(_("date"), null=True, blank=True)

    class Meta:
        ordering = ["url"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self):
        return self.title


class City(models.Model):
    slug = models.SlugField(_("short name in addresses"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=100)
    country = models.CharField(_("country"), max_length=100)

    class Meta:
        ordering = ["slug"]
        verbose_name = _("city")
        verbose_name_plural = _("cities")

    def __str__(self):
        return self.name


class CityAlias(models.Model):
    """Another name under which sources write a city, in whichever language."""

    city = models.ForeignKey(City, models.CASCADE, related_name="aliases", verbose_name=_("city"))
    name = models.CharField(_("other name"), max_length=100, unique=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("other name of a city")
        verbose_name_plural = _("other names of cities")

    def __str__(self):
        return self.name


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

    def get_absolute_url(self):
        return reverse("rankings:edition-detail", args=[self.ranking.slug, self.number])

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


class Result(models.Model):
    class Scope(models.TextChoices):
        WORLD = "world", _("World")
        REGION = "region", _("Region")
        COUNTRY = "country", _("Country")

    class Status(models.TextChoices):
        RANKED = "ranked", _("Ranked")
        NOT_PUBLISHED = "not_published", _("Not published")
        ABSENT = "absent", _("Absent")

    class Basis(models.TextChoices):
        PRINTED = "printed", _("Printed in the source")
        LIST_ORDER = "list_order", _("Read from the order of a list")
        ARITHMETIC = "arithmetic", _("Computed from a stated change")

    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="results", verbose_name=_("edition")
    )
    city = models.ForeignKey(City, models.PROTECT, related_name="results", verbose_name=_("city"))
    measure = models.ForeignKey(
        Measure, models.PROTECT, related_name="results", verbose_name=_("measure")
    )
    scope = models.CharField(_("scope"), max_length=10, choices=Scope, default=Scope.WORLD)
    status = models.CharField(_("status"), max_length=15, choices=Status, default=Status.RANKED)
    rank = models.PositiveSmallIntegerField(_("rank"), null=True, blank=True)
    is_joint = models.BooleanField(
        _("joint"), default=False, help_text=_("Shared with another city, as in «=8».")
    )
    rating = models.DecimalField(_("rating"), max_digits=8, decimal_places=2, null=True, blank=True)
    basis = models.CharField(_("basis"), max_length=10, choices=Basis, default=Basis.PRINTED)
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="results",
        verbose_name=_("source"),
    )

    objects = ResultQuerySet.as_manager()

    class Meta:
        ordering = ["edition", "measure", "scope", F("rank").asc(nulls_last=True), "pk"]
        verbose_name = _("result")
        verbose_name_plural = _("results")
        constraints = [
            models.UniqueConstraint(
                "edition",
                "city",
                "measure",
                "scope",
                name="result_unique_per_city_and_measure",
                violation_error_message=_(
                    "This edition already has a result of this city for this measure and scope."
                ),
            ),
            models.CheckConstraint(
                name="result_ranked_has_rank",
                condition=Q(status="ranked", rank__isnull=False, rank__gte=1)
                | (~Q(status="ranked") & Q(rank=None)),
                violation_error_message=_(
                    "A ranked city needs a rank of 1 or more, any other none."
                ),
            ),
            models.CheckConstraint(
                name="result_joint_has_rank",
                condition=Q(is_joint=False) | Q(rank__isnull=False),
                violation_error_message=_("Only a rank can be joint."),
            ),
            # Ranks in a region repeat from region to region; in the world they do not.
            models.UniqueConstraint(
                "edition",
                "measure",
                "rank",
                condition=Q(scope="world", is_joint=False),
                name="result_shared_rank_is_joint",
                violation_error_message=_(
                    "Two cities share this rank: mark both as joint, or correct one."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.edition} {self.city} {self.measure}"

    def clean(self):
        if not (self.measure_id and self.edition_id):
            return
        if self.measure.ranking_id != self.edition.ranking_id:
            raise ValidationError({"measure": _("This measure belongs to another ranking.")})


class Correction(models.Model):
    """A change to a published figure, kept for the public. Rows are added and never changed."""

    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="corrections", verbose_name=_("edition")
    )
    city = models.ForeignKey(
        City, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("city")
    )
    measure = models.ForeignKey(
        Measure,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("measure"),
    )
    before = models.CharField(_("before"), max_length=200)
    after = models.CharField(_("after"), max_length=200)
    reason = models.TextField(_("reason"))
    corrected_at = models.DateTimeField(_("corrected"), auto_now_add=True)

    class Meta:
        ordering = ["-corrected_at", "-pk"]
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

    def __str__(self):
        return f"{self.edition}: {self.before} → {self.after}"

    def save(self, *args, **kwargs):
        if self.pk:
            raise TypeError("A correction is never changed; add another.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("A correction is never deleted.")
