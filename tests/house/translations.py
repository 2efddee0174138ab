"""Is every word of the pages, mails and messages there in Vietnamese? `python -m tests.house.translations`.

Reads the code and the templates as gettext would, without gettext's programs, and compares with the catalogue.
"""

import io
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

CODE = Path(__file__).resolve().parents[2]
ROOMS = ("tracker", "plans", "notifications")
CATALOGUE = CODE / "locale" / "vi" / "LC_MESSAGES" / "django.po"
PLAIN, PLURAL, IN_CONTEXT = None, (1, 2), ((1, "c"), 2)
MARKS = {
    **dict.fromkeys(("_", "_t", "gettext", "gettext_lazy", "gettext_noop"), PLAIN),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), PLURAL),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), IN_CONTEXT),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
Message = tuple[str | None, str]


def complaints() -> list[str]:
    """One line for each word that is missing, unfinished, or not compiled."""
    catalogue, compiled = (
        read(CATALOGUE, partial(read_po, locale="vi")),
        read(CATALOGUE.with_suffix(".mo"), read_mo),
    )
    return [
        *(
            f"{where}: {message[1]!r} is not in the catalogue"
            for message, where in used()
            if message not in catalogue
        ),
        *(
            f"{identity!r} has no translation"
            for (_, identity), text in catalogue.items()
            if not is_whole(text)
        ),
        *(
            f"{identity!r} differs in django.mo: compile it"
            for (_, identity) in differing(catalogue, compiled)
        ),
    ]


def read(file: Path, reader) -> dict[Message, tuple[str, ...]]:
    """What the catalogue says for each message; one marked fuzzy says nothing."""
    with file.open("rb") as content:
        catalogue: Catalog = reader(content)
    return {key(m.context, m.id): () if m.fuzzy else texts(m.string) for m in catalogue if m.id}


def differing(catalogue: dict, compiled: dict) -> list[Message]:
    return [
        message for message, text in catalogue.items() if is_whole(text) and compiled.get(message) != text
    ]


def is_whole(text: tuple[str, ...]) -> bool:
    return bool(text) and all(text)


def used() -> Iterator[tuple[Message, Path]]:
    """Every message in the code and the templates, with the file it stands in."""
    for file in sources():
        text = file.read_text()
        if file.suffix != ".py":
            text = flat(templatize(text, origin=str(file)))
        for _line, mark, words, _comments in extract_python(io.BytesIO(text.encode()), MARKS, (), {}):
            if message := marked(mark, words):
                yield message, file.relative_to(CODE)


def flat(text: str) -> str:
    """Without indentation: what stands around the words of a template is no Python."""
    return "\n".join(line.strip() for line in text.splitlines())


def sources() -> Iterable[Path]:
    code = (
        file
        for room in ROOMS
        for file in sorted((CODE / room).rglob("*.py"))
        if "migrations" not in file.parts
    )
    templates = (file for file in sorted((CODE / "templates").rglob("*")) if file.suffix in (".html", ".txt"))
    return [*code, *templates]


def marked(mark: str, words: str | tuple) -> Message | None:
    """The message as the catalogue keys it; what is put together at run time has no key."""
    words = (words,) if isinstance(words, str) else tuple(words or ())
    in_context = "pgettext" in mark
    wanted = words[: 2 if in_context else 1]
    if not wanted or not all(isinstance(word, str) and word for word in wanted):
        return None
    return (wanted[0], wanted[1]) if in_context else (None, wanted[0])


def key(context: str | bytes | None, identity: str | tuple) -> Message:
    """Babel reads a context from a .mo file as bytes."""
    context = context.decode() if isinstance(context, bytes) else context
    return context, identity if isinstance(identity, str) else identity[0]


def texts(string: str | tuple) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)


if __name__ == "__main__":
    found = complaints()
    print("\n".join(found) or "Every word is there in Vietnamese.")
    sys.exit(bool(found))
