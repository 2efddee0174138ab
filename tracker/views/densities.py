"""How high the rows of tables are: remembered for each person."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tracker.errors import Invalid
from tracker.models import User

from .verb import SeeOther


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep the height and lead back to the list as it was."""
    density = request.POST.get("density")
    if density not in User.Density.values:
        raise Invalid({"density": _("Choose one of the row heights shown.")})
    User.objects.filter(pk=request.user.pk).update(density=density)
    back = request.POST.get("next", "")
    return SeeOther(back if url_has_allowed_host_and_scheme(back, None) else reverse("actions"))
