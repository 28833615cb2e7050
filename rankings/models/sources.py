from django.db import models
from django.utils.translation import gettext_lazy as _


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
