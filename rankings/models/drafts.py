from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .editions import Edition
from .rankings import Ranking
from .sources import Source


class DraftQuerySet(models.QuerySet):
    def open(self):
        """The drafts whose figures have not been saved, with who made them."""
        return self.filter(saved_at=None).select_related("made_by")


class Draft(models.Model):
    """A pasted or uploaded table on its way into an edition, with what was decided about it.

    `table` and `layout` are the dataclasses of `entry.pasted` as dictionaries; `layout` is
    empty as long as the guess holds. `cities` and `measures` map folded names to decisions,
    `cleared` lists the cells whose stored figures are to be deleted, `reasons` maps codes of
    languages to why public figures change, `confirmed` lists what was ticked, as digests of the
    sentences. `compared_with` holds the figures that were stored when the draft was last looked
    over, as `entry.rows.written_figures` writes them.
    """

    edition = models.ForeignKey(
        Edition, models.CASCADE, related_name="drafts", verbose_name=_("edition")
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("made by"),
    )
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)
    saved_at = models.DateTimeField(_("saved"), null=True, editable=False)
    file_name = models.CharField(_("name of the file"), max_length=255, blank=True)
    table = models.JSONField(_("table as read"))
    layout = models.JSONField(_("meaning of the columns"), default=dict, blank=True)
    cities = models.JSONField(_("decisions on cities"), default=dict, blank=True)
    measures = models.JSONField(_("decisions on measures"), default=dict, blank=True)
    cleared = models.JSONField(_("figures to delete"), default=list, blank=True)
    compared_with = models.TextField(_("compared with"), blank=True)
    source = models.ForeignKey(
        Source,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("source"),
    )
    reasons = models.JSONField(_("reasons for corrections"), default=dict, blank=True)
    confirmed = models.JSONField(_("what was confirmed"), default=list, blank=True)
    warning_reason = models.TextField(_("why the warnings are not mistakes"), blank=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-pk"]
        verbose_name = _("draft of pasted figures")
        verbose_name_plural = _("drafts of pasted figures")

    def __str__(self):
        return f"{self.edition} {self.file_name or self.pk}"

    @property
    def is_of_sentences(self):
        return self.table["separator"] == "sentence"

    @property
    def title(self):
        """What the table is, for an editor who has several drafts."""
        if self.file_name:
            return self.file_name
        return (
            gettext("Figures from sentences") if self.is_of_sentences else gettext("Pasted table")
        )


class RememberedColumn(models.Model):
    """What a column under this heading held when it was last saved in this ranking."""

    ranking = models.ForeignKey(
        Ranking, models.CASCADE, related_name="+", verbose_name=_("ranking")
    )
    heading = models.CharField(_("folded heading"), max_length=200)
    role = models.CharField(_("meaning of the column"), max_length=60)

    class Meta:
        ordering = ["ranking", "heading"]
        verbose_name = _("remembered column")
        verbose_name_plural = _("remembered columns")
        constraints = [
            models.UniqueConstraint(
                "ranking", "heading", name="remembered_column_heading_unique_in_ranking"
            ),
            models.CheckConstraint(
                name="remembered_column_has_heading_and_role",
                condition=~Q(heading="") & ~Q(role=""),
            ),
        ]

    def __str__(self):
        return f"{self.heading} – {self.role}"


class AcceptedWarning(models.Model):
    """A warning that somebody found to be no mistake. Rows are added and never changed."""

    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="accepted_warnings", verbose_name=_("edition")
    )
    sentence = models.TextField(_("warning"))
    reason = models.TextField(_("reason"))
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("accepted by")
    )
    accepted_at = models.DateTimeField(_("accepted"), auto_now_add=True)

    class Meta:
        ordering = ["-accepted_at", "-pk"]
        verbose_name = _("accepted warning")
        verbose_name_plural = _("accepted warnings")
        constraints = [
            models.CheckConstraint(
                name="accepted_warning_has_a_reason", condition=~Q(sentence="") & ~Q(reason="")
            ),
        ]

    def __str__(self):
        return self.sentence

    def save(self, *args, **kwargs):
        if self.pk:
            raise TypeError("An accepted warning is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("An accepted warning is never deleted.")
