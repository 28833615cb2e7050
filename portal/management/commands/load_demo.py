from django.core.management.base import BaseCommand
from django.db import transaction

from news.models import Article
from news.search.index import keep_up_with_files
from portal.demo.figures import load_rankings
from portal.demo.people import create_demo_editor, demo_login
from portal.demo.site import load_site
from portal.demo.stories import load_articles
from rankings.models import Ranking


class Command(BaseCommand):
    help = "Loads the demo content into an empty portal; a portal with content is left alone."

    def handle(self, *args, **options):
        if Article.objects.exists() or Ranking.objects.exists():
            self.stdout.write("The portal has content already; nothing was loaded.")
        else:
            self.load()
            keep_up_with_files()
        self.print_login()

    @transaction.atomic
    def load(self):
        load_site()
        load_rankings()
        load_articles()
        create_demo_editor()
        self.stdout.write(
            f"Demo content loaded: {Article.objects.count()} articles, "
            f"{Ranking.objects.count()} rankings."
        )

    def print_login(self):
        match demo_login():
            case (name, None):
                self.stdout.write(f"Demo editor: {name} (the password was changed)")
            case (name, password):
                self.stdout.write(f"Demo editor: {name}, password {password}")
