"""The door: log-in by e-mail, with the sample accounts on show only in sample mode."""

from django.conf import settings
from django.contrib.auth import views
from django.contrib.auth.decorators import login_not_required
from django.utils.decorators import method_decorator

from tracker.forms.log_in import LogInForm
from tracker.models import Membership, founding

SHOWN = ("home-affairs", "head", "official", "leader", "inspector", "admin")


@method_decorator(login_not_required, name="dispatch")
class LogIn(views.LoginView):
    """Returns to the address that was asked for. A wrong pair is 422, with the e-mail kept."""

    template_name = "tracker/log_in.html"
    authentication_form = LogInForm
    redirect_authenticated_user = True

    def form_invalid(self, form):
        response = super().form_invalid(form)
        response.status_code = 422
        return response

    def get_context_data(self, **kwargs):
        samples = _sample_people() if settings.SAMPLE_MODE else []
        return super().get_context_data(samples=samples, is_empty=founding.is_empty(), **kwargs)


def _sample_people():
    """One account a role, in the order of the main job."""
    addresses = [f"{name}@sample.test" for name in SHOWN]
    held = Membership.objects.filter(user__is_sample=True, user__email__in=addresses).select_related(
        "user", "unit"
    )
    return sorted(held, key=lambda membership: addresses.index(membership.user.email))
