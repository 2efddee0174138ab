"""What bin/start may be told."""

import argparse
from typing import NoReturn


class OptionParser(argparse.ArgumentParser):
    """The options of bin/start; what is wrong with them is said in one line."""

    @classmethod
    def read(cls, words: list[str]) -> argparse.Namespace:
        parser = cls(prog="bin/start", description="Run the whole site on this machine.")
        parser.add_argument("--port", type=port, default=8000, help="where the pages are (default 8000)")
        parser.add_argument("--data", metavar="DIR", help="the data folder (default: DATA_DIR, else ./data)")
        loaded = parser.add_mutually_exclusive_group()
        loaded.add_argument("--empty", action="store_true", help="load no sample province")
        writing = "load the sample as it stands a few days before 22 June: units write their submissions"
        loaded.add_argument("--drafting", action="store_const", dest="stage", const="drafting", help=writing)
        planning = "load the sample as it stands in July: Home Affairs drafts the plan"
        loaded.add_argument("--planning", action="store_const", dest="stage", const="planning", help=planning)
        later = "load the sample as it stands in June of the next year: the next results are in"
        loaded.add_argument("--next-year", action="store_const", dest="stage", const="next-year", help=later)
        return parser.parse_args(words)

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"bin/start: {message}\n")


def port(written: str) -> int:
    if not written.isdecimal() or not 1 <= int(written) <= 65535:
        raise argparse.ArgumentTypeError(f"{written} is no port; give a number from 1 to 65535")
    return int(written)
