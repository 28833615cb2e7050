from django.conf import settings
from django.utils.functional import SimpleLazyObject

from .languages import alternates
from .site_pages.reading import surroundings


def site(request):
    """What every page needs: the site's own words, its address, and the page's other languages."""
    around = SimpleLazyObject(surroundings)
    return {
        "site": SimpleLazyObject(lambda: around.settings),
        "site_pages": SimpleLazyObject(lambda: around.pages),
        "site_url": settings.SITE_URL,
        "alternates": alternates(request),
        # The switch of languages is a plain link; a script keeps the choice under this name.
        "language_cookie": {
            "name": settings.LANGUAGE_COOKIE_NAME,
            "age": settings.LANGUAGE_COOKIE_AGE,
        },
    }
