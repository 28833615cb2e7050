from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ..querysets import ClaimQuerySet, CorrectionQuerySet, ResultQuerySet
from .editions import Edition
from .places import City
from .rankings import Measure
from .sources import Source


class Basis(models.TextChoices):
    PRINTED = "printed", _("Printed in the source")
    LIST_ORDER = "list_order", _("Read from the order of a list")
    ARITHMETIC = "arithmetic", _("Computed from a stated change")


def shared_ranks(model):
    """What holds for joint ranks and bands: constraints, named after the `model`."""
    return [
        models.CheckConstraint(
            name=f"{model}_joint_has_rank",
            condition=Q(is_joint=False) | Q(rank__isnull=False),
            violation_error_message=_("Only a rank can be joint."),
        ),
        models.CheckConstraint(
            name=f"{model}_band_ends_after_rank",
            condition=Q(band_end=None)
            | Q(is_joint=False, rank__isnull=False, band_end__gt=F("rank")),
            violation_error_message=_(
                "A band ends with a higher rank than it begins with, and is never joint."
            ),
        ),
    ]


class Result(models.Model):
    Basis = Basis

    class Scope(models.TextChoices):
        WORLD = "world", _("World")
        REGION = "region", _("Region")
        COUNTRY = "country", _("Country")

    class Status(models.TextChoices):
        RANKED = "ranked", _("Ranked")
        NOT_PUBLISHED = "not_published", _("Not published")
        ABSENT = "absent", _("Absent")

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
    band_end = models.PositiveSmallIntegerField(
        _("end of the band"),
        null=True,
        blank=True,
        help_text=_("The last rank of a band such as 51–60, which begins with the rank."),
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
        indexes = [
            # Holds all that it takes to count a table and to find its last rank.
            models.Index(
                fields=["edition", "measure", "scope", "status", "rank"], name="result_table"
            ),
        ]
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
            *shared_ranks("result"),
            # Ranks in a region repeat from region to region; in the world they do not.
            models.UniqueConstraint(
                "edition",
                "measure",
                "rank",
                condition=Q(scope="world", is_joint=False, band_end=None),
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


class Claim(models.Model):
    """What another source says of a figure; the result itself is what was chosen to be shown."""

    result = models.ForeignKey(
        Result, models.PROTECT, related_name="claims", verbose_name=_("result")
    )
    rank = models.PositiveSmallIntegerField(_("rank"), null=True, blank=True)
    is_joint = models.BooleanField(_("joint"), default=False)
    band_end = models.PositiveSmallIntegerField(_("end of the band"), null=True, blank=True)
    rating = models.DecimalField(_("rating"), max_digits=8, decimal_places=2, null=True, blank=True)
    basis = models.CharField(_("basis"), max_length=10, choices=Basis, default=Basis.PRINTED)
    source = models.ForeignKey(
        Source, models.PROTECT, related_name="claims", verbose_name=_("source")
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("Why the other figure is shown. Readers see this.")
    )

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["result", "pk"]
        verbose_name = _("conflicting claim")
        verbose_name_plural = _("conflicting claims")
        constraints = [
            models.UniqueConstraint(
                "result",
                "source",
                name="claim_one_per_source",
                violation_error_message=_("This source’s claim is already kept."),
            ),
            models.CheckConstraint(
                name="claim_says_something",
                condition=Q(rank__isnull=False, rank__gte=1) | Q(rank=None, rating__isnull=False),
                violation_error_message=_("Enter the rank or the rating that the source states."),
            ),
            *shared_ranks("claim"),
        ]

    def __str__(self):
        return f"{self.result} – {self.source}"

    def clean(self):
        states_something = self.rank or self.rating is not None
        if self.result_id and states_something and not self.contradicts(self.result):
            raise ValidationError(
                _("This source says the same as the figure that is shown, so nothing conflicts.")
            )

    def contradicts(self, result):
        """Whether this says anything else than `result`, which need not be the stored one."""
        if self.rank and place_of(self) != place_of(result):
            return True
        return None not in (self.rating, result.rating) and self.rating != result.rating


def place_of(figure):
    return figure.rank, figure.is_joint, figure.band_end


class Correction(models.Model):
    """A change to a published figure, kept for the public. Rows are added and never changed.

    Without a `part`, a rank was corrected or more than can be named.
    """

    class Part(models.TextChoices):
        RATING = "rating", _("Rating")
        REGION_RANK = "region_rank", _("Rank in the region")
        NUMBER = "number", _("Number of the edition")
        PUBLISHED_ON = "published_on", _("Date of publication")
        PREVIOUS = "previous", _("Previous edition")
        CITIES_RESEARCHED = "cities_researched", _("Cities researched")
        CITIES_INCLUDED = "cities_included", _("Cities included")
        FACTORS = "factors", _("Factors")

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
    part = models.CharField(_("part"), max_length=20, choices=Part, blank=True)
    before = models.CharField(_("before"), max_length=200)
    after = models.CharField(_("after"), max_length=200)
    reason = models.TextField(_("reason"))
    corrected_at = models.DateTimeField(_("corrected"), auto_now_add=True)

    objects = CorrectionQuerySet.as_manager()

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

    @property
    def corrected_on(self):
        """The day of the correction where the portal is."""
        return localdate(self.corrected_at)
