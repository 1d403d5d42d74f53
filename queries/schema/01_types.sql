-- The codes that every wave shares. Questions and answers are rows: a new wave brings its own.

create type INSTITUTION_TYPE as ENUM('orphans_court', 'social_service', 'employment_agency');

-- Strongest first: the evidence of an area is the weakest of its institutions, the greatest code.
create type EVIDENCE as ENUM(
    'named', 'reported', 'derived', 'estimated', 'not_published', 'no_answer', 'suppressed'
);

create type TOTAL_UNIT as ENUM('count', 'percent', 'about_percent', 'euro');

-- The chapters and themes under which a source tells something in words.
create type STATEMENT_THEME as ENUM(
    'experience', 'suspicion', 'good_practice', 'cooperation', 'action', 'training', 'information',
    'causes', 'risk_groups', 'recommendations_institutions', 'recommendations_ombudsman', 'context'
);
