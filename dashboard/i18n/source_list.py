"""A list of sources for the screen: whole where it can be read, else how many, the first, the last.

A wave of letters has as many sources as institutions. The exported files have every one.
"""

from collections.abc import Collection, Mapping, Sequence

from dashboard.i18n.translate import Words

MOST_SOURCES = 24  # that stand whole beside one value; the study has fifteen at most
JOINT = "; "


def source_list(sources: Sequence[str], w: Words) -> str:
    """The sources in words, joined; of many only how many, and between which two they stand."""
    if len(sources) <= MOST_SOURCES:
        return JOINT.join(sources)
    return w("source.many", n=len(sources), first=sources[0], last=sources[-1])


def many_sources(codes: Collection[str], labels: Mapping[tuple[str, str], str], w: Words) -> str:
    """How many sources these codes are, and between which two they stand.

    `labels` are those of every kind and code, in their order, which is searched from both ends.
    """
    order = list(labels)
    first, last = (
        next((labels[one] for one in way if one[0] == "source" and one[1] in codes), "")
        for way in (order, reversed(order))
    )
    return w("source.many", n=len(codes), first=first, last=last)
