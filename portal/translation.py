from modeltranslation.translator import TranslationOptions, translator

from .models import SiteSettings


class SiteSettingsTranslation(TranslationOptions):
    fields = ["name", "organisation", "tagline", "address"]


translator.register(SiteSettings, SiteSettingsTranslation)
