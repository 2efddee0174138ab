"""The state of an import as a tag: shape, word and colour."""

from django import template

from tracker.templatetags.page import tag

register = template.Library()
SHAPES = {
    "checking": ("info", "hourglass"), "checked": ("warn", "clock"), "writing": ("info", "hourglass"),
    "imported": ("ok", "tick"), "undone": ("neutral", "back"),
}  # fmt: skip


@register.simple_tag
def import_tag(job) -> str:
    """What became of the file."""
    kind, shape = SHAPES[job.state]
    return tag(kind, shape, job.get_state_display())
