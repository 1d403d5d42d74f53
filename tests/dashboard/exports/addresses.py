"""The addresses whose files stand in tests/golden/, whole. Each was read by eye."""

EIGHT = "&".join(
    f"municipality={code}"
    for code in ("LV-041", "LV-025", "LV-RIX", "LV-107", "LV-064", "LV-033", "LV-067", "LV-054")
)
GOLDENS = {
    "answers_jelgavas_novads_analysis_lv.csv": "/export/answers.csv?municipality=LV-041",
    "answers_courts_of_latgale_excel_en.csv": "/export/answers.csv?planning_region=Latgales"
    "&institution_type=orphans_court&question=training&question=response&boundary_set=2021"
    "&dialect=excel&lang=en",
    "answers_branches_that_did_not_respond_analysis_en.csv": "/export/answers.csv"
    "?institution_type=employment_agency&evidence=named&lang=en&dialect=analysis",
    "answers_nothing_found_excel_lv.csv": "/export/answers.csv?evidence=suppressed&dialect=excel",
    "indicators_latvia_agency_analysis_lv.csv": "/export/indicators.csv"
    "?institution_type=employment_agency",
    "indicators_eight_places_excel_lv.csv": f"/export/indicators.csv?{EIGHT}&dialect=excel",
    "indicators_materials_zemgale_2021_analysis_en.csv": "/export/indicators.csv"
    "?indicator=materials_availability&planning_region=Zemgales&boundary_set=2021&lang=en",
    "indicators_silent_in_2009_and_2025_analysis_en.csv": "/export/indicators.csv?lang=en"
    "&evidence=no_answer&indicator=training_coverage&boundary_set=2025&boundary_set=2009",
    # Two groups, an open frame, silence on training, silence on everything, no group at all.
    "priorities_seven_places_excel_lv.csv": "/export/priorities.csv?dialect=excel&"
    + "&".join(
        f"municipality={code}"
        for code in ("LV-016", "LV-041", "LV-006", "LV-025", "LV-005", "LV-064", "LV-RIX")
    ),
    "priorities_estimates_zemgale_2021_analysis_en.csv": "/export/priorities.csv?lang=en"
    "&need=identified_cases&gap=materials_availability&planning_region=Zemgales&boundary_set=2021",
    "statements_of_kurzeme_2021_analysis_en.csv": "/export/statements.csv"
    "?planning_region=Kurzemes&boundary_set=2021&lang=en",
    "statements_of_risk_groups_excel_lv.csv": "/export/statements.csv?theme=risk_groups"
    "&dialect=excel",
    # A figure that differs from the coded answers, one printed twice, one of the country.
    "published_totals_of_training_and_victims_excel_lv.csv": "/export/published_totals.csv"
    "?question=training&question=official_victims&dialect=excel",
    "published_totals_of_services_en.xlsx": "/export/published_totals.xlsx?lang=en"
    "&institution_type=social_service",
    # An area that is known, one that is estimated, one that is silent; a region; no row at all.
    "indicators_training_of_three_places_lv.geojson": "/export/indicators.geojson"
    "?indicator=training_coverage&institution_type=all&municipality=LV-041&municipality=LV-RIX"
    "&municipality=LV-064",
    "indicators_materials_zemgale_2025_en.parquet": "/export/indicators.parquet?lang=en"
    "&indicator=materials_availability&planning_region=Zemgales&boundary_set=2025",
    "indicators_materials_zemgale_2025_en.geo.parquet": "/export/indicators.geo.parquet?lang=en"
    "&indicator=materials_availability&planning_region=Zemgales&boundary_set=2025",
    "indicators_nothing_found_lv.geo.parquet": "/export/indicators.geo.parquet?evidence=suppressed",
    "indicators_jelgavas_novads_en.xlsx": "/export/indicators.xlsx?municipality=LV-041&lang=en",
    "answers_jelgavas_novads_lv.xlsx": "/export/answers.xlsx?municipality=LV-041",
    "priorities_zemgale_en.xlsx": "/export/priorities.xlsx?planning_region=Zemgales&lang=en",
    "package_jelgavas_novads_lv.zip": "/export/package.zip?municipality=LV-041",
    "package_training_vidzeme_2021_en.zip": "/export/package.zip?planning_region=Vidzemes"
    "&indicator=training_coverage&question=training&theme=training&boundary_set=2021&lang=en",
}
