"""A page of the site as its readers will see it, from what is typed and not saved yet."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from news.editing.preview import as_typed, permitted

from .forms import findings
from .reading import ReadPage


@require_POST
def preview(request, model_admin, pk=None):
    code = request.POST.get("language")
    if code not in dict(settings.LANGUAGES):
        raise Http404
    page = as_typed(request, model_admin, permitted(request, model_admin, pk))
    page.updated_at = timezone.now()
    context = {
        "page": ReadPage(page, code, language=code),
        "code": code,
        "findings": findings(page.own_text("body", code)),
    }
    return render(request, "admin/portal/sitepage/preview.html", context)
