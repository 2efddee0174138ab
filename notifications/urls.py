"""The addresses of the post."""

from django.urls import path

from notifications.views import health, mails

urlpatterns = [
    path("health", health.show, name="health"),
    path("thong-bao/", mails.index, name="mail-log"),
    path("thong-bao/<int:pk>/", mails.detail, name="mail"),
    path("thong-bao/<int:pk>/html/", mails.html, name="mail-html"),
    path("thong-bao/<int:pk>.eml", mails.eml, name="mail-eml"),
]
