from django.conf import settings
from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.template import loader
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .home import departments, front, most_read, our_city

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


@require_safe
@never_cache
def negotiate(request):
    """Send a reader of the bare address to their language, once."""
    with translation.override(translation.get_language_from_request(request)):
        return redirect(reverse("home"))


@require_safe
def home(request):
    code = translation.get_language()
    context = {
        "front": front(code),
        "our_city": our_city(settings.HOME_CITY),
        "most_read": most_read(code),
        "departments": departments(code),
    }
    return render(request, "portal/home.html", context)


def bad_request(request, exception):
    """Answer what cannot be read; such a request may have no language, site or session."""
    context = {"is_too_much": isinstance(exception, TOO_MUCH)}
    return HttpResponseBadRequest(loader.render_to_string("400.html", context))
