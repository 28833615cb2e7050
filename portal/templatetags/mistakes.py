from django import template

from portal.administration.mistakes import mistakes

register = template.Library()
register.simple_tag(mistakes)
