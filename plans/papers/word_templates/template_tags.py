"""Which tags a template holds, and where: read from its XML, paragraph by paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from docxtpl import DocxTemplate
from jinja2 import Environment, nodes

from plans.papers.tags import ITEM

PARAGRAPHS = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
EDGE = re.compile(r"(?=<w:p[ >])|(?<=</w:p>)|(?<=</w:tr>)")
BETWEEN = re.compile(r"(?<=%\})(?=\{%)")
TEXT = re.compile(r"<w:t[ >]")
MARK = re.compile(r"(?<=\{%)(?:p|tr|tc|r)(?=\s)")
MARKUP = re.compile(r"<[^>]*>")
PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
BLOCK = re.compile(r"\{%-?\s*(for|if|endfor|endif)\b")
MOST_SHOWN = 80


@dataclass(frozen=True)
class Place:
    """A piece of the file and the text of one paragraph in it."""

    text: str

    def __str__(self) -> str:
        return self.text if len(self.text) <= MOST_SHOWN else f"{self.text[:MOST_SHOWN]}…"


@dataclass(frozen=True)
class Tag:
    """A tag by its full path, such as chapters[].rows[].number, as it was written, and where."""

    path: str
    written: str
    place: Place


class Part:
    """One piece of the Word file as the template language sees it, a paragraph a line.

    A tag that repeats paragraphs or rows has lost its own paragraph there, and the mark behind its brace; `xml` is the
    piece as it was written, from which both are shown again.
    """

    def __init__(self, patched: str, xml: str = ""):
        lines = EDGE.sub("\n", patched).split("\n")
        self.source = "\n".join(line if TEXT.search(line) else BETWEEN.sub("\n", line) for line in lines)
        self.lines = self.source.split("\n")
        self._xml = xml

    def place(self, line: int) -> Place:
        """The paragraph at this line, as its writer sees it."""
        seen = _seen(self.lines[line - 1]) if 0 < line <= len(self.lines) else ""
        return Place(self._as_written.get(seen, seen))

    @cached_property
    def _as_written(self) -> dict[str, str]:
        """Each paragraph that holds such a tag, by what is left of it."""
        written = (_seen(paragraph) for paragraph in PARAGRAPHS.findall(self._xml))
        return {MARK.sub("", text): text for text in written if MARK.search(text)}


def parts_of(document: DocxTemplate) -> Iterator[Part]:
    """Body, headers, footers, footnotes and the file's properties: all that is filled when a paper is written."""
    document.init_docx()
    yield _part(document, document.get_xml())
    for uri in (document.HEADER_URI, document.FOOTER_URI):
        for _key, part in document.get_headers_footers(uri):
            yield _part(document, document.get_part_xml(part))
    for part in document.docx._part.package.iter_parts():
        if part.partname.endswith("/footnotes.xml"):
            yield _part(document, part.blob.decode("utf-8"))
    yield Part("\n".join(_properties(document)))


def _part(document: DocxTemplate, xml: str) -> Part:
    return Part(document.patch_xml(xml), xml)


def _seen(xml: str) -> str:
    return MARKUP.sub("", xml).strip()


def _properties(document: DocxTemplate) -> Iterator[str]:
    properties = document.docx.core_properties
    return (str(getattr(properties, name) or "") for name in PROPERTIES)


def tags_of(part: Part, environment: Environment) -> Iterator[Tag]:
    """Every tag of the part. Raises jinja2's TemplateSyntaxError."""
    return _Reader(part).read(environment.parse(part.source), {})


def never_closed(part: Part) -> Place | None:
    """The paragraph of a for or if that nothing closes; None where all are closed."""
    still_open = []
    for line, text in enumerate(part.lines, 1):
        for word in BLOCK.findall(text):
            if not word.startswith("end"):
                still_open.append(line)
            elif still_open:
                still_open.pop()
    return part.place(still_open[-1]) if still_open else None


class _Reader:
    """Walks through a part, knowing what each loop goes over."""

    def __init__(self, part: Part):
        self.part = part

    def read(self, node: nodes.Node, scope: dict[str, str]) -> Iterator[Tag]:
        if isinstance(node, nodes.For):
            yield from self._loop(node, scope)
        elif isinstance(node, nodes.Name | nodes.Getattr):
            yield from self._tag(node, scope)
        else:
            for child in node.iter_child_nodes():
                yield from self.read(child, scope)

    def _loop(self, node: nodes.For, scope: dict[str, str]) -> Iterator[Tag]:
        yield from self.read(node.iter, scope)
        inside = scope | {"loop": "loop"}
        if isinstance(node.target, nodes.Name):
            inside[node.target.name] = f"{path_of(node.iter, scope) or '?'}{ITEM}"
        for child in node.body:
            yield from self.read(child, inside)
        for child in node.else_:
            yield from self.read(child, scope)

    def _tag(self, node: nodes.Expr, scope: dict[str, str]) -> Iterator[Tag]:
        if path := path_of(node, scope):
            yield Tag(path, written(node), self.part.place(node.lineno))
        else:
            for child in node.iter_child_nodes():
                yield from self.read(child, scope)


def path_of(node: nodes.Node, scope: dict[str, str]) -> str:
    """The full path of a name or of what belongs to it; nothing for anything else."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name, node.name)
    if isinstance(node, nodes.Getattr) and (owner := path_of(node.node, scope)):
        return f"{owner}.{node.attr}"
    return ""


def written(node: nodes.Node) -> str:
    """The tag as it stands in the file."""
    return (
        f"{written(node.node)}.{node.attr}" if isinstance(node, nodes.Getattr) else getattr(node, "name", "…")
    )
