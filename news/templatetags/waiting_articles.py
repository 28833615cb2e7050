from django import template
from django.conf import settings

from news.models import Article

register = template.Library()

SHOWN = 5


@register.inclusion_tag("admin/news/_waiting.html")
def waiting_articles(user):
    """What an editor finds to do on the first page: drafts, schedules, missing translations."""
    if not user.has_perm("news.view_article"):
        return {}
    articles = Article.objects.with_state()
    drafts = articles.filter(state=Article.State.DRAFT).order_by("-updated_at")
    scheduled = articles.filter(state=Article.State.SCHEDULED).order_by("published_at")
    published = articles.filter(state=Article.State.PUBLISHED)
    return {
        "may_view": True,
        "may_add": user.has_perm("news.add_article"),
        "drafts": drafts[:SHOWN],
        "draft_count": drafts.count(),
        "scheduled": scheduled[:SHOWN],
        "scheduled_count": scheduled.count(),
        "untranslated": [
            (code, name, published.only_in_other_languages(code).count())
            for code, name in settings.LANGUAGES
        ],
    }
