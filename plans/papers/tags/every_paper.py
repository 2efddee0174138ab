"""Tags that every paper knows."""

from django.utils.translation import gettext_lazy as _

TAGS = {
    "province": _("the province, such as tỉnh Hậu Giang"),
    "province_capitals": _("the province in capitals, as in letterheads"),
    "year": _("the year of the plan"),
    "assessed_year": _("the year that was assessed"),
    "previous_year": _("the year before the assessed one"),
    "number_line": _("number and symbol; blank until the clerk gives a number"),
    "date_line": _("place and date; the date is blank until the paper is signed"),
    "signature": _("the lines above the signature: on whose behalf and in which capacity"),
    "signature[]": _("one of these lines"),
    "signer_name": _("who signed; blank until then"),
    "sample_mark": _("says that data are made up; empty for real data"),
    "sample_footer": _("the same for the foot of the page"),
}
