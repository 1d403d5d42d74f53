"""A list of sources for the screen: whole where it can be read, else how many, the first, the last.

A wave of letters has as many sources as institutions. The exported files have every one.
"""

from collections.abc import Sequence

from dashboard.i18n.translate import Words

MOST_SOURCES = 24  # that stand whole beside one value; the study has fifteen at most
JOINT = "; "


def source_list(sources: Sequence[str], w: Words) -> str:
    """The sources in words, joined; of many only how many, and between which two they stand."""
    if len(sources) <= MOST_SOURCES:
        return JOINT.join(sources)
    return many_sources(len(sources), sources[0], sources[-1], w)


def many_sources(n: int, first: str, last: str, w: Words) -> str:
    """How many sources there are, and between which two they stand."""
    return w("source.many", n=n, first=first, last=last)
