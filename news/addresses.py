"""Addresses for whoever reads them away from the page: in feeds, heads and files."""

from django.conf import settings


def whole(path, query=""):
    return f"{settings.SITE_URL}{path}" + (f"?{query}" if query else "")
