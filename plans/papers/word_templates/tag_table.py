"""The tags of a paper as a table to read: what is written in the template, and what it prints."""

from dataclasses import dataclass

from plans.papers.tags import ITEM

from .known_tags import known_tags


@dataclass(frozen=True)
class TagLine:
    """One tag as it is written; what belongs to the rows of a list stands under the loop that goes over it."""

    written: str
    prints: str
    depth: int
    is_list: bool


def tag_lines(kind: str) -> list[TagLine]:
    explained = known_tags(kind).explained
    return [_line(path, prints, explained) for path, prints in sorted(explained.items(), key=_place)]


def _place(entry: tuple[str, str]) -> list[tuple]:
    """Plain tags first, then each list with what belongs to it."""
    return [(ITEM in entry[0], entry[0].replace(ITEM, "").split("."))]


def _line(path: str, prints: str, explained: dict) -> TagLine:
    is_list = any(each.startswith(f"{path}{ITEM}") for each in explained)
    depth = path.count(ITEM)
    name = path.rpartition(f"{ITEM}.")[2] if depth else path
    return TagLine(_written(path, name, depth, is_list), prints, depth, is_list)


def _written(path: str, name: str, depth: int, is_list: bool) -> str:
    """Rows are called by a name of their own choice; here it is “row”."""
    own = f"row.{name}" if depth and not path.endswith(ITEM) else "row" if depth else name
    return f"for row in {own}" if is_list else own
