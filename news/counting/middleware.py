from django.conf import settings

from .noting import note
from .rule import client_address

# The page itself, and the image in it that no cache keeps: a page that a cache served is
# counted by the image. Where both arrive, the second repeats the first.
COUNTED_VIEWS = ("news:article-detail", "news:reading")


class ReadingsMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if is_counted(request, response):
            note(
                request.headers,
                address_of(request),
                request.resolver_match.kwargs["pk"],
                request.LANGUAGE_CODE,
            )
        return response


def is_counted(request, response):
    match = request.resolver_match
    return (
        request.method == "GET"
        and response.status_code == 200
        and match is not None
        and match.view_name in COUNTED_VIEWS
    )


def address_of(request):
    return client_address(
        request.META.get("REMOTE_ADDR", ""),
        request.headers.get("x-forwarded-for", ""),
        settings.PROXY_COUNT,
    )
