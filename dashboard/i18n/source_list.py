"""A list of sources for the screen: whole where it can be read, else how many, the first, the last.

A wave of letters has as many sources as institutions. The exported files have every one.
"""

from collections.abc import Sequence

from dashboard.i18n.translate import Words

MOST = 20  # sources that stand whole; the study has fifteen at most
JOINT = "; "


def source_list(sources: Sequence[str], w: Words) -> str:
    """The sources in words, joined; of many only how many, and between which two they stand."""
    if len(sources) <= MOST:
        return JOINT.join(sources)
    return w("source.many", n=len(sources), first=sources[0], last=sources[-1])
