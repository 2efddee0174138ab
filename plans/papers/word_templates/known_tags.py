"""The tags that templates of one paper may use: what they print, what is near a wrong one, and words to try them."""

from importlib import import_module

from plans.papers.catalogue import PAPERS
from plans.papers.tags import ITEM, every_paper

LOOP = {f"loop.{name}": "" for name in ("index", "index0", "first", "last", "length")}
NUMBERS = ("year", "count", "total", "days", "done_on_time", "done_late", "open_in_time", "overdue")
MADE_UP = "Nội dung thử"


class KnownTags:
    """The tags of one paper, by their full path: chapters[].rows[].number."""

    def __init__(self, explained: dict[str, str]):
        self.explained = explained
        self.paths = explained.keys() | LOOP.keys() | {"loop"}

    def __contains__(self, path: str) -> bool:
        return path in self.paths

    def names_beside(self, path: str) -> list[str]:
        """Names that may stand where the wrong one stands, without what they belong to."""
        owner = path.rpartition(".")[0]
        return [
            each.rpartition(".")[2].removesuffix(ITEM)
            for each in self.paths
            if each.rpartition(".")[0] == owner
        ]

    def sample(self) -> dict:
        """Made-up words for every tag; each list has two rows."""
        return self._below("")

    def _below(self, prefix: str) -> dict:
        names = {path.removeprefix(prefix).split(".")[0].removesuffix(ITEM): None
                 for path in self.explained if path.startswith(prefix)}  # fmt: skip
        return {name: self._made_up(f"{prefix}{name}") for name in names}

    def _made_up(self, path: str):
        if any(each.startswith(f"{path}{ITEM}.") for each in self.explained):
            return [self._below(f"{path}{ITEM}."), self._below(f"{path}{ITEM}.")]
        if f"{path}{ITEM}" in self.explained:
            return [MADE_UP, MADE_UP]
        if any(each.startswith(f"{path}.") for each in self.explained):
            return self._below(f"{path}.")
        return 2 if path.endswith(NUMBERS) else MADE_UP


def known_tags(kind: str) -> KnownTags:
    return KnownTags(every_paper.TAGS | import_module(PAPERS[kind].tags).TAGS)
