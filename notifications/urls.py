"""The addresses of the post."""

from datetime import date

from django.urls import path, register_converter

from notifications.views import (
    accounts,
    calendar_feeds,
    chases,
    chasing,
    health,
    holds,
    mail_previews,
    mail_verbs,
    mails,
    metrics,
    preferences,
    trials,
)


class Month:
    """2026-11, as its first day."""

    regex = "20[0-9]{2}-(?:0[1-9]|1[0-2])"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(f"{value}-01")

    def to_url(self, value: date) -> str:
        return f"{value:%Y-%m}"


register_converter(Month, "month")

urlpatterns = [
    path("health", health.show, name="health"),
    path("metrics", metrics.show, name="metrics"),
    path("tinh-trang/", health.status, name="status"),
    path("don-doc/", chases.index, name="chases"),
    path("don-doc/<int:pk>/", chases.detail, name="chase"),
    path("don-doc/<int:pk>/cong-van.docx", chases.paper, {"format": "docx"}, name="chase-paper"),
    path("don-doc/<int:pk>/cong-van.pdf", chases.paper, {"format": "pdf"}, name="chase-paper-pdf"),
    path("don-doc/<int:pk>/so-hieu/", chases.number, name="chase-number"),
    path("don-doc/<int:pk>/ban-ky/", chases.signed_file, name="chase-signed-file"),
    path("don-doc/moi/", chasing.many, name="chase-many"),
    path("don-doc/moi/xem-truoc/", chasing.preview, name="chase-preview"),
    path("don-doc/moi/<slug:code>/", chasing.one, name="chase-new"),
    path("cai-dat/thu/", preferences.choose, name="mail-preferences"),
    path("cai-dat/lich/", calendar_feeds.show, name="settings-calendar"),
    path("cai-dat/lich/ngung/", calendar_feeds.end, name="settings-calendar-end"),
    path("lich/<str:secret>.ics", calendar_feeds.read, name="calendar-feed"),
    path("thu/huy/<str:token>/", preferences.stop, name="mail-stop"),
    path("thong-bao/", mails.index, name="mail-log"),
    path("thong-bao/gui-lai/", mail_verbs.send_failed_again, name="mails-again"),
    path("thong-bao/tam-giu/", holds.show, name="hold"),
    path("thong-bao/tam-giu/gui/", holds.release, name="hold-release"),
    path("thong-bao/tam-giu/huy/", holds.discard, name="hold-discard"),
    path("thong-bao/thang/<month:month>/", accounts.show, name="mail-account"),
    path("thong-bao/thu-thu/", trials.create, name="mail-trial"),
    path("thong-bao/mau/", mail_previews.index, name="mail-previews"),
    path("thong-bao/mau/<slug:name>/<slug:language>/", mail_previews.detail, name="mail-preview"),
    path("thong-bao/mau/<slug:name>/<slug:language>/html/", mail_previews.html, name="mail-preview-html"),
    path("thong-bao/<int:pk>/", mails.detail, name="mail"),
    path("thong-bao/<int:pk>/gui-lai/", mail_verbs.send_again, name="mail-again"),
    path("thong-bao/<int:pk>/huy/", mail_verbs.discard, name="mail-discard"),
    path("thong-bao/<int:pk>/html/", mails.html, name="mail-html"),
    path("thong-bao/<int:pk>.eml", mails.eml, name="mail-eml"),
]
