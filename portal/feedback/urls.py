from django.urls import path

from . import views

app_name = "feedback"

urlpatterns = [
    path("", views.answer, name="answer"),
    path("<str:token>/", views.remark, name="remark"),
    path("<str:token>/thanks/", views.thanks, name="thanks"),
]
