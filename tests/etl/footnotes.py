"""The lists of the study's footnotes, typed from reading the study: an independent third reading.

A place is a municipality of 2009, with a part of it where the study names a part.
"""


def novadi(names: str) -> set[str]:
    """Genitive stems, parted by spaces, as the names of municipalities."""
    return {f"{name} novads" for name in names.split()}


SILENT_COURTS = novadi(  # footnote 6
    "Aglonas Burtnieku Ērgļu Ilūkstes Kocēnu Naukšēnu Sējas Talsu Vecpiebalgas"
) | {
    "Daugavpils novads, Naujenes pagasts",
    "Gulbenes novads, Lejasciema",
    "Lielvārdes novads, Lēdmanes",
    "Lielvārdes novads, Jumpravas",
}
SILENT_SERVICES = novadi(  # footnote 7
    "Aizputes Aknīstes Alojas Alūksnes Beverīnas Ciblas Engures Naukšēnu Neretas Riebiņu "
    "Salaspils Siguldas Skrīveru Varakļānu Viļakas"
)
CASES_OF_SERVICES = novadi(  # footnote 12
    "Grobiņas Saldus Kandavas Tukuma Jelgavas Bauskas Strenču Cēsu Jaunjelgavas Pļaviņu Madonas"
) | {"Liepāja", "Valmiera"}
CASES_OF_COURTS = novadi(  # footnote 13
    "Tukuma Jaunpils Ozolnieku Jaunjelgavas Viesītes Smiltenes Beverīnas"
) | {
    "Liepāja",
    "Ventspils",
    "Rīga",
    "Daugavpils",
    "Valmiera",
    "Daugavpils novads, Skrudalienas",
}
UNTRAINED_COURTS = novadi(  # footnote 35
    "Viļakas Zilupes Mērsraga Neretas Salacgrīvas Jaunjelgavas Saldus Saulkrastu Kārsavas "
    "Kokneses Krāslavas Ķeguma Ķekavas Durbes Ikšķiles Alojas Strenču Tukuma Varakļānu Alsungas "
    "Baltinavas Balvu Bauskas Pāvilostas Pļaviņu Priekules Raunas Riebiņu Rucavas Rundāles "
    "Siguldas Apes Auces Baldones Vecumnieku Alūksnes Engures Kandavas Jelgavas Mārupes Līgatnes"
) | {
    "Jūrmala",
    "Jelgava",
    "Limbažu novads, Limbažu pilsēta",
    "Limbažu novads, Skultes un Vidrižu pagasti",
    "Limbažu novads, Katvaru un Umurgas pagasti",
    "Limbažu novads, Limbažu, Viļķenes un Pāles pagasti",
    "Ogres novads, Ogres novada pagasti",
    "Gulbenes novads, Jaungulbenes",
    "Gulbenes novads, Litenes pagasts",
    "Gulbenes novads, Lizuma pagasts",
    "Gulbenes novads, Rankas pagasts",
    "Daugavpils novads, Višķu pagasts",
    "Priekuļu novads, Liepas pagasts",
    "Priekuļu novads, Priekuļu pagasts",
    "Rēzeknes novads, Maltas pagasts",
    "Rēzeknes novads, Vērēmu pagasts",
}
UNTRAINED_SERVICES = novadi(  # footnote 36
    "Viesītes Zilupes Ķeguma Ķekavas Krustpils Krimuldas Nīcas Pārgaujas Priekules Raunas "
    "Rēzeknes Ropažu Rugāju Limbažu Lubānas Rundāles Mālpils Mērsraga Durbes Ērgļu Jēkabpils "
    "Iecavas Kārsavas Jaunpiebalgas Jaunpils Ādažu Baltinavas Bauskas Brocēnu Burtnieku "
    "Carnikavas Salas Saulkrastu Strenču Tērvetes Vaiņodes Ventspils Vecumnieku"
)
PLANNING_COURTS = novadi(  # footnote 37
    "Līgatnes Viļakas Mārupes Jelgavas Kandavas Engures Alūksnes Vecumnieku Apes Auces Baldones"
)
PLANNING_SERVICES = novadi("Rundāles Burtnieku Carnikavas Strenču Vecumnieku")  # footnote 38
COURTS_WITHOUT_ANSWER = novadi(  # footnote 39
    "Lubānas Jaunpiebalgas Salas Skrīveru Krimuldas Aizputes Garkalnes Iecavas Valkas Ādažu Dagdas"
) | {
    "Jēkabpils",
    "Rīga",
    "Lielvārdes novads, Lielvārdes",
    "Daugavpils novads, Līksnas",
    "Gulbenes novads, Gulbenes pilsēta",
}
SERVICES_WITHOUT_ANSWER = novadi("Krāslavas Amatas Sējas") | {"Jēkabpils", "Jūrmala"}  # footnote 40
