"""Which pages a role finds in its navigation, in order. Only what exists is shown."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from tracker import queues

SUBMISSIONS, ACTIONS, PLAN, INDICES, UNITS = (
    ("submissions", _("Submissions")),
    ("actions", _("Actions")),
    ("plans", _("Provincial plan")),
    ("indices", _("Indices")),
    ("units", _("Units")),
)
HOME_AFFAIRS = [
    ("follow-up", _("Follow-up")),
    SUBMISSIONS,
    ACTIONS,
    ("queues", _("To decide")),
    PLAN,
    INDICES,
    UNITS,
    ("mail-log", _("Notifications")),
]
WATCHING = [("overview", _("Overview")), ACTIONS, PLAN, UNITS, INDICES]
UNIT = [("my-work", _("My work")), SUBMISSIONS, ACTIONS, PLAN, INDICES]

KEYS = {"submissions": "b", "actions": "h", "plans": "k", "indices": "c"}
QUERIES = {"actions": "?state=open"}  # what is completed is a click away
BELONGS = {"plans": "/van-ban/"}  # the papers of the plan have an address of their own


@dataclass(frozen=True)
class Link:
    """One entry of the navigation."""

    name: str
    address: str
    words: str
    is_here: bool

    @property
    def key(self) -> str:
        """The letter that leads there after `g`, for whoever uses shortcuts; the first entry also has `v`."""
        return KEYS.get(self.name, "")


def links_for(request: HttpRequest) -> list[Link]:
    """The entries for whoever reads; nobody who is not logged in has any."""
    if not request.actor.user:
        return []
    here = request.path
    known = [(name, words, _address(name)) for name, words in _entries(request.actor)]
    return [
        Link(name, address, _said(request.actor, name, words), here.startswith(_places(name, address)))
        for name, words, address in known
        if address
    ]


def _places(name: str, address: str) -> tuple[str, ...]:
    """Under these addresses the entry is the present one."""
    own = address.partition("?")[0]
    return (own, BELONGS.get(name, own))


def _entries(actor) -> list:
    entries = (
        HOME_AFFAIRS
        if actor.is_home_affairs or actor.is_admin
        else WATCHING
        if actor.sees_everything
        else UNIT
    )
    is_staff = actor.is_admin and actor.user.is_staff
    return [*entries, ("admin:index", _("Administration"))] if is_staff else entries


def _said(actor, name: str, words: str) -> str:
    """The entry's words; Home Affairs reads beside them how many cases wait for it."""
    if name != "queues" or not actor.is_home_affairs:
        return words
    return f"{words} ({sum(queues.counts(actor).values())})"


def _address(name: str) -> str:
    try:
        return reverse(name) + QUERIES.get(name, "")
    except NoReverseMatch:
        return ""
