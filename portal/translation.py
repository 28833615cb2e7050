import simple_history
from modeltranslation.translator import TranslationOptions, translator

from .models import SitePage, SiteSettings


class SiteSettingsTranslation(TranslationOptions):
    fields = ["name", "organisation", "tagline", "notice", "address"]


class SitePageTranslation(TranslationOptions):
    fields = ["title", "body", "is_ready"]


translator.register(SiteSettings, SiteSettingsTranslation)
translator.register(SitePage, SitePageTranslation)

# After translation, so that the history has a column for each language; without the raw
# columns, which hold whichever language was saved last.
simple_history.register(SitePage, app="portal", excluded_fields=SitePageTranslation.fields)
