"""The administration: catalogues are edited, the record is read; stand-ins and the calendar have their verbs."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from . import catalogue, people, record, stand_ins, working_days

admin.site.site_header = _("Remediation of administrative reform weaknesses")
admin.site.site_title = _("Remediation plans")
admin.site.index_title = _("Administration")
