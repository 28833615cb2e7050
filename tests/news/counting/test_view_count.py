from news.models import Article, DailyViews, ViewTotal


def test_an_article_nobody_read_has_no_views(publish):
    publish()

    assert Article.objects.with_view_count().get().view_count == 0


def test_the_count_comes_with_the_article_in_one_join(publish, django_assert_num_queries):
    article = publish()
    ViewTotal.objects.create(article=article, count=1234)
    for language in ("ko", "en"):
        DailyViews.objects.create(
            article=article, day=article.published_at.date(), language=language, count=600
        )

    articles = Article.objects.published().with_view_count()

    with django_assert_num_queries(1):
        assert [article.view_count for article in articles] == [1234]
    assert str(articles.query).count("JOIN") == 1
    assert "GROUP BY" not in str(articles.query)
