"""What the pages of the admin on which figures come in have in common."""

from django.shortcuts import render


def admin_page(request, template, subject, model_admin, context):
    """A page about `subject`, an edition or a ranking, whose model has the `template`."""
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": subject._meta,
        "is_nav_sidebar_enabled": False,  # the table needs the width
        "original": subject,
        **context,
    }
    return render(request, f"admin/rankings/{subject._meta.model_name}/{template}.html", context)
