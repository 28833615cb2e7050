"""The history of articles and results: what changed, and the way back."""

import pytest
from django.urls import reverse
from django.utils import timezone

from news.counting.models import ViewTotal
from news.models import Article, Department
from rankings.models import City, Edition, Ranking, Result
from tests.newsroom import article, at_work

pytestmark = pytest.mark.django_db

Status = Article.Status


@pytest.fixture
def editor():
    return at_work("editor")


@pytest.fixture
def story():
    """An article that was saved three times."""
    story = article(title_ko="첫 제목", title_en="First title", body_ko="□ 하나\n□ 둘")
    story.title_ko, story.title_en, story.is_ready_en = "둘째 제목", "Second title", True
    story.save()
    story.body_ko = "□ 하나\n□ 두울"
    story.save()
    return story


def history(instance):
    opts = instance._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_history", args=[instance.pk])


def revision(instance, number):
    """The address of the revision that was recorded as the `number`-th, from 1."""
    record = instance.history.order_by("history_id")[number - 1]
    return f"{history(instance)}{record.pk}/"


def revert(client, instance, number, **data):
    newest = instance.history.order_by("-history_id").first().pk
    return client.post(revision(instance, number), {"newest": newest, **data})


def text(response):
    return response.content.decode()


def test_the_list_says_who_saved_what(editor, story):
    page = text(editor.get(history(story)))

    assert page.index("본문 (한국어)") < page.index("제목 (한국어), 제목 (English)")
    assert "작성" in page


def test_a_revision_shows_the_changes_of_both_languages(editor, story):
    page = text(editor.get(revision(story, 2)))

    for shown in ("첫 제목", "둘째 제목", "First title", "Second title"):
        assert shown in page
    assert "<del>아니요</del>" in page


def test_a_text_is_compared_line_by_line(editor, story):
    page = text(editor.get(revision(story, 3)))

    assert "<mark>두울</mark>" in page
    assert "<mark>하나</mark>" not in page


def test_published_and_withdrawn_stand_in_the_history(editor, story):
    story.status, story.published_at = Status.PUBLISHED, timezone.now()
    story.save()

    page = text(editor.get(revision(story, 4)))

    assert "<del>초안</del>" in page
    assert "<ins>게시 중</ins>" in page


def test_what_was_typed_is_not_read_as_markup(editor, story):
    story.title_ko, story.body_ko = "<script>alert(1)</script>", "<img src=x onerror=alert(1)>"
    story.save()

    page = text(editor.get(revision(story, 4)))

    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_going_back_restores_the_text_in_both_languages(editor, story):
    response = revert(editor, story, 1)

    restored = Article.objects.get()
    assert response.url == reverse("admin:news_article_change", args=[story.pk])
    assert (restored.title_ko, restored.title_en) == ("첫 제목", "First title")
    assert restored.body_ko == "□ 하나\n□ 둘"


def test_going_back_is_a_revision_of_its_own(editor, story):
    revert(editor, story, 1)

    newest = story.history.latest()
    assert story.history.count() == 4
    assert newest.version == 4
    assert newest.history_user.username == "editor"
    assert "되돌렸습니다" in newest.history_change_reason


def test_going_back_asks_first(editor, story):
    editor.get(revision(story, 1))

    assert Article.objects.get().title_ko == "둘째 제목"


def test_going_back_leaves_publication_and_views_alone(story):
    story.status, story.published_at = Status.PUBLISHED, timezone.now()
    story.save()
    ViewTotal.objects.create(article=story, count=7)

    revert(at_work("approver"), story, 1)

    restored = Article.objects.with_view_count().get()
    assert restored.status == Status.PUBLISHED
    assert restored.published_at == story.published_at
    assert restored.is_ready_en
    assert restored.view_count == 7


def test_going_back_works_whatever_language_the_admin_speaks(editor, story):
    editor.cookies["django_language"] = "en"

    revert(editor, story, 1)

    restored = Article.objects.get()
    assert (restored.title_ko, restored.title_en) == ("첫 제목", "First title")


def test_going_back_to_what_cannot_be_is_refused_with_a_reason(editor, story):
    other = Department.objects.create(name_ko="총무과")
    Article.objects.filter(pk=story.pk).update(department=other)
    story.department.delete()

    response = revert(editor, story, 1)

    assert response.status_code == 200
    assert response.context["revert_errors"]
    assert Article.objects.get().title_ko == "둘째 제목"


@pytest.mark.parametrize(("status", "is_refused"), [("published", True), ("draft", False)])
def test_readers_do_not_get_back_lines_that_they_would_see_as_code(status, is_refused):
    story = article(body_ko="□ 하나\n![](image:)")
    story.body_ko, story.status, story.published_at = "□ 하나", status, timezone.now()
    story.save()

    response = revert(at_work("approver"), story, 1)

    story.refresh_from_db()
    assert (response.status_code == 200) == is_refused
    assert (story.body_ko == "□ 하나") == is_refused
    if is_refused:
        assert "한국어 2번째 줄: 그림 번호가 없습니다." in text(response)


def test_going_back_past_a_save_that_was_not_seen_is_refused(editor, story):
    seen = story.history.order_by("-history_id").first().pk
    story.title_ko = "넷째 제목"
    story.save()

    response = revert(editor, story, 1, newest=seen)

    assert response.status_code == 302
    assert Article.objects.get().title_ko == "넷째 제목"


@pytest.mark.parametrize("newest", ["", "x", "0"])
def test_a_request_that_does_not_say_what_it_saw_is_refused(editor, story, newest):
    revert(editor, story, 1, newest=newest)

    assert Article.objects.get().title_ko == "둘째 제목"


def test_an_editor_cannot_bring_back_what_is_published(editor, story):
    story.status, story.published_at = Status.PUBLISHED, timezone.now()
    story.save()

    page = text(editor.get(revision(story, 1)))
    response = revert(editor, story, 1)

    assert "되돌릴 권한은 없습니다" in page
    assert response.status_code == 403
    assert Article.objects.get().title_ko == "둘째 제목"


def test_revisions_of_another_article_are_not_found(editor, story):
    other = article()
    address = f"{history(other)}{story.history.first().pk}/"

    assert editor.get(address).status_code == 404
    assert editor.post(address).status_code == 404


@pytest.mark.parametrize("key", ["999", "no-number"])
def test_an_unknown_article_has_no_history(editor, key):
    address = reverse("admin:news_article_history", args=[key])

    assert editor.get(address).status_code == 404
    assert editor.get(f"{address}1/").status_code == 404


def test_long_histories_are_paged(editor):
    story = article()
    for number in range(60):
        story.title_ko = f"제목 {number}"
        story.save()

    first, second = (text(editor.get(history(story), {"p": page})) for page in (1, 2))

    assert first.count('<th scope="row">') == 50
    assert second.count('<th scope="row">') == 11
    assert text(editor.get(history(story), {"p": "x"})) is not None


def test_a_page_of_the_history_costs_no_query_per_row(editor, django_assert_max_num_queries):
    story = article()
    for number in range(40):
        story.title_ko = f"제목 {number}"
        story.save()

    with django_assert_max_num_queries(15):
        editor.get(history(story))


def test_results_have_a_history_and_a_way_back_too(editor):
    ranking = Ranking.objects.create(
        slug="sci", name_ko="지수", abbreviation="SCI", url="https://a.kr"
    )
    measure = ranking.measures.create(code="overall", kind="overall", label_ko="종합")
    edition = Edition.objects.create(ranking=ranking, number=12, published_on="2025-12-04")
    city = City.objects.create(slug="busan", name_ko="부산", country_ko="대한민국")
    result = Result.objects.create(edition=edition, city=city, measure=measure, rank=8)
    result.rank = 9
    result.save()

    page = text(editor.get(revision(result, 2)))
    revert(editor, result, 1)

    assert "<del>8</del>" in page
    assert "<ins>9</ins>" in page
    assert Result.objects.get().rank == 8
