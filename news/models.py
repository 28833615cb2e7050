from datetime import timedelta

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import get_translation_fields

from .files import (
    attachment_path,
    cleaned_picture,
    describe_attachment,
    image_path,
    is_kept,
    label_of,
    validate_attachment,
    validate_image,
)
from .licences import Licence
from .localized import wording
from .pictures.sizes import delete_files, make_sizes
from .readiness import ReadyByLanguage, is_ready_in, is_ready_in_any, ready_has_title

# Slips that are corrected this soon after publication are not announced as revisions.
SETTLING_TIME = timedelta(hours=1)

# Besides the state and the time: whether the public sees an article, and how lists choose it.
SEEN_BY = ["expires_at", *get_translation_fields("is_ready")]
TELLING = [*SEEN_BY, "kind", "department"]


class Department(models.Model):
    name = models.CharField(_("name"), max_length=100)
    phone = models.CharField(
        _("phone"),
        max_length=30,
        blank=True,
        validators=[
            RegexValidator(r"^[0-9+()\- ]+$", _("Write digits and hyphens: 051-888-1234."))
        ],
    )
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("For readers who cannot or do not want to telephone.")
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Departments are listed in this order.")
    )

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("department")
        verbose_name_plural = _("departments")

    def __str__(self):
        return self.name


class ArticleQuerySet(models.QuerySet):
    def published(self, at=None):
        """What the public may see at the moment `at` (default: now), in any language.

        The one place where this is decided: pages, feeds, files and search all ask here.
        """
        at = at or timezone.now()
        return self.filter(
            Q(expires_at=None) | Q(expires_at__gt=at),
            is_ready_in_any(),
            status=Article.Status.PUBLISHED,
            published_at__lte=at,
        )

    def with_state(self, at=None):
        """Adds `state`, one of `Article.State`: how each article stands at the moment `at`."""
        at = at or timezone.now()
        status, state = Article.Status, Article.State
        return self.annotate(
            state=Case(
                When(status=status.DRAFT, then=Value(state.DRAFT)),
                When(status=status.WITHDRAWN, then=Value(state.WITHDRAWN)),
                When(published_at__gt=at, then=Value(state.SCHEDULED)),
                When(expires_at__lte=at, then=Value(state.EXPIRED)),
                default=Value(state.PUBLISHED),
                output_field=models.CharField(),
            )
        )

    def withdrawn(self):
        return self.filter(status=Article.Status.WITHDRAWN)

    def ready_in(self, code):
        return self.filter(is_ready_in(code))

    def only_in_other_languages(self, code):
        return self.exclude(is_ready_in(code))

    def in_list_order(self):
        return self.order_by("-is_pinned", "-published_at", "-pk")

    def newest_first(self):
        return self.order_by("-published_at", "-pk")

    def with_view_count(self):
        """Adds `view_count`, how often each article was read in all languages together."""
        return self.annotate(view_count=Coalesce("view_total__count", 0))

    def most_read(self, days):
        """Those read on the last `days` days, today included, the most read first.

        Adds `recent_views`, their readings in all languages on these days.
        """
        since = timezone.localdate() - timedelta(days=days - 1)
        recent = DailyViews.objects.filter(day__gte=since, count__gt=0).order_by()
        own = recent.filter(article=OuterRef("pk")).values("article").annotate(total=Sum("count"))
        return (
            self.filter(pk__in=recent.values("article"))
            .annotate(recent_views=Subquery(own.values("total")))
            .order_by("-recent_views", "-published_at", "-pk")
        )

    def with_neighbours(self, among):
        """Adds `newer_pk` and `older_pk`, the next of `among` in time; None at the ends."""
        at, pk = OuterRef("published_at"), OuterRef("pk")
        newer = among.filter(Q(published_at__gt=at) | Q(published_at=at, pk__gt=pk))
        older = among.filter(Q(published_at__lt=at) | Q(published_at=at, pk__lt=pk))
        return self.annotate(
            newer_pk=Subquery(newer.order_by("published_at", "pk").values("pk")[:1]),
            older_pk=Subquery(older.newest_first().values("pk")[:1]),
        )

    def for_page(self, among):
        """Published articles with all that their pages need; `among` are those to browse."""
        return (
            self.published()
            .select_related("department")
            .with_view_count()
            .with_attachment_mark()
            .with_neighbours(among)
        )

    def with_attachment_mark(self):
        """Adds `has_attachments`."""
        files = Attachment.objects.filter(article=OuterRef("pk"))
        return self.annotate(has_attachments=Exists(files))


class Article(ReadyByLanguage, models.Model):
    class Kind(models.TextChoices):
        NEWS = "news", _("News")
        NOTICE = "notice", _("Notice")

    class Status(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("state", "Draft")
        PUBLISHED = "published", pgettext_lazy("state", "Published")
        WITHDRAWN = "withdrawn", pgettext_lazy("state", "Withdrawn")

    class State(models.TextChoices):
        """What becomes of the status as time goes by."""

        DRAFT = "draft", pgettext_lazy("state", "Draft")
        SCHEDULED = "scheduled", pgettext_lazy("state", "Scheduled")
        PUBLISHED = "published", pgettext_lazy("state", "Published")
        EXPIRED = "expired", pgettext_lazy("state", "Expired")
        WITHDRAWN = "withdrawn", pgettext_lazy("state", "Withdrawn")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.NEWS)
    status = models.CharField(
        _("state"), max_length=10, choices=Status, default=Status.DRAFT, editable=False
    )
    department = models.ForeignKey(
        Department,
        models.PROTECT,
        related_name="articles",
        verbose_name=_("department"),
        db_index=False,  # `article_of_department` begins with it
    )
    title = models.CharField(_("title"), max_length=200, blank=True)
    lead = models.TextField(
        _("lead"),
        blank=True,
        max_length=500,
        help_text=_("One or two sentences for lists, search results and shared links."),
    )
    body = models.TextField(
        _("body"),
        blank=True,
        help_text=_("Write as in a press release: □ ○ - for points, ※ for notes."),
    )
    is_ready = models.BooleanField(
        _("ready for readers"),
        default=False,
        help_text=_("Readers of this language see the article only when this is ticked."),
    )
    published_at = models.DateTimeField(
        _("publication time"),
        null=True,
        blank=True,
        help_text=_("Korean time. A time to come schedules the article."),
    )
    expires_at = models.DateTimeField(
        _("end of publication"),
        null=True,
        blank=True,
        help_text=_("From this time on the public no longer sees the article."),
    )
    is_pinned = models.BooleanField(_("pinned to the top of lists"), default=False)
    licence = models.CharField(_("licence"), max_length=10, choices=Licence, default=Licence.KOGL_1)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-pk"]
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        permissions = [("publish_article", _("Can publish and withdraw articles"))]
        # Each holds all that tells who may see an article: the rows themselves are long, and
        # lists and searches look at thousands to show ten.
        indexes = [
            models.Index(
                name="article_in_list",
                fields=["status", "is_pinned", "published_at", "id", *TELLING],
            ),
            models.Index(name="article_found", fields=["id", "status", "published_at", *TELLING]),
            models.Index(
                name="article_of_department",
                fields=["department", "status", "published_at", "id", *SEEN_BY, "kind"],
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="article_published_has_time",
                condition=~Q(status="published") | Q(published_at__isnull=False),
                violation_error_message=_("A published article needs a publication time."),
            ),
            models.CheckConstraint(
                name="article_expires_after_published",
                condition=Q(expires_at=None)
                | Q(published_at=None)
                | Q(expires_at__gt=F("published_at")),
                violation_error_message=_(
                    "The end of publication must be later than the publication time."
                ),
            ),
            models.CheckConstraint(
                name="article_published_is_ready",
                condition=~Q(status="published") | is_ready_in_any(),
                violation_error_message=_(
                    "A published article must be ready in at least one language."
                ),
            ),
            *ready_has_title("article_ready_has_title"),
        ]

    def __str__(self):
        return wording(self, "title", get_language()).text or str(_("Untitled article"))

    def save(self, *args, update_fields=None, **kwargs):
        # Whoever saves a text read before this must notice that it has changed.
        if not self._state.adding:
            self.version += 1
            update_fields = update_fields and {*update_fields, "version"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def get_absolute_url(self):
        return reverse("news:article-detail", args=[self.pk])

    @property
    def revised_at(self):
        """When a reader last got to see something else, or None.

        What editors do before an article appears, and within the hour after, is no revision;
        nor is entering an old article late.
        """
        first_seen = max(self.published_at, self.created_at)
        return self.updated_at if self.updated_at - first_seen > SETTLING_TIME else None

    def is_public(self, at=None):
        return type(self).objects.published(at).filter(pk=self.pk).exists()


class Image(models.Model):
    article = models.ForeignKey(
        Article, models.CASCADE, related_name="images", verbose_name=_("article")
    )
    file = models.ImageField(
        _("file"),
        upload_to=image_path,
        max_length=255,
        width_field="width",
        height_field="height",
        validators=[validate_image],
    )
    width = models.PositiveIntegerField(_("width"), editable=False, default=0)
    height = models.PositiveIntegerField(_("height"), editable=False, default=0)
    sizes = models.JSONField(_("smaller files"), editable=False, null=True, default=None)
    alt = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What the picture shows, for those who cannot see it."),
    )
    is_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("Tick this when the picture tells nothing that the text does not."),
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def __str__(self):
        return f"image:{self.pk}"

    def save(self, *args, **kwargs):
        if not is_kept(self.file):
            self.keep_new_file()
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("image-file", args=[self.pk])

    def keep_new_file(self):
        for replaced in type(self).objects.filter(pk=self.pk):
            delete_files(replaced)
        cleaned = cleaned_picture(self.file)
        self.file.save(cleaned.name, cleaned, save=False)
        make_sizes(self)


class Attachment(models.Model):
    article = models.ForeignKey(
        Article, models.CASCADE, related_name="attachments", verbose_name=_("article")
    )
    file = models.FileField(
        _("file"), upload_to=attachment_path, max_length=255, validators=[validate_attachment]
    )
    title = models.CharField(
        _("title"),
        max_length=200,
        blank=True,
        help_text=_("Shown to readers; when empty, the name of the file."),
    )
    filename = models.CharField(_("file name"), max_length=255, editable=False)
    content_type = models.CharField(_("content type"), max_length=100, editable=False)
    size = models.PositiveBigIntegerField(_("size in bytes"), editable=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")

    def __str__(self):
        return self.title or self.filename

    def save(self, *args, **kwargs):
        if not is_kept(self.file):
            describe_attachment(self)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("attachment-file", args=[self.pk, self.filename])

    @property
    def type_label(self):
        """«HWPX», «PDF»: what readers call the type of the file."""
        return label_of(self.content_type)


# Django finds models through this module; these name the article, so they come after it.
from .counting.models import (  # noqa: E402, F401
    DailySalt,
    DailyViews,
    JournalCursor,
    RecentReading,
    ViewTotal,
)
from .search.models import ArticleText, AttachmentText, StaleText  # noqa: E402, F401
