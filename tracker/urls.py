"""The addresses of the site. Routes are things; other rooms are named only as strings."""

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LogoutView
from django.urls import include, path

from tracker.views import (
    absences,
    action_list,
    actions,
    endings,
    errors,
    evidence,
    extensions,
    follow_up,
    help,
    home,
    log_in,
    my_work,
    overview,
    owners,
    progress,
    questions,
    reports,
    session,
    settings,
    verifications,
    watches,
)  # fmt: skip

urlpatterns = [
    path("", home.show, name="home"),
    path("dang-nhap/", log_in.LogIn.as_view(), name="login"),
    path("dang-xuat/", login_not_required(LogoutView.as_view()), name="logout"),
    path("viec-cua-toi/", my_work.index, name="my-work"),
    path("theo-doi/", follow_up.index, name="follow-up"),
    path("tong-quan/", overview.index, name="overview"),
    path("hanh-dong/", action_list.index, name="actions"),
    path("hanh-dong/<slug:ref>/", actions.detail, name="action"),
    path("hanh-dong/<slug:ref>/tien-do/", progress.create, name="action-progress"),
    path("hanh-dong/<slug:ref>/bao-cao/", reports.create, name="action-report"),
    path("hanh-dong/<slug:ref>/xac-minh/", verifications.create, name="action-verification"),
    path("hanh-dong/<slug:ref>/tra-lai/", verifications.send_back, name="action-return"),
    path("hanh-dong/<slug:ref>/phu-trach/", owners.change, name="action-owner"),
    path("hanh-dong/<slug:ref>/khong-thuc-hien/", endings.drop, name="action-drop"),
    path("hanh-dong/<slug:ref>/mo-lai/", endings.reopen, name="action-reopening"),
    path("hanh-dong/<slug:ref>/gia-han/", extensions.create, name="action-extension"),
    path("hanh-dong/<slug:ref>/gia-han/<int:pk>/quyet-dinh/", extensions.decide, name="extension-decision"),
    path("hanh-dong/<slug:ref>/gia-han/<int:pk>/rut/", extensions.withdraw, name="extension-withdrawal"),
    path("hanh-dong/<slug:ref>/minh-chung/tep/", evidence.create, {"kind": "file"}, name="evidence-file"),
    path(
        "hanh-dong/<slug:ref>/minh-chung/van-ban/",
        evidence.create,
        {"kind": "document"},
        name="evidence-document",
    ),
    path(
        "hanh-dong/<slug:ref>/minh-chung/lien-ket/", evidence.create, {"kind": "link"}, name="evidence-link"
    ),
    path("hanh-dong/<slug:ref>/minh-chung/<int:pk>/", evidence.download, name="evidence-download"),
    path("hanh-dong/<slug:ref>/minh-chung/<int:pk>/xem/", evidence.preview, name="evidence-preview"),
    path("hanh-dong/<slug:ref>/minh-chung/<int:pk>/go-bo/", evidence.remove, name="evidence-removal"),
    path("hanh-dong/<slug:ref>/theo-doi/", watches.change, name="action-watch"),
    path("hanh-dong/<slug:ref>/hoi/", questions.create, {"kind": "action"}, name="action-question"),
    path("han-che/<slug:ref>/hoi/", questions.create, {"kind": "weakness"}, name="weakness-question"),
    path("cau-hoi/<int:pk>/tra-loi/", questions.reply, name="question-reply"),
    path("h/<slug:ref>", actions.short, name="action-short"),
    path("cai-dat/", settings.show, name="settings"),
    path("cai-dat/mat-khau/", settings.password, name="settings-password"),
    path("cai-dat/vang-mat/", absences.index, name="settings-stand-in"),
    path("cai-dat/vang-mat/<int:pk>/ket-thuc/", absences.end, name="settings-stand-in-end"),
    path("phien/", session.extend, name="session"),
    path("tro-giup/", help.show, name="help"),
    path("quan-tri/", admin.site.urls),
    path("", include("plans.urls")),
    path("", include("notifications.urls")),
    path("api/v1/", include("plans.api.urls")),
    path("api/", include("tracker.api.urls")),
]
handler400, handler403 = errors.unreadable, errors.forbidden
handler404, handler500 = errors.not_found, errors.broken
