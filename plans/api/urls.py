"""The addresses of the plans under /api/v1/."""

from django.urls import path

from . import plans

urlpatterns = [
    path("plans/<int:year>/", plans.OnePlan.as_view(), name="api-plan"),
    path("plans/<int:year>/items/", plans.Items.as_view(), name="api-plan-items"),
    path("plans/<int:year>/progress/", plans.Progress.as_view(), name="api-plan-progress"),
]
