import simple_history
from modeltranslation.translator import TranslationOptions, translator

from .models import Article, ArticleText, Attachment, Department, Image


class DepartmentTranslation(TranslationOptions):
    fields = ["name"]


class ArticleTranslation(TranslationOptions):
    fields = ["title", "lead", "body", "is_ready"]


class ImageTranslation(TranslationOptions):
    fields = ["alt"]


class AttachmentTranslation(TranslationOptions):
    fields = ["title"]


class ArticleTextTranslation(TranslationOptions):
    fields = ["title", "text"]


translator.register(Department, DepartmentTranslation)
translator.register(Article, ArticleTranslation)
translator.register(Image, ImageTranslation)
translator.register(Attachment, AttachmentTranslation)
translator.register(ArticleText, ArticleTextTranslation)

# After translation, so that the history has a column for each language; without the raw
# columns, which hold whichever language was saved last.
simple_history.register(Article, app="news", excluded_fields=ArticleTranslation.fields)
