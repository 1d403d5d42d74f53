"""Latvian sentences of places: indicator, place, what its institutions say, the whole text."""

from dashboard.i18n.reading import CASES, MATERIALS, NGO, TRAINING
from dashboard.records import Municipality

from .situations import (
    ALL_PASSED_OVER,
    ALL_SILENT,
    BOTH,
    ESTIMATED,
    ESTIMATED_ONE,
    HALF_SILENT,
    HALF_SILENT_YES,
    MIXED_KNOWN,
    MIXED_NO,
    MIXED_SILENCE,
    NONE,
    PAIR,
    PARISHES,
    PASSED_OVER,
    PASSED_OVER_YES,
    UNPUBLISHED,
    Said,
    courts,
)
from .world import (
    ADAZU,
    BAUSKAS,
    DAUGAVPILS,
    GULBENES,
    JEKABPILS,
    JELGAVAS,
    REZEKNE,
    RIGA,
    court,
    many,
    service,
)

LATVIAN: list[tuple[str, Municipality, Said, str]] = [
    # --- training
    (
        TRAINING,
        JELGAVAS,
        {court(): "planned", service(): "yes"},
        (
            "Jelgavas novadā apmācīti darbinieki ir 1 no 2 iestādēm: sociālajam dienestam. "
            "Bāriņtiesa mācības vēl tikai plānoja."
        ),
    ),
    (
        TRAINING,
        JELGAVAS,
        {court(): "planned", service(): "planned"},
        (
            "Jelgavas novadā nevienā no 2 iestādēm, kas atbildēja, nav apmācītu darbinieku. "
            "Bāriņtiesa un sociālais dienests mācības vēl tikai plānoja."
        ),
    ),
    (
        TRAINING,
        BAUSKAS,
        NONE,
        "Bauskas novadā nevienā no 2 iestādēm, kas atbildēja, nav apmācītu darbinieku.",
    ),
    (
        TRAINING,
        BAUSKAS,
        HALF_SILENT,
        (
            "Bauskas novadā iestādē, kas atbildēja, nav apmācītu darbinieku. "
            "Bāriņtiesa neatbildēja uz aptauju; tas nenozīmē „nē”."
        ),
    ),
    (
        TRAINING,
        BAUSKAS,
        HALF_SILENT_YES,
        (
            "Bauskas novadā apmācīti darbinieki ir iestādei, kas atbildēja. "
            "Bāriņtiesa neatbildēja uz aptauju; tas nenozīmē „nē”."
        ),
    ),
    (
        TRAINING,
        REZEKNE,
        PASSED_OVER,
        (
            "Rēzeknē iestādē, kas atbildēja uz šo jautājumu, nav apmācītu darbinieku. "
            "Bāriņtiesa neatbildēja uz šo jautājumu; tas nenozīmē „nē”."
        ),
    ),
    (
        TRAINING,
        REZEKNE,
        PASSED_OVER_YES,
        (
            "Rēzeknē apmācīti darbinieki ir iestādei, kas atbildēja uz šo jautājumu. "
            "Bāriņtiesa neatbildēja uz šo jautājumu; tas nenozīmē „nē”."
        ),
    ),
    (
        TRAINING,
        ADAZU,
        BOTH,
        "Ādažu novadā apmācīti darbinieki ir abām iestādēm, kas atbildēja.",
    ),
    (
        TRAINING,
        JEKABPILS,
        ALL_SILENT,
        "Jēkabpilī atbildes nav: neviena iestāde neatbildēja uz aptauju.",
    ),
    (
        TRAINING,
        DAUGAVPILS,
        ALL_PASSED_OVER,
        "Daugavpilī atbildes nav: neviena iestāde neatbildēja uz šo jautājumu.",
    ),
    (
        TRAINING,
        DAUGAVPILS,
        MIXED_SILENCE,
        "Daugavpilī atbildes nav: neviena iestāde neatbildēja uz šo jautājumu.",
    ),
    (
        TRAINING,
        GULBENES,
        PARISHES,
        (
            "Gulbenes novadā apmācīti darbinieki ir 1 no 3 zināmām iestādēm; "
            "iespējams, pētījums nenosauc visas bāriņtiesas."
        ),
    ),
    (
        TRAINING,
        GULBENES,
        {service(GULBENES): "yes"},
        "Gulbenes novadā apmācīti darbinieki ir sociālajam dienestam.",
    ),
    (
        TRAINING,
        GULBENES,
        {court(GULBENES, "Lejasciema", responded=False): "", service(GULBENES): "no"},
        (
            "Gulbenes novadā apmācīti darbinieki ir 0 no 1 zināmas iestādes, kas atbildēja; "
            "iespējams, pētījums nenosauc visas bāriņtiesas. "
            "Lejasciema bāriņtiesa neatbildēja uz aptauju; tas nenozīmē „nē”."
        ),
    ),
    (
        TRAINING,
        GULBENES,
        {court(GULBENES, "Lejasciema", responded=False): ""},
        (
            "Gulbenes novadā atbildes nav: zināmās iestādes neatbildēja uz aptauju; "
            "iespējams, pētījums nenosauc visas bāriņtiesas."
        ),
    ),
    # --- one institution type chosen: its own noun, not "iestāde"
    (TRAINING, JELGAVAS, {court(): "no"}, "Jelgavas novadā bāriņtiesā nav apmācītu darbinieku."),
    (
        TRAINING,
        JELGAVAS,
        {service(responded=False): ""},
        "Jelgavas novadā atbildes nav: sociālais dienests neatbildēja uz aptauju.",
    ),
    # --- counts
    (
        TRAINING,
        JELGAVAS,
        courts(10, 0),
        "Jelgavas novadā nevienā no 10 bāriņtiesām, kas atbildēja, nav apmācītu darbinieku.",
    ),
    (
        TRAINING,
        JELGAVAS,
        courts(11, 11),
        "Jelgavas novadā apmācīti darbinieki ir visām 11 bāriņtiesām, kas atbildēja.",
    ),
    (
        TRAINING,
        JELGAVAS,
        courts(21, 0),
        "Jelgavas novadā nevienā no 21 bāriņtiesas, kas atbildēja, nav apmācītu darbinieku.",
    ),
    (
        TRAINING,
        JELGAVAS,
        courts(21, 21),
        "Jelgavas novadā apmācīti darbinieki ir visām bāriņtiesām, kas atbildēja (21).",
    ),
    (
        TRAINING,
        JELGAVAS,
        courts(21, 5),
        (
            "Jelgavas novadā apmācīti darbinieki ir 5 no 21 bāriņtiesas: 1. pagasta bāriņtiesai, "
            "2. pagasta bāriņtiesai, 3. pagasta bāriņtiesai un vēl 2."
        ),
    ),
    # --- cases
    (
        CASES,
        JELGAVAS,
        PAIR,
        (
            "Jelgavas novadā ar cilvēku tirdzniecības gadījumu ir saskārusies 1 no 2 iestādēm: "
            "sociālais dienests."
        ),
    ),
    (
        CASES,
        BAUSKAS,
        NONE,
        (
            "Bauskas novadā neviena no 2 iestādēm, kas atbildēja, nenorāda, ka būtu saskārusies "
            "ar cilvēku tirdzniecības gadījumu."
        ),
    ),
    (
        CASES,
        BAUSKAS,
        {court(BAUSKAS): "suspicion", service(BAUSKAS): "no"},
        (
            "Bauskas novadā neviena no 2 iestādēm, kas atbildēja, nenorāda, ka būtu saskārusies "
            "ar cilvēku tirdzniecības gadījumu. "
            "Pētījumā minētas aizdomas (bāriņtiesa); kā gadījums tās nav ieskaitītas."
        ),
    ),
    (
        CASES,
        ADAZU,
        BOTH,
        (
            "Ādažu novadā ar cilvēku tirdzniecības gadījumu ir saskārušās abas iestādes, "
            "kas atbildēja."
        ),
    ),
    (
        CASES,
        JELGAVAS,
        {service(): "no"},
        (
            "Jelgavas novadā sociālais dienests nenorāda, ka būtu saskāries ar cilvēku "
            "tirdzniecības gadījumu."
        ),
    ),
    (
        CASES,
        JELGAVAS,
        dict.fromkeys(many("social_service", 2), "yes"),
        (
            "Jelgavas novadā ar cilvēku tirdzniecības gadījumu ir saskārušies abi sociālie "
            "dienesti, kas atbildēja."
        ),
    ),
    (
        CASES,
        JELGAVAS,
        dict.fromkeys(many("social_service", 2), "no"),
        (
            "Jelgavas novadā neviens no 2 sociālajiem dienestiem, kas atbildēja, nenorāda, "
            "ka būtu saskāries ar cilvēku tirdzniecības gadījumu."
        ),
    ),
    (
        CASES,
        JELGAVAS,
        courts(3, 3),
        (
            "Jelgavas novadā ar cilvēku tirdzniecības gadījumu ir saskārušās visas 3 bāriņtiesas, "
            "kas atbildēja."
        ),
    ),
    (
        CASES,
        JELGAVAS,
        courts(21, 21),
        (
            "Jelgavas novadā ar cilvēku tirdzniecības gadījumu ir saskārušās visas bāriņtiesas, "
            "kas atbildēja (21)."
        ),
    ),
    (
        CASES,
        JELGAVAS,
        courts(3, 2),
        (
            "Jelgavas novadā ar cilvēku tirdzniecības gadījumu ir saskārušās 2 no 3 bāriņtiesām: "
            "1. pagasta bāriņtiesa un 2. pagasta bāriņtiesa."
        ),
    ),
    # --- materials
    (
        MATERIALS,
        RIGA,
        ESTIMATED,
        "Kurās iestādēs Rīgā ir materiāli klientiem, pētījums nenosauc: tādu var būt no 0 līdz 2.",
    ),
    (
        MATERIALS,
        RIGA,
        ESTIMATED_ONE,
        (
            "Vai Rīgā iestādei, kas atbildēja, ir materiāli klientiem, pētījumā nav norādīts. "
            "Bāriņtiesa neatbildēja uz aptauju; tas nenozīmē „nē”."
        ),
    ),
    (
        MATERIALS,
        RIGA,
        {service(RIGA): "?"},
        "Vai Rīgā sociālajam dienestam ir materiāli klientiem, pētījumā nav norādīts.",
    ),
    (
        MATERIALS,
        RIGA,
        MIXED_KNOWN,
        (
            "Rīgā materiāli klientiem ir vismaz 1 no 2 iestādēm: sociālajam dienestam. "
            "Par bāriņtiesu pētījumā tas nav norādīts."
        ),
    ),
    (
        MATERIALS,
        RIGA,
        MIXED_NO,
        "Kurās iestādēs Rīgā ir materiāli klientiem, pētījums nenosauc: tādu var būt no 0 līdz 1.",
    ),
    (
        MATERIALS,
        RIGA,
        UNPUBLISHED,
        "Rīgā iestāžu atbildes uz šo jautājumu nav publicētas.",
    ),
    (
        MATERIALS,
        GULBENES,
        {court(GULBENES, "Lizuma pagasts"): "?", service(GULBENES): "?"},
        (
            "Kurās iestādēs Gulbenes novadā ir materiāli klientiem, pētījums nenosauc: "
            "tādu var būt no 0 līdz 2. Iespējams, pētījums nenosauc visas bāriņtiesas."
        ),
    ),
    (
        MATERIALS,
        BAUSKAS,
        NONE,
        "Bauskas novadā nevienā no 2 iestādēm, kas atbildēja, nav materiālu klientiem.",
    ),
    (
        MATERIALS,
        ADAZU,
        BOTH,
        "Ādažu novadā materiāli klientiem ir abām iestādēm, kas atbildēja.",
    ),
    (
        MATERIALS,
        RIGA,
        dict.fromkeys(many("social_service", 2, RIGA), "?"),
        (
            "Kuros sociālajos dienestos Rīgā ir materiāli klientiem, pētījums nenosauc: "
            "tādu var būt no 0 līdz 2."
        ),
    ),
    (
        MATERIALS,
        RIGA,
        dict.fromkeys(many("social_service", 2, RIGA), "yes"),
        "Rīgā materiāli klientiem ir abiem sociālajiem dienestiem, kas atbildēja.",
    ),
    (
        MATERIALS,
        RIGA,
        dict.fromkeys(many("social_service", 10, RIGA), "yes"),
        "Rīgā materiāli klientiem ir visiem 10 sociālajiem dienestiem, kas atbildēja.",
    ),
    (
        MATERIALS,
        RIGA,
        dict.fromkeys(many("social_service", 21, RIGA), "no"),
        "Rīgā nevienā no 21 sociālā dienesta, kas atbildēja, nav materiālu klientiem.",
    ),
    # --- NGOs
    (
        NGO,
        RIGA,
        ESTIMATED,
        (
            "Kuras iestādes Rīgā vērstos „Drošajā mājā” vai „Martā”, pētījums nenosauc: "
            "tādu var būt no 0 līdz 2."
        ),
    ),
    (
        NGO,
        RIGA,
        dict.fromkeys(many("social_service", 2, RIGA), "?"),
        (
            "Kuri sociālie dienesti Rīgā vērstos „Drošajā mājā” vai „Martā”, pētījums nenosauc: "
            "tādu var būt no 0 līdz 2."
        ),
    ),
    (
        NGO,
        JELGAVAS,
        PAIR,
        "Jelgavas novadā „Drošajā mājā” vai „Martā” vērstos 1 no 2 iestādēm: sociālais dienests.",
    ),
    (
        NGO,
        BAUSKAS,
        NONE,
        (
            "Bauskas novadā neviena no 2 iestādēm, kas atbildēja, nevērstos „Drošajā mājā” "
            "vai „Martā”."
        ),
    ),
    (
        NGO,
        ADAZU,
        BOTH,
        "Ādažu novadā „Drošajā mājā” vai „Martā” vērstos abas iestādes, kas atbildēja.",
    ),
    # --- a later wave
    (
        CASES,
        RIGA,
        {court(RIGA): "#", service(RIGA): "no"},
        "Rīgā skaitlis ir zināms, bet netiek rādīts.",
    ),
    # --- the agency: nobody is placed
    (
        CASES,
        RIGA,
        {},
        "NVA filiāļu atrašanās vietas nav publicētas, tāpēc kartē NVA nav.",
    ),
]
