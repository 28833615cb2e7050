from django.urls import path

from . import views

app_name = "cards"

urlpatterns = [
    path("card.png", views.site_card, name="site"),
    path("news/<number:pk>/card.png", views.article_card, name="article"),
    path("rankings/<slug:slug>/<number:number>/card.png", views.edition_card, name="edition"),
]
