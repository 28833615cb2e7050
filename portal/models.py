from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from news.licences import TERMS, Licence


class SiteSettings(models.Model):
    """What the whole site says of itself: one row, edited by administrators."""

    name = models.CharField(_("name of the site"), max_length=100)
    organisation = models.CharField(_("organisation"), max_length=100)
    tagline = models.CharField(_("line below the name"), max_length=200, blank=True)
    notice = models.CharField(
        _("notice above every page"),
        max_length=200,
        blank=True,
        help_text=_("What every reader must know first: that the site is a test, or moves soon."),
    )
    address = models.CharField(_("postal address"), max_length=200, blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    is_official = models.BooleanField(
        _("official government site"),
        default=False,
        help_text=_(
            "Shows the banner of official e-government sites. "
            "Using it on any other site is forbidden."
        ),
    )

    data_licence = models.CharField(
        _("licence of the ranking data"),
        max_length=10,
        choices=Licence,
        default=Licence.KOGL_1,
        help_text=_(
            "Under this licence readers may reuse the tables as compiled here. "
            "The figures themselves remain those of the publishers named with them."
        ),
    )
    data_licence_url = TERMS

    class Meta:
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")
        constraints = [
            models.CheckConstraint(name="site_settings_single_row", condition=Q(id=1)),
        ]

    def __str__(self):
        return self.name

    @classmethod
    def current(cls):
        """The settings in force; before an administrator has saved any, the product's name."""
        return cls.objects.first() or cls.unsaved()

    @classmethod
    def unsaved(cls):
        return cls(name="Haeundae", organisation="Haeundae")


# Django finds models through this module; pages of the site are shown with its settings.
from .feedback.models import FeedbackAnswer, FeedbackPage, FeedbackSender  # noqa: E402, F401
from .site_pages.models import SitePage  # noqa: E402, F401
