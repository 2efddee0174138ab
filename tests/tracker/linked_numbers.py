"""The numbers of a page that are links, each with where it leads."""

import re
from html import unescape

LINK = re.compile(r'<a[^>]*href="([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)


def linked_numbers(page, place: str = "/hanh-dong/?") -> list[tuple[str, int]]:
    """Each address with the number in its words; of several the one in brackets, else the first."""
    found = []
    for address, words in LINK.findall(page.content.decode().split("<main")[1]):
        plain = re.sub(r"<[^>]+>", " ", words).strip()
        number = re.search(r"\((\d+)\)$", plain) or re.match(r"(\d+)", plain)
        if address.startswith(place) and number:
            found.append((unescape(address), int(number[1])))
    return found
