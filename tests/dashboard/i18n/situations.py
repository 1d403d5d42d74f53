"""What the institutions of a place may say: the situations that sentences are tried on."""

from dashboard.records import Institution

from .world import (
    ADAZU,
    BAUSKAS,
    DAUGAVPILS,
    GULBENES,
    JEKABPILS,
    REZEKNE,
    RIGA,
    court,
    many,
    service,
)

Said = dict[Institution, str]


def courts(count: int, yes: int) -> Said:
    """So many courts; the first of them answer yes, the others no."""
    return {c: "yes" if n < yes else "no" for n, c in enumerate(many("orphans_court", count))}


PAIR = {court(): "no", service(): "yes"}
NONE = {court(BAUSKAS): "no", service(BAUSKAS): "no"}
BOTH = {court(ADAZU): "yes", service(ADAZU): "yes"}
HALF_SILENT = {court(BAUSKAS, responded=False): "", service(BAUSKAS): "no"}
HALF_SILENT_YES = {court(BAUSKAS, responded=False): "", service(BAUSKAS): "yes"}
PASSED_OVER = {court(REZEKNE): "-", service(REZEKNE): "no"}
PASSED_OVER_YES = {court(REZEKNE): "-", service(REZEKNE): "yes"}
ALL_SILENT = {court(JEKABPILS, responded=False): "", service(JEKABPILS, responded=False): ""}
ALL_PASSED_OVER = {court(DAUGAVPILS): "-", service(DAUGAVPILS): "-"}
MIXED_SILENCE = {court(DAUGAVPILS, responded=False): "", service(DAUGAVPILS): "-"}
ESTIMATED = {court(RIGA): "?", service(RIGA): "?"}
ESTIMATED_ONE = {court(RIGA, responded=False): "", service(RIGA): "?"}
MIXED_KNOWN = {court(RIGA): "?", service(RIGA): "yes"}
MIXED_NO = {court(RIGA): "?", service(RIGA): "no"}
UNPUBLISHED = {court(RIGA): "x", service(RIGA): ""}
PARISHES = {
    court(GULBENES, "Gulbenes pilsēta"): "yes",
    court(GULBENES, "Litenes pagasts"): "no",
    service(GULBENES): "no",
}
