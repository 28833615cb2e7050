"""공공누리, the Korea Open Government Licence: its types and what each one allows.

Source: the licence texts of the Korea Culture Information Service Agency (kogl.or.kr);
types 1 to 4 date from 2012, type 0 and the AI mark from the revision of 28 January 2026.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

TERMS = "https://www.kogl.or.kr/info/license.do"


class Licence(models.TextChoices):
    KOGL_0 = "kogl-0", _("KOGL Type 0: free use, attribution not required")
    KOGL_1 = "kogl-1", _("KOGL Type 1: attribution")
    KOGL_2 = "kogl-2", _("KOGL Type 2: attribution, no commercial use")
    KOGL_3 = "kogl-3", _("KOGL Type 3: attribution, no changes")
    KOGL_4 = "kogl-4", _("KOGL Type 4: attribution, no commercial use, no changes")
    KOGL_AI = "kogl-ai", _("KOGL AI type: free use for training artificial intelligence")


PERMISSIONS = {
    Licence.KOGL_0: _(
        "You may use and change this article, also commercially, without naming the source."
    ),
    Licence.KOGL_1: _(
        "You may use and change this article, also commercially, if you name the source."
    ),
    Licence.KOGL_2: _(
        "You may use and change this article if you name the source, but not commercially."
    ),
    Licence.KOGL_3: _(
        "You may use this article, also commercially, if you name the source, but not change it."
    ),
    Licence.KOGL_4: _(
        "You may use this article if you name the source, but neither commercially nor changed."
    ),
    Licence.KOGL_AI: _(
        "You may use this article freely to train artificial intelligence. "
        "For any other use, please ask the department."
    ),
}
