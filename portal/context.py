from django.conf import settings
from django.utils.functional import SimpleLazyObject

from .languages import alternates
from .models import SiteSettings


def site(request):
    """What every page needs: the site's own words, its address, and the page's other languages."""
    return {
        "site": SimpleLazyObject(SiteSettings.current),
        "site_url": settings.SITE_URL,
        "alternates": alternates(request),
        # The switch of languages is a plain link; a script keeps the choice under this name.
        "language_cookie": {
            "name": settings.LANGUAGE_COOKIE_NAME,
            "age": settings.LANGUAGE_COOKIE_AGE,
        },
    }
