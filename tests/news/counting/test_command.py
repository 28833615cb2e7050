from io import StringIO

from django.core.management import call_command
from django.urls import reverse

from news.models import DailySalt, ViewTotal


def test_the_command_folds_what_is_there_and_says_how_much(publish, browser, readings):
    article = publish()
    browser(reverse("news:reading", args=[article.pk]))
    out = StringIO()

    call_command("fold_readings", stdout=out)

    assert ViewTotal.objects.get(article=article).count == 1
    assert out.getvalue() == "Lines read from the journals: 1\n"


def test_the_command_keeps_the_salts(db, readings):
    call_command("fold_readings", stdout=StringIO())

    assert DailySalt.objects.count() == 2
