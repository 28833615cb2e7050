"""Lets anything in front keep the public pages: they are the same for every reader."""

from django.utils.cache import has_vary_header

from .addresses import is_admin

# Seconds. A correction reaches every reader within the first; during the second a cache may
# show the old page while it fetches the new one.
FRESH_FOR = 60
STALE_FOR = 600


class PublicPageMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if is_shareable(request, response):
            response["Cache-Control"] = (
                f"public, max-age={FRESH_FOR}, stale-while-revalidate={STALE_FOR}"
            )
        return response


def is_shareable(request, response):
    return (
        request.method in ("GET", "HEAD")
        and response.status_code in (200, 304)
        and not is_admin(request)
        and not response.cookies
        and not has_vary_header(response, "Cookie")
        and not response.has_header("Cache-Control")
    )
