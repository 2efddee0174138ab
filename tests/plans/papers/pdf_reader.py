"""Reads a PDF back as far as layout goes: its pages and their size, and the fonts it carries."""

import re
import zlib

STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
BOX = re.compile(rb"/MediaBox ?\[0 0 ([0-9.]+) ([0-9.]+)\]")
FONT = re.compile(rb"/BaseFont ?/[A-Z]+\+([A-Za-z-]+)")


def pages_of(paper: bytes) -> list[str]:
    """Which way each page lies, in their order."""
    sizes = [(float(across), float(down)) for across, down in BOX.findall(_unpacked(paper))]
    assert {tuple(sorted(map(round, size))) for size in sizes} == {(595, 842)}  # A4 in points
    return ["across" if across > down else "upright" for across, down in sizes]


def fonts_of(paper: bytes) -> set[str]:
    """The families that are embedded."""
    return {name.decode().partition("-")[0] for name in FONT.findall(_unpacked(paper))}


def _unpacked(paper: bytes) -> bytes:
    return b"\n".join([paper, *filter(None, map(_inflated, STREAM.findall(paper)))])


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""
