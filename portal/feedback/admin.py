from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.http import StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rankings.downloads import csv

from .filters import PERIODS, RemarkFilter, ReportFilter
from .models import FeedbackAnswer, FeedbackPage
from .report import FEWEST, counts_by_page, page_rows, remark_rows, totals
from .table import columns, rows
from .titles import titles_of

REMARKS = "admin:portal_feedbackpage_remarks"


@admin.register(FeedbackPage)
class FeedbackPageAdmin(admin.ModelAdmin):
    """A report where a list would be: editors read it, and nobody changes an answer."""

    def get_urls(self):
        views = [
            ("", page_report, "changelist"),
            ("remarks/", remark_report, "remarks"),
            ("answers.csv", answers_file, "csv"),
            ("remarks/<int:pk>/delete/", remove_remark, "remove"),
        ]
        return [
            path(address, self.admin_site.admin_view(self.for_editors(view)), name=self.named(name))
            for address, view, name in views
        ]

    def named(self, name):
        return f"{self.opts.app_label}_{self.opts.model_name}_{name}"

    def for_editors(self, view):
        def asked(request, **kwargs):
            if not self.has_view_permission(request):
                raise PermissionDenied
            return view(request, self, **kwargs)

        return asked

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_remove_permission(self, request):
        return request.user.has_perm("portal.remove_remark")

    def context(self, request, **context):
        return self.admin_site.each_context(request) | {"opts": self.opts} | context


@require_safe
def page_report(request, model_admin):
    chosen = ReportFilter(request.GET)
    counts = counts_by_page(chosen)
    context = model_admin.context(
        request,
        title=_("Readers’ answers"),
        chosen=chosen,
        periods=PERIODS,
        fewest=FEWEST,
        totals=totals(counts),
        page=page_rows(chosen, counts, request.GET.get("p")),
    )
    return render(request, "admin/portal/feedback/report.html", context)


@require_safe
def remark_report(request, model_admin):
    chosen = RemarkFilter(request.GET)
    about = chosen.chosen["page"]
    context = model_admin.context(
        request,
        title=_("Remarks of readers"),
        chosen=chosen,
        about=about and titles_of([about])[about.pk],
        page=remark_rows(chosen, request.GET.get("p")),
        may_remove=model_admin.has_remove_permission(request),
    )
    return render(request, "admin/portal/feedback/remarks.html", context)


@require_safe
def answers_file(request, model_admin):
    chosen = ReportFilter(request.GET)
    pieces = csv.chunks(columns(), rows(chosen.answers()))
    response = StreamingHttpResponse(pieces, content_type="text/csv; charset=utf-8")
    name = f"feedback-{timezone.localdate():%Y-%m-%d}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def remove_remark(request, model_admin, pk):
    if not model_admin.has_remove_permission(request):
        raise PermissionDenied
    answer = get_object_or_404(FeedbackAnswer.objects.kept().exclude(comment=""), pk=pk)
    if request.method == "POST":
        remove(answer, request.user)
        return redirect(reverse(REMARKS))
    title = _("Delete a remark")
    context = model_admin.context(request, title=title, answer=answer)
    return render(request, "admin/portal/feedback/remove.html", context)


def remove(answer, user):
    """Delete the remark of `answer` and keep who did it when; the answer itself still counts."""
    answer.comment = ""
    answer.removed_at = timezone.now()
    answer.removed_by = user
    answer.save(update_fields=["comment", "removed_at", "removed_by"])
    # The message is kept in the form that the admin translates for whoever reads it.
    deleted = [{"deleted": {"name": "remark", "object": f"{answer.answered_at:%Y-%m-%d}"}}]
    pages = FeedbackPage.objects.filter(pk=answer.page_id)
    LogEntry.objects.log_actions(user.pk, pages, CHANGE, change_message=deleted, single_object=True)
