"""The administration: people, units and catalogues are edited here; the record itself is only read."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from . import catalogue, people, record

admin.site.site_header = _("Remediation of administrative reform weaknesses")
admin.site.site_title = _("Remediation plans")
admin.site.index_title = _("Administration")
