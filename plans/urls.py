"""The addresses of the plans."""

from django.urls import path

from plans.views import issues, papers, plans

urlpatterns = [
    path("ke-hoach/", plans.current, name="plans"),
    path("ke-hoach/<int:year>/", plans.show, name="plan"),
    path("ke-hoach/<int:year>/tong-hop/", plans.compile_draft, name="plan-draft"),
    path("ke-hoach/<int:year>/trinh/", plans.send, name="plan-sending"),
    path("ke-hoach/<int:year>/ban-hanh/", issues.create, name="plan-issue"),
    path("ke-hoach/<int:year>/ke-hoach.docx", papers.plan, name="plan-paper"),
]
