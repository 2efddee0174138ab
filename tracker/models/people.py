"""Who people are: an account by e-mail, and the roles held in units over time."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.vietnamese import name_sort_key, plain, tidy

from .account_verbs import AccountVerbs
from .dated import Dated
from .membership_verbs import MembershipVerbs


class UserManager(BaseUserManager):
    def get_by_natural_key(self, email):
        return self.get(email=email.strip().lower())

    def create_user(self, email, password=None, **fields):
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AccountVerbs, AbstractBaseUser, PermissionsMixin):
    """A person who logs in with an e-mail address."""

    class Language(models.TextChoices):
        VIETNAMESE = "vi", "Tiếng Việt"
        ENGLISH = "en", "English"

    class TextSize(models.IntegerChoices):
        NORMAL = 0, _("normal")
        LARGE = 1, _("large")
        LARGEST = 2, _("largest")

    class Density(models.TextChoices):
        ROOMY = "roomy", _("roomy")
        NORMAL = "normal", _("medium")
        DENSE = "dense", _("dense")

    email = models.EmailField(_("e-mail address"), unique=True)
    full_name = models.CharField(_("full name"), max_length=120)
    job_title = models.CharField(_("job title"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    text_size = models.PositiveSmallIntegerField(
        _("text size"), choices=TextSize, default=TextSize.NORMAL, db_default=TextSize.NORMAL
    )
    density = models.CharField(
        _("density of tables"),
        max_length=8,
        choices=Density,
        default=Density.NORMAL,
        db_default=Density.NORMAL,
    )
    shortcuts = models.BooleanField(_("keyboard shortcuts"), default=False, db_default=False)
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.VIETNAMESE)
    is_active = models.BooleanField(_("active"), default=True)
    is_staff = models.BooleanField(_("may open the administration"), default=False)
    is_sample = models.BooleanField(_("sample account"), default=False, editable=False)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)
    plain = models.CharField(max_length=240, editable=False, default="")
    sort_key = models.CharField(max_length=400, editable=False, default="", db_collation="C")

    objects = UserManager()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_key", "pk"]
        constraints = [models.CheckConstraint(condition=Q(email=Lower("email")), name="user_email_lower")]

    def __str__(self):
        return self.full_name

    def save(self, **kwargs):
        """Accent-free and dictionary-order twins follow the name; e-mail addresses are kept in lower case."""
        self.email, self.full_name = self.email.strip().lower(), tidy(self.full_name)
        self.plain, self.sort_key = plain(self.full_name), name_sort_key(self.full_name)
        super().save(**kwargs)


class Membership(MembershipVerbs, Dated):
    """The role a person holds in a unit, from one date to another."""

    class Role(models.TextChoices):
        OFFICIAL = "official", _("responsible official")
        UNIT_HEAD = "unit_head", _("head of unit")
        HOME_AFFAIRS = "home_affairs", _("Home Affairs")
        LEADERSHIP = "leadership", _("provincial leadership")
        INSPECTOR = "inspector", _("inspector")
        ADMIN = "admin", _("administrator")

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships", verbose_name=_("person"))
    unit = models.ForeignKey(
        "tracker.Unit", models.PROTECT, related_name="memberships", verbose_name=_("unit")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            *Dated.constraints("membership"),
            models.UniqueConstraint(
                fields=["user", "unit", "role"], condition=Q(valid_to=None), name="membership_once"
            ),
        ]

    def __str__(self):
        return f"{self.user} – {self.get_role_display()} – {self.unit}"
