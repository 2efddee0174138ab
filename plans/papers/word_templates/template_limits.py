"""What a template may do: print, repeat, leave out. It neither calculates nor calls, so it always comes to an end."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from jinja2 import nodes

from plans.papers.tags import ITEM

from .fault_words import laid_out
from .template_tags import Part, Place, path_of

ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Const, nodes.For, nodes.If,
    nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Test, nodes.Filter,
    nodes.Concat,
)  # fmt: skip
FILTERS = {
    "length",
    "count",
    "upper",
    "lower",
    "title",
    "capitalize",
    "trim",
    "first",
    "last",
    "default",
    "d",
    "join",
}
TESTS = {"defined", "undefined", "none", "odd", "even", "first", "last"}


def too_much(part: Part, tree: nodes.Template) -> str:
    """Why this part is more than a template, and in which paragraph; empty when it is not."""
    fault, place = next(_faults(tree, part, {}), ("", None))
    return laid_out(fault, place) if fault else ""


def _faults(
    node: nodes.Node, part: Part, scope: dict[str, str], over: str = ""
) -> Iterator[tuple[str, Place]]:
    """Each fault with its paragraph; `over` is what the loop around this goes over."""
    if fault := _fault_of(node, scope, over):
        yield fault, part.place(node.lineno)
        return
    if isinstance(node, nodes.For):
        over = f"{path_of(node.iter, scope)}{ITEM}"
        scope = scope | {node.target.name: over}
    for child in node.iter_child_nodes():
        yield from _faults(child, part, scope, over)


def _fault_of(node: nodes.Node, scope: dict[str, str], over: str) -> str:
    if not isinstance(node, ALLOWED):
        return _(
            "A template only prints, repeats and leaves out; it does not calculate, call or define anything."
        )
    if isinstance(node, nodes.Filter | nodes.Test):
        return _fault_of_filter(node)
    return _fault_of_loop(node, scope, over) if isinstance(node, nodes.For) else ""


def _fault_of_filter(node: nodes.Filter | nodes.Test) -> str:
    known = FILTERS if isinstance(node, nodes.Filter) else TESTS
    words = _("“%(name)s” is not possible here; possible are: %(known)s.")
    return "" if node.name in known else words % {"name": node.name, "known": ", ".join(sorted(known))}


def _fault_of_loop(node: nodes.For, scope: dict[str, str], over: str) -> str:
    """A loop goes over a list of the words; one inside another over a list that belongs to the outer one's row."""
    path = path_of(node.iter, scope)
    if not path or not isinstance(node.target, nodes.Name) or node.test or node.recursive:
        return _("A loop reads “for row in list”, with a list from the table of tags.")
    if over and not path.startswith(f"{over}."):
        return _("A loop inside another one goes over a list of the outer one's rows.")
    return ""
