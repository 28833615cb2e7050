from django.conf import settings


def label_in_language(label, code):
    """How a field that exists once for each language is called: «title (English)»."""
    return f"{label} ({dict(settings.LANGUAGES)[code]})"
