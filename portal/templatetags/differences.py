from django import template

from portal.administration.differences import line_differences

register = template.Library()


@register.inclusion_tag("admin/_difference.html")
def difference(old, new):
    """The lines that turn one text into the other, marked as removed or added."""
    return {"lines": line_differences(old, new)}
