from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import get_translation_fields

from news.localized import wording
from news.readiness import ReadyByLanguage, is_ready_in_any, ready_has_title

from ..models import SiteSettings

# Pages whose contents come from the software; what editors write stands above them.
OWN_ADDRESSES = {"how-we-count": "news:counting-rule"}


def settings_columns():
    return [field.attname for field in SiteSettings._meta.concrete_fields]


class JSONRow(models.Func):
    """Values in one, as a list.

    Django's own JSONObject asks SQLite in a writing transaction whether it knows JSON: while
    somebody else writes, that fails, and with it each page from then on.
    """

    function = "JSON_ARRAY"
    output_field = models.JSONField()

    def as_postgresql(self, compiler, connection, **extra_context):
        return self.as_sql(compiler, connection, function="JSONB_BUILD_ARRAY", **extra_context)


class SitePageQuerySet(models.QuerySet):
    def public(self):
        """What readers may open, in any language."""
        return self.filter(is_ready_in_any())

    def listed(self):
        """What the foot of every page leads to, in its order."""
        always = models.Q(slug__in=OWN_ADDRESSES)
        return self.filter(is_ready_in_any() | always).order_by("position", "pk")

    def without_bodies(self):
        return self.rewrite(False).defer("body", *get_translation_fields("body"))

    def with_settings(self):
        """Adds `settings_row`, the values of `settings_columns()`, or None.

        Every page needs both; together they cost one query.
        """
        row = JSONRow(*settings_columns())
        settings = SiteSettings.objects.rewrite(False).order_by("pk").values_list(row)
        return self.annotate(settings_row=models.Subquery(settings[:1]))


class SitePage(ReadyByLanguage, models.Model):
    slug = models.SlugField(
        _("address"),
        unique=True,
        validators=[
            RegexValidator(
                r"^[a-z0-9]+(-[a-z0-9]+)*\Z",
                _("Write small Latin letters and digits, with single hyphens between: open-data."),
            )
        ],
        help_text=_(
            "The last part of the address of the page. It cannot be changed later, "
            "because others link to it."
        ),
    )
    title = models.CharField(_("title"), max_length=100, blank=True)
    body = models.TextField(
        _("body"),
        blank=True,
        help_text=_(
            "Written like the body of an article. [[contact:site]] alone on a line shows "
            "the contact details of the site settings."
        ),
    )
    is_ready = models.BooleanField(
        _("ready for readers"),
        default=False,
        help_text=_("Readers of this language see the text only when this is ticked."),
    )
    position = models.PositiveSmallIntegerField(
        _("position"),
        default=0,
        help_text=_("The links at the foot of every page stand in this order."),
    )
    updated_at = models.DateTimeField(_("last changed"), editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = SitePageQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("page of the site")
        verbose_name_plural = _("pages of the site")
        permissions = [("publish_sitepage", _("Can change pages of the site that are public"))]
        constraints = ready_has_title("site_page_ready_has_title")

    def __str__(self):
        return wording(self, "title", get_language()).text or self.slug

    def save(self, *args, update_fields=None, **kwargs):
        """Keep `version` and, when readers get to see another text, `updated_at`."""
        touched = set()
        if self._state.adding or self.is_reworded():
            self.updated_at = timezone.now()
            touched.add("updated_at")
        if not self._state.adding:
            self.version += 1
            touched.add("version")
        update_fields = update_fields and {*update_fields, *touched}
        super().save(*args, update_fields=update_fields, **kwargs)

    def get_absolute_url(self):
        if self.has_own_address:
            return reverse(OWN_ADDRESSES[self.slug])
        return reverse("site-page", args=[self.slug])

    def clean(self):
        super().clean()
        stored = self.stored("slug")
        if stored and stored["slug"] != self.slug:
            raise ValidationError({"slug": _("The address of a page cannot be changed.")})

    def is_reworded(self):
        stored = self.stored(*get_translation_fields("title", "body", "is_ready")) or {}
        return any(value != getattr(self, name) for name, value in stored.items())

    def stored(self, *names):
        return type(self).objects.rewrite(False).filter(pk=self.pk).values(*names).first()

    @property
    def has_own_address(self):
        return self.slug in OWN_ADDRESSES

    @property
    def is_public(self):
        return self.has_own_address or bool(self.ready_languages())
