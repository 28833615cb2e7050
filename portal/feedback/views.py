from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from .forget import forget_old
from .forms import LONGEST, RemarkForm
from .models import FeedbackAnswer
from .refusals import RefusedError, answering_refusals, check_request
from .senders import MOST_PER_HOUR, check_pace, reader_key
from .signed import click_named, page_named, token_of
from .titles import public_title

ANSWERS = {"yes": True, "no": False}

# The token of a form lives in a cookie and makes every page another: `check_request` stands for it.
received = csrf_exempt


@received
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request):
    """What becomes of answers, for those who ask; an answer is a POST and nothing else."""
    if request.method == "POST":
        return take_answer(request)
    return render(request, "portal/feedback/rule.html", {"per_hour": MOST_PER_HOUR})


@cache_control(no_store=True)
@answering_refusals
def take_answer(request):
    check_request(request)
    check_pace(request)
    is_useful = ANSWERS.get(request.POST.get("useful"))
    if is_useful is None:
        raise RefusedError(_("The answer must be Yes or No."), 400)
    page = page_named(request.POST.get("page", ""))
    forget_old()
    given, _created = FeedbackAnswer.objects.update_or_create(
        page=page,
        reader=reader_key(request, page, get_language()),
        defaults={"is_useful": is_useful, "language": get_language()},
    )
    return see_other("feedback:remark", token_of(given))


@received
@require_http_methods(["GET", "HEAD", "POST"])
def remark(request, token):
    return (take_remark if request.method == "POST" else ask_for_remark)(request, token)


@cache_control(no_store=True)
@answering_refusals
def ask_for_remark(request, token):
    click = click_named(token)
    return form_page(request, RemarkForm(is_useful=click.is_useful), click, token)


# Kept by the browser alone. Without it, whoever comes «back» to a remark that was not accepted is
# asked to send it again, as what was typed stands neither in an address nor with us.
@cache_control(private=True, no_cache=True)
@answering_refusals
def take_remark(request, token):
    click = click_named(token)
    check_request(request)
    check_pace(request)
    form = RemarkForm(request.POST, is_useful=click.is_useful)
    if not form.is_valid():
        return form_page(request, form, click, token)
    form.save(click.answer)
    return see_other("feedback:thanks", token)


def form_page(request, form, click, token):
    context = {"form": form, "token": token, "longest": LONGEST, **answered(click)}
    return render(request, "portal/feedback/remark.html", context)


@require_safe
@cache_control(no_store=True)
@answering_refusals
def thanks(request, token):
    return render(request, "portal/feedback/thanks.html", answered(click_named(token)))


def answered(click):
    """What was answered, about which page, and the way back to it."""
    answer = click.answer
    return {
        "is_useful": click.is_useful,
        "about": public_title(answer.page),
        "page_address": answer.page.address(answer.language),
        "noindex": True,
    }


def see_other(name, token):
    """What was sent is not sent again when the next page is loaded anew."""
    return HttpResponseRedirect(reverse(name, args=[token]), status=303)
