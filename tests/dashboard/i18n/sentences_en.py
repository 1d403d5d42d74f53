"""English sentences of places: indicator, place, what its institutions say, the whole text."""

from dashboard.i18n.reading import CASES, MATERIALS, NGO, TRAINING
from dashboard.records import Municipality

from .situations import (
    ALL_SILENT,
    BOTH,
    ESTIMATED,
    HALF_SILENT,
    MIXED_KNOWN,
    NONE,
    PARISHES,
    PASSED_OVER,
    UNPUBLISHED,
    Said,
    courts,
)
from .world import (
    ADAZU,
    BAUSKAS,
    GULBENES,
    JEKABPILS,
    JELGAVAS,
    REZEKNE,
    RIGA,
    court,
    service,
)

ENGLISH: list[tuple[str, Municipality, Said, str]] = [
    (
        TRAINING,
        JELGAVAS,
        {court(): "planned", service(): "yes"},
        (
            "In Jelgavas novads, 1 of 2 institutions has trained staff: the social service. "
            "The orphans' court was only planning training."
        ),
    ),
    (
        TRAINING,
        BAUSKAS,
        NONE,
        "In Bauskas novads, neither of the 2 responding institutions has trained staff.",
    ),
    (
        TRAINING,
        BAUSKAS,
        HALF_SILENT,
        (
            "In Bauskas novads, the one institution that responded has no trained staff. "
            'The orphans\' court did not respond to the survey; this does not mean "no".'
        ),
    ),
    (
        TRAINING,
        REZEKNE,
        PASSED_OVER,
        (
            "In Rēzekne, the one institution that answered this question has no trained staff. "
            'The orphans\' court did not respond to this question; this does not mean "no".'
        ),
    ),
    (
        TRAINING,
        JELGAVAS,
        courts(3, 0) | {service(): "-"},
        (
            "In Jelgavas novads, none of the 3 institutions that answered this question has "
            "trained staff. The social service did not respond to this question; "
            'this does not mean "no".'
        ),
    ),
    (
        TRAINING,
        ADAZU,
        BOTH,
        "In Ādažu novads, both institutions that responded have trained staff.",
    ),
    (
        TRAINING,
        JELGAVAS,
        courts(21, 21),
        "In Jelgavas novads, all 21 orphans' courts that responded have trained staff.",
    ),
    (
        TRAINING,
        JELGAVAS,
        courts(21, 5),
        (
            "In Jelgavas novads, 5 of 21 orphans' courts have trained staff: "
            "the 1. pagasts orphans' court, the 2. pagasts orphans' court, "
            "the 3. pagasts orphans' court and 2 more."
        ),
    ),
    (
        TRAINING,
        JEKABPILS,
        ALL_SILENT,
        "No answer from Jēkabpils: no institution responded to the survey.",
    ),
    (
        TRAINING,
        JELGAVAS,
        {service(responded=False): ""},
        "No answer from Jelgavas novads: the social service did not respond to the survey.",
    ),
    (
        TRAINING,
        GULBENES,
        PARISHES,
        (
            "In Gulbenes novads, 1 of the 3 known institutions has trained staff; "
            "the study may not name all orphans' courts."
        ),
    ),
    (
        TRAINING,
        GULBENES,
        {court(GULBENES, "Lejasciema", responded=False): ""} | PARISHES,
        (
            "In Gulbenes novads, 1 of the 3 known institutions that responded has trained staff; "
            "the study may not name all orphans' courts. The Lejasciema orphans' court did not "
            'respond to the survey; this does not mean "no".'
        ),
    ),
    (
        TRAINING,
        GULBENES,
        {court(GULBENES, "Lejasciema"): "-"},
        (
            "No answer from Gulbenes novads: the known institutions did not respond to this "
            "question; the study may not name all orphans' courts."
        ),
    ),
    (
        TRAINING,
        REZEKNE,
        {court(REZEKNE): "-"} | courts(2, 0),
        (
            "In Rēzekne, neither of the 2 orphans' courts that answered this question has "
            "trained staff. The Rēzekne orphans' court did not respond to this question; "
            'this does not mean "no".'
        ),
    ),
    (
        CASES,
        BAUSKAS,
        NONE,
        "In Bauskas novads, neither of the 2 responding institutions reports a trafficking case.",
    ),
    (
        CASES,
        BAUSKAS,
        {court(BAUSKAS): "suspicion", service(BAUSKAS): "yes"},
        (
            "In Bauskas novads, 1 of 2 institutions reports a trafficking case: "
            "the social service. "
            "The study tells of a suspicion (the orphans' court); it is not counted as a case."
        ),
    ),
    (
        MATERIALS,
        RIGA,
        ESTIMATED,
        (
            "The study does not say which institutions in Rīga have materials for clients: "
            "between 0 and 2 do."
        ),
    ),
    (
        MATERIALS,
        RIGA,
        MIXED_KNOWN,
        (
            "In Rīga, at least 1 of 2 institutions has materials for clients: the social service. "
            "The study does not say this of the orphans' court."
        ),
    ),
    (
        MATERIALS,
        RIGA,
        {service(RIGA): "?"},
        "The study does not say whether the social service in Rīga has materials for clients.",
    ),
    (
        MATERIALS,
        RIGA,
        UNPUBLISHED,
        "What institutions in Rīga answered to this question is not published.",
    ),
    (
        NGO,
        BAUSKAS,
        HALF_SILENT,
        (
            "In Bauskas novads, the one institution that responded would not turn to "
            '"Drošā māja" or "Marta". '
            'The orphans\' court did not respond to the survey; this does not mean "no".'
        ),
    ),
    (
        NGO,
        RIGA,
        ESTIMATED,
        (
            'The study does not say which institutions in Rīga would turn to "Drošā māja" or '
            '"Marta": between 0 and 2 would.'
        ),
    ),
]
