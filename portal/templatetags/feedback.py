from django import template

from portal.feedback.signed import form_of

register = template.Library()


@register.inclusion_tag("portal/feedback/_form.html", takes_context=True)
def feedback_form(context):
    """«Was this page useful?», below a page that readers can be asked about."""
    return {"signed": form_of(context.get("request"))}
