from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache


@never_cache
def negotiate(request):
    """Send a reader of the bare address to their language, once."""
    with translation.override(translation.get_language_from_request(request)):
        return redirect(reverse("home"))


def home(request):
    return render(request, "portal/home.html")
