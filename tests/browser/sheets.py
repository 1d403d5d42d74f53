"""Printed sheets: a PDF as Chromium writes it, read with the standard library alone.

Chromium draws in CSS pixels, one content stream a page, and gives each font a table from its codes
to letters. That is enough for what a test asks: how many pages, which words, sizes and colours.
"""

import re
import zlib
from dataclasses import dataclass
from functools import cached_property

from playwright.sync_api import Page

OBJECT = re.compile(rb"(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
TEXT = re.compile(rb"/(F\d+) ([\d.]+) Tf|<([0-9A-Fa-f]+)> Tj")
COLOUR = re.compile(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b")
A4 = (210, 297)  # millimetres
POINTS = 72 / 25.4  # points a millimetre


@dataclass(frozen=True)
class Sheets:
    """The pages of a PDF."""

    pdf: bytes

    @cached_property
    def _objects(self) -> dict[bytes, bytes]:
        return dict(OBJECT.findall(self.pdf))

    def _stream(self, number: bytes) -> bytes:
        found = STREAM.search(self._objects[number])
        assert found, number
        return zlib.decompressobj().decompress(found[1])

    @cached_property
    def _pages(self) -> list[bytes]:
        """The content of each page; the tree of pages has them in their order."""
        kids = [body for body in self._objects.values() if b"/Type /Pages" in body]
        order = [
            one
            for body in kids
            for one in re.findall(rb"(\d+) 0 R", body.partition(b"/Kids")[2].partition(b"]")[0])
        ]
        pages = [self._objects[one] for one in order if b"/Type /Page\n" in self._objects[one]]
        contents = [re.search(rb"/Contents (\d+) 0 R", page) for page in pages]
        return [self._stream(one[1]) for one in contents if one]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def sizes(self) -> set[tuple[int, int]]:
        """The sizes of the pages in whole millimetres."""
        boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", self.pdf)
        return {(round(float(w) / POINTS), round(float(h) / POINTS)) for w, h in boxes}

    @cached_property
    def _fonts(self) -> dict[bytes, "Letters"]:
        """Font name → how its codes are read."""
        fonts = dict(re.findall(rb"/(F\d+) (\d+) 0 R", self.pdf))
        tables = {
            name: re.search(rb"/ToUnicode (\d+) 0 R", self._objects[number])
            for name, number in fonts.items()
        }
        return {name: letters(self._stream(found[1])) for name, found in tables.items() if found}

    def words(self, page: int) -> str:
        """The words of a page (from 1) in the order of drawing, spaces as they are printed."""
        font, said = b"", ""
        for name, _, codes in TEXT.findall(self._pages[page - 1]):
            if name:
                font = name
            else:
                said += self._fonts[font].read(codes)
        return said

    @property
    def smallest_type(self) -> float:
        """The smallest size of type in CSS pixels."""
        used = [size for page in self._pages for _, size, _ in TEXT.findall(page) if size]
        return min(map(float, used))

    @cached_property
    def colours(self) -> set[tuple[int, int, int]]:
        """Every colour that is drawn with, those of patterns included, pictures left out."""
        drawn = set()
        for number, body in self._objects.items():
            if b"stream" in body and b"/Subtype /Image" not in body and b"/FlateDecode" in body:
                for parts in COLOUR.findall(self._stream(number)):
                    red, green, blue = (round(float(part) * 255) for part in parts)
                    drawn.add((red, green, blue))
        return drawn

    @property
    def patterns(self) -> int:
        """How many tiled patterns are painted."""
        return len(re.findall(rb"/PatternType 1\b", self.pdf))


@dataclass(frozen=True)
class Letters:
    """A font's codes, each of `digits` hexadecimal digits, and the letters they stand for."""

    digits: int
    table: dict[int, str]

    def read(self, codes: bytes) -> str:
        """The letters of a string of codes."""
        step = range(0, len(codes), self.digits)
        return "".join(self.table.get(int(codes[at : at + self.digits], 16), "") for at in step)


def letters(table: bytes) -> Letters:
    """A font's table as the PDF has it: codes one by one, and ranges of them."""
    width = re.search(rb"begincodespacerange\s+<(\w+)>", table)
    assert width
    body = table.partition(b"endcodespacerange")[2]
    found = {}
    for code, text in re.findall(rb"^<(\w+)> <(\w+)>$", body, re.MULTILINE):
        found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for low, high, first in re.findall(rb"^<(\w+)> <(\w+)> <(\w+)>$", body, re.MULTILINE):
        for step in range(int(high, 16) - int(low, 16) + 1):
            found[int(low, 16) + step] = chr(int(first, 16) + step)
    return Letters(len(width[1]), found)


def rgb(colour: str) -> tuple[int, int, int]:
    """ "#965807" as red, green, blue."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def sheets(page: Page) -> Sheets:
    """Print a page as a browser does by default: without backgrounds, unless the page insists."""
    return Sheets(page.pdf(prefer_css_page_size=True))
