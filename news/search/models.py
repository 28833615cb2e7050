from django.db import models


class ArticleText(models.Model):
    """What is searched of an article, in each language: the pieces, spaces between."""

    article = models.OneToOneField(
        "news.Article", models.CASCADE, primary_key=True, related_name="search_text"
    )
    title = models.TextField(blank=True)
    text = models.TextField(blank=True)

    class Meta:
        app_label = "news"

    def __str__(self):
        return f"article {self.article_id}"


class StaleText(models.Model):
    """An article that changed since it was indexed; triggers of the database write these.

    There is a row for each change: one that is made while another is being read is a new row.
    """

    article_pk = models.BigIntegerField()

    class Meta:
        app_label = "news"

    def __str__(self):
        return f"article {self.article_pk}"


class AttachmentText(models.Model):
    """The text in the `file` of an attachment; None until it has been read."""

    attachment = models.OneToOneField(
        "news.Attachment", models.CASCADE, primary_key=True, related_name="search_text"
    )
    file = models.CharField(max_length=255)
    text = models.TextField(null=True)

    class Meta:
        app_label = "news"
        indexes = [
            models.Index(
                fields=["attachment"], condition=models.Q(text=None), name="attachment_unread"
            ),
        ]

    def __str__(self):
        return f"attachment {self.attachment_id}"
