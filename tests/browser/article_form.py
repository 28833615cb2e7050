"""The form of an article as tests find their way in it."""

from django.urls import reverse

ADD = "/admin/news/article/add/"
BODY = "#id_body_ko"


def change(story):
    return reverse("admin:news_article_change", args=[story.pk])


def button(page, name):
    return page.locator("#language-ko").get_by_role("toolbar").get_by_role("button", name=name)


def preview(page, language="ko"):
    return page.frame_locator(f"#language-{language} iframe")


def findings(page, language="ko"):
    return page.locator(f"#language-{language} [data-findings] button")
