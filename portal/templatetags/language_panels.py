from django import template

from portal.administration import language_panels

register = template.Library()
register.simple_tag(language_panels.panels, name="language_panels")
register.simple_tag(language_panels.common_lines, name="common_lines")


@register.simple_tag
def panel_states():
    return language_panels.STATES
