"""The site's settings: complete with nothing set, read from the environment, loud on nonsense.

Every variable is listed in .env.example."""

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from tracker import env
from tracker.embedded import postgres, valkey
from tracker.embedded.folder import DataFolder
from tracker.kept_secrets import kept

BASE_DIR = Path(__file__).resolve().parent.parent
DATA = DataFolder.named()
DATA_DIR = DATA.path

# The site and who may ask for it
DEBUG = env.flag("DEBUG")
SECRET_KEY = env.text("SECRET_KEY") or kept(DATA, "secret-key", 50)
SITE_URL = env.site("SITE_URL", "http://localhost:8000")
IS_SECURE = SITE_URL.startswith("https://")
# The site's own name, the machine's own (health checks ask there), and what else is named.
ALLOWED_HOSTS = [urlsplit(SITE_URL).hostname, "localhost", "127.0.0.1", "[::1]", *env.words("ALLOWED_HOSTS")]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SAMPLE_MODE = env.flag("SAMPLE_MODE")
SAMPLE_PASSWORD = env.text("SAMPLE_PASSWORD")

# The province, as its papers name it
PROVINCE_NAME = env.text("PROVINCE_NAME", "tỉnh Hậu Giang")
PROVINCE_PLACE = env.text("PROVINCE_PLACE", "Hậu Giang")
PROVINCE_REGION = env.text("PROVINCE_REGION", "vùng Đồng bằng sông Cửu Long")
EXTENSIONS_PER_ACTION = env.number("EXTENSIONS_PER_ACTION", 2, least=0)
EXTENSION_DAYS = env.number("EXTENSION_DAYS", 60)
EXTENSION_BULK_DAYS = env.number("EXTENSION_BULK_DAYS", 15)

CONTRIB = ("admin", "auth", "contenttypes", "messages", "postgres", "sessions", "staticfiles")
OF_OTHERS = ("axes", "csp", "django_filters", "rest_framework", "drf_spectacular")
CONTRIB_APPS = tuple(f"django.contrib.{name}" for name in CONTRIB)
INSTALLED_APPS = ["tracker", "plans", "notifications", *CONTRIB_APPS, "django.forms", *OF_OTHERS]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "tracker.middleware.PageCompression",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "tracker.middleware.LogInMiddleware",
    "tracker.middleware.LanguageMiddleware",
    "tracker.middleware.ActorMiddleware",
    "notifications.middleware.OpenedMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "tracker.middleware.RefusalMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "tracker.urls"
WSGI_APPLICATION = "tracker.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
PROCESSORS = ("auth.context_processors.auth", "messages.context_processors.messages")
CONTEXT_PROCESSORS = ["template.context_processors.request", *(f"contrib.{name}" for name in PROCESSORS)]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": [f"django.{name}" for name in CONTEXT_PROCESSORS]},
    }
]

# Data: PostgreSQL, files of people in the data folder
EMBEDDED_DATABASE = {"NAME": postgres.DATABASE, "USER": postgres.USER}
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        **(env.database() or EMBEDDED_DATABASE | {"HOST": str(postgres.socket_of(DATA))}),
    }
}
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = DATA_DIR / "uploads"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # the card of a weakness with some hundred measures
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_HANDLERS = [
    "tracker.files.cap.CappedUpload",
    *(f"django.core.files.uploadhandler.{kind}FileUploadHandler" for kind in ("Memory", "Temporary")),
]
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.text("STATIC_ROOT", str(DATA_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
HASHED_STATIC_FILES = "whitenoise.storage.CompressedManifestStaticFilesStorage"
PLAIN_STATIC_FILES = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": PLAIN_STATIC_FILES if DEBUG else HASHED_STATIC_FILES},
}

# People: e-mail log-in, closed by default
AUTH_USER_MODEL = "tracker.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "tracker.authentication.People"]
AXES_FAILURE_LIMIT, AXES_COOLOFF_TIME = 10, timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD, AXES_USERNAME_CALLABLE = "username", "tracker.authentication.account"
AXES_RESET_ON_SUCCESS = AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = AXES_VERBOSE = False
AXES_LOCKOUT_TEMPLATE = "tracker/locked.html"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "/"
PASSWORD_HASHERS = [f"django.contrib.auth.hashers.{kind}PasswordHasher" for kind in ("Argon2", "PBKDF2")]
LONG_ENOUGH = {"MinimumLength": {"min_length": 12}}
PASSWORD_RULES = {"UserAttributeSimilarity": {}, **LONG_ENOUGH, "CommonPassword": {}, "NumericPassword": {}}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{rule}Validator", "OPTIONS": options}
    for rule, options in PASSWORD_RULES.items()
]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_SECURE
SESSION_COOKIE_AGE = 12 * 60 * 60
PASSWORD_RESET_TIMEOUT = 72 * 60 * 60
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_SECURE else None
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if IS_SECURE else 0
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        **{name: [NONE] for name in ("default-src", "base-uri", "frame-ancestors")},
        **{f"{kind}-src": [SELF] for kind in ("script", "style", "img", "font", "connect")},
        "form-action": [SELF],
    }
}

# Words and time: Vietnamese first; the working day is the province's
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"

# Mail: without a server it is stored, and can be read in the product
globals().update(env.mail_server())
EMAIL_TIMEOUT = 30
REMINDERS_BUNDLE_AT = env.clock("REMINDERS_BUNDLE_AT", "07:30")
REMINDERS_LEASE_SECONDS = env.number("REMINDERS_LEASE_SECONDS", 300)
REMINDERS_LADDER_SECONDS = env.numbers("REMINDERS_LADDER_SECONDS", (60, 300, 900, 3600))
REMINDERS_SETBACKS_ALLOWED = env.number("REMINDERS_SETBACKS_ALLOWED", 10)
REMINDERS_LATE_AFTER_MINUTES = env.number("REMINDERS_LATE_AFTER_MINUTES", 15)
SUPPORT_CONTACT = env.text("SUPPORT_CONTACT")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("EMAIL_FROM", f"remediation@{urlsplit(SITE_URL).hostname}")

# The API
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["tracker.api.authentication.TokenAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["tracker.api.bodies.JsonRenderer"],
    "DEFAULT_PARSER_CLASSES": ["tracker.api.bodies.JsonParser"],
    "DEFAULT_SCHEMA_CLASS": "tracker.api.schema.EndpointSchema",
    "EXCEPTION_HANDLER": "tracker.api.errors.answer",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Remediation plans",
    "VERSION": "1",
    "DESCRIPTION": "Weaknesses, the actions that mend them, and the plan they make up: to read, and to work on.",
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "ENUM_NAME_OVERRIDES": {
        "ActionStateEnum": "tracker.models.Action.State",
        "ExtensionStateEnum": "tracker.models.ExtensionRequest.State",
        "ReviewStateEnum": "tracker.models.Review.State",
        "PlanStateEnum": "plans.models.Plan.State",
        "AmendmentStateEnum": "plans.models.Amendment.State",
        "PaperStateEnum": "plans.models.PaperJob.State",
        "ChangeKindEnum": "plans.models.AmendmentChange.Kind",
        "EvidenceKindEnum": "tracker.models.Evidence.Kind",
        "CauseKindEnum": "tracker.models.Cause.Kind",
        "PaperKindEnum": "plans.models.PaperKind",
        "PaperFormatEnum": "plans.models.PaperJob.Format",
    },
}

# Work in the background: Redis only rings the bell, the rows are in the database
REDIS_URL = env.address("REDIS_URL", ("redis", "rediss", "unix")) or valkey.address_of(DATA)
WORKER_PROCESSES = env.number("WORKER_PROCESSES", 2, most=256)

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "filters": {"secrets": {"()": "notifications.secret_addresses.Unnamed"}},
    "loggers": {
        "tracker.reading": {"level": "INFO"},  # who took which file: always written down
        "django.request": {"filters": ["secrets"]},
        "tracker.views.errors": {"filters": ["secrets"]},
    },
    "root": {"handlers": ["console"], "level": env.choice("LOG_LEVEL", LOG_LEVELS, "WARNING")},
}
