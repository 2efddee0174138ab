"""A mail about to be written."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from notifications.models import Envelope
from tracker.models import Actor

from . import links
from .contents import Item


@dataclass(frozen=True)
class Draft:
    """The envelope, what it is to tell, who reads it, and the day it is read on."""

    envelope: Envelope
    items: list[Item]
    reader: Actor
    today: date

    @property
    def first(self) -> Item:
        return self.items[0]

    @cached_property
    def is_optional(self) -> bool:
        """Whether the reader may decline it: nothing compulsory is in it."""
        return not any(item.obligation.rule.is_compulsory for item in self.items)

    def link(self, name: str, *arguments) -> str:
        """A page's full address, by which the mail is known to have been opened."""
        return links.opened_from(links.page(name, *arguments), self.envelope.pk)

    def link_to(self, kind: str, thing) -> str:
        """The page on which the reader can do something about the thing."""
        return links.opened_from(links.to_thing(kind, thing), self.envelope.pk)

    @property
    def stop_link(self) -> str:
        """Where mails of this kind can be declined without log-in; empty when they are compulsory."""
        return links.stop(self.envelope.recipient_id, self.envelope.kind) if self.is_optional else ""
