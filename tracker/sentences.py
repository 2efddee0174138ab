"""One table of sentences: how each line of history reads. Page, mail and API all take their words from here."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "accepted": _("accepted it"),
    "answered": _("answered the question"),
    "appointed": _("named a stand-in"),
    "approved": _("granted the extension"),
    "asked": _("asked for an extension"),
    "assigned": _("changed the owner"),
    "baselined": _("froze the deadline with the issued plan"),
    "calendar_changed": _("changed the working calendar"),
    "calendar_restored": _("returned the day to the published calendar"),
    "cause_added": _("added a cause"),
    "chased": _("chased the unit"),
    "closed": _("closed the review"),
    "compiled": _("compiled the plan from accepted submissions"),
    "consolidated": _("began to consolidate the submissions"),
    "discarded": _("discarded the mail"),
    "drafted": _("drafted"),
    "dropped": _("dropped the action"),
    "evidence_added": _("added evidence"),
    "evidence_removed": _("removed evidence"),
    "exempted": _("exempted the unit"),
    "expected": _("expects a submission"),
    "extended": _("moved the deadline"),
    "extension_asked": _("asked for an extension"),
    "file_attached": _("attached a file"),
    "file_removed": _("removed a file"),
    "followed_up": _("asked on"),
    "held": _("held all mail"),
    "issued": _("recorded that the plan was issued"),
    "monitored": _("began to monitor the plan"),
    "noted": _("kept a note"),
    "opened": _("opened the review"),
    "planned": _("planned the action"),
    "progressed": _("updated the progress"),
    "recalled": _("ended the absence"),
    "recorded": _("recorded the weakness"),
    "refused": _("refused the extension"),
    "released": _("released the mail"),
    "removed": _("removed a weakness"),
    "reopened": _("reopened the action"),
    "reported": _("reported completion"),
    "resent": _("had the mail sent again"),
    "responsible_named": _("named who is responsible"),
    "retired": _("ended the rule"),
    "returned": _("sent it back"),
    "returned_by_head": _("returned it to the official"),
    "revised": _("reworded the action"),
    "sent": _("submitted the plan to the People's Committee"),
    "sent_to_head": _("sent it to the head of unit"),
    "started": _("started the work"),
    "submitted": _("submitted it to Home Affairs"),
    "superseded": _("changed the rule"),
    "taken_back": _("took it back from the head"),
    "verified": _("verified completion"),
    "withdrawn": _("withdrew the request"),
    "written": _("wrote the chain of the weakness"),
}


def sentence(event) -> str:
    """What happened, as a verb phrase that follows the actor's name."""
    if (event.subject, event.verb) == ("question", "asked"):
        return str(_("asked Home Affairs"))
    return str(SENTENCES[event.verb])
