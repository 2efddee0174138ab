"""The questions an uploaded template is asked before papers are written with it."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError
from lxml import etree
from rapidfuzz import process

from plans.papers.files import word_file

from .fault_words import braces_around, closing_of, laid_out
from .known_tags import KnownTags, known_tags
from .template_limits import too_much
from .template_package import DAMAGED, fault_of_package
from .template_tags import Part, Tag, never_closed, parts_of, tags_of

CLOSE_ENOUGH = 60
MOST_TOLD = 5
TOO_DEEP = gettext_lazy(
    "The tags are nested too deeply, or one of them is too long. Take some of the for, if and filters apart."
)
NO_TAGS = gettext_lazy(
    "The file has no tag, so every paper would be the same. Download the template in use, change it in Word, and bring "
    "that."
)
ANY_DAY = date(2022, 7, 1)


def template_fault(kind: str, file) -> str:
    """What is wrong with this file as a template of such papers, where, and how to mend it; empty when it is sound."""
    if fault := fault_of_package(file):
        return fault
    try:
        parts = list(parts_of(DocxTemplate(file)))
    except Exception:  # whatever the library stumbles over in a forged file
        return str(DAMAGED)
    finally:
        file.seek(0)
    known = known_tags(kind)
    try:
        return _fault_of_parts(parts, known) or _fault_of_trial(file, known)
    except (RecursionError, SyntaxError, MemoryError):  # Python has no room for so many levels either
        return str(TOO_DEEP)


def _fault_of_parts(parts: list[Part], known: KnownTags) -> str:
    environment, tags = word_file.environment(), []
    for part in parts:
        try:
            tree = environment.parse(part.source)
            if fault := too_much(part, tree):
                return fault
            tags += tags_of(part, environment)
        except TemplateSyntaxError as error:
            return _fault_of_syntax(part, error)
    if unknown := [tag for tag in tags if tag.path not in known]:
        return _fault_of_unknown(unknown, known)
    return "" if tags else str(NO_TAGS)


def _fault_of_syntax(part: Part, error: TemplateSyntaxError) -> str:
    """In plain words: what the template language says of itself is English, and names the end of the file."""
    if left_open := never_closed(part):
        return laid_out(_("A “for” or “if” is never closed."), left_open, should=closing_of(left_open))
    rule = _("every {{ with its }}, every {% with its %}, every for with its endfor, every if with its endif")
    return laid_out(_("A tag is not written as it should be."), part.place(error.lineno), should=rule)


def _fault_of_unknown(unknown: list[Tag], known: KnownTags) -> str:
    told = list(dict.fromkeys(_told(tag, known) for tag in unknown))
    more = _("And %(count)s more.") % {"count": len(told) - MOST_TOLD} if len(told) > MOST_TOLD else ""
    return "\n\n".join(
        filter(None, [_("The file holds tags that this paper does not know."), *told[:MOST_TOLD], more])
    )


def _told(tag: Tag, known: KnownTags) -> str:
    """The paragraph, the tag in it, and the same tag with the known name that was probably meant."""
    stands = braces_around(tag.written, tag.place)
    owner, dot, last = tag.written.rpartition(".")
    near = process.extractOne(last, known.names_beside(tag.path), score_cutoff=CLOSE_ENOUGH)
    meant = stands.replace(tag.written, f"{owner}{dot}{near[0]}") if near else ""
    return laid_out("", tag.place, stands, meant or _("a tag from the table of tags, or nothing"))


def _fault_of_trial(file, known: KnownTags) -> str:
    """Fill it once with made-up words: what still goes wrong would go wrong with the real ones."""
    try:
        document = DocxTemplate(file)
        document.render_init()
        etree.fromstring(document.build_xml(known.sample(), word_file.environment()).encode())
        file.seek(0)
        word_file.fill_template(file, known.sample(), ANY_DAY)
    except etree.XMLSyntaxError:
        return _("A tag cuts through the layout. One that repeats rows stands alone in its row as {%tr … %}, one that "
                 "repeats paragraphs alone in its paragraph as {%p … %}.")  # fmt: skip
    except (TemplateError, TypeError, ValueError, LookupError) as error:
        return _("The template could not be filled on trial: %(reason)s.") % {"reason": error}
    finally:
        file.seek(0)
    return ""
