import simple_history
from modeltranslation.translator import TranslationOptions, translator

from .models import (
    City,
    Claim,
    Correction,
    Edition,
    Measure,
    MeasureLabel,
    Ranking,
    Region,
    Result,
    Source,
)


class CityTranslation(TranslationOptions):
    fields = ["name", "country"]


class ClaimTranslation(TranslationOptions):
    fields = ["note"]


class CorrectionTranslation(TranslationOptions):
    fields = ["reason"]


class EditionTranslation(TranslationOptions):
    fields = ["note"]


class LabelTranslation(TranslationOptions):
    fields = ["label"]


class RankingTranslation(TranslationOptions):
    fields = ["name", "publisher", "frequency", "methodology"]


class RegionTranslation(TranslationOptions):
    fields = ["name"]


class SourceTranslation(TranslationOptions):
    fields = ["title"]


translator.register(City, CityTranslation)
translator.register(Claim, ClaimTranslation)
translator.register(Correction, CorrectionTranslation)
translator.register(Edition, EditionTranslation)
translator.register([Measure, MeasureLabel], LabelTranslation)
translator.register(Ranking, RankingTranslation)
translator.register(Region, RegionTranslation)
translator.register(Source, SourceTranslation)

simple_history.register(Result, app="rankings")
