from django.db import models
from django.utils.translation import gettext_lazy as _


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
