"""Make the two fonts of the pages from Adobe's: `python subset.py SANS.ttf SERIF.ttf`.

The README beside this file says where Adobe's come from. Needs fonttools and brotli.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

LETTERS = "ĀČĒĢĪĶĻŅŌŖŠŪŽÄÉÖÜāčēģīķļņōŗšūžäéöü"  # of Latvian, old and new, and of names within it
SIGNS = "\u00a0\u00ad«»„“”‘’‚–—…·•°§¹²³½×÷−±€"
CHARACTERS = "".join(map(chr, range(0x20, 0x7F))) + LETTERS + SIGNS
FEATURES = ["ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "tnum"]
# Adobe reserves the name "Source": a subset may not carry it (OFL.txt, condition 3).
NAMES = {"sans": "Karte Sans", "serif": "Karte Serif"}
# Of the serif what the styles use; the whole range of the sans costs nothing.
AXES = {"sans": {}, "serif": {"wght": (400, 700), "opsz": (14, 60)}}
# Ascent and descent, and the same for Windows, as in the files of Google's with which the pages
# were drawn: others would shift every line of text.
HEIGHTS = {"sans": (1024, -400, 934, 288), "serif": (1036, -335, 1009, 324)}


def subset(kind: str, source: Path) -> None:
    """Write one font beside this file."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options(layout_features=FEATURES, hinting=False, name_IDs=[0, 13, 14])
    subsetter = Subsetter(options)
    subsetter.populate(text=CHARACTERS)
    subsetter.subset(font)
    if AXES[kind]:
        font = instantiateVariableFont(font, AXES[kind])
    _rename(font, NAMES[kind])
    _set_heights(font, *HEIGHTS[kind])
    font.flavor = "woff2"
    font.save(Path(__file__).with_name(f"karte-{kind}.woff2"))


def _rename(font: TTFont, name: str) -> None:
    del font["STAT"]  # it and the named instances carry Adobe's names
    font["fvar"].instances = []
    kept = {axis.axisNameID for axis in font["fvar"].axes} | {0, 13, 14}
    font["name"].names = [record for record in font["name"].names if record.nameID in kept]
    packed = name.replace(" ", "")
    for number, text in {1: name, 2: "Regular", 3: packed, 4: name, 6: packed}.items():
        font["name"].setName(text, number, 3, 1, 0x409)


def _set_heights(
    font: TTFont, ascent: int, descent: int, win_ascent: int, win_descent: int
) -> None:
    font["hhea"].ascent = font["OS/2"].sTypoAscender = ascent
    font["hhea"].descent = font["OS/2"].sTypoDescender = descent
    font["hhea"].lineGap = font["OS/2"].sTypoLineGap = 0
    font["OS/2"].usWinAscent, font["OS/2"].usWinDescent = win_ascent, win_descent
    font["OS/2"].fsSelection |= 1 << 7  # the typographic heights count


if __name__ == "__main__":
    for kind, source in zip(NAMES, sys.argv[1:], strict=True):
        subset(kind, Path(source))
