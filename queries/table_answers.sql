-- Which answers stand in one page of the table?
-- Parameters: waves, institution_types, planning_regions, municipalities, evidences, questions,
--   boundary_sets, lang (as in export_answers); sort (a column of the table, '' for the order of
--   the export), down (whether the largest comes first), skip, size (rows before the page and
--   in it), unnamed (what stands where an answer has words or a caveat
--   and no source).
-- Columns: those of /export/answers.csv, as export_answers has them.
-- Order: sort, what it does not know last either way; equal ones as in export_answers.

with
placed as (  -- the institutions that the filters leave, in each boundary set
    select
        i.wave,
        i.institution_id,
        i.institution_type::VARCHAR as institution_type,
        case when $lang = 'lv' then i.name_lv else i.name_en end as institution,
        i.sub_unit,
        b.boundary_set,
        case
            when b.boundary_set = w.boundary_set then i.municipality_code else c.to_code
        end as municipality_code,
        m.name_nom as municipality,
        m.planning_region,
        case when $lang = 'lv' then w.title_lv else w.title_en end as survey
    from institution as i
    inner join wave as w using (wave)
    inner join wave_boundary_set as b
        on
            w.wave = b.wave
            and (
                list_contains($boundary_sets, b.boundary_set)
                or (len($boundary_sets) = 0 and w.boundary_set = b.boundary_set)
            )
    left join crosswalk as c
        on
            w.boundary_set = c.from_set
            and b.boundary_set = c.to_set
            and i.municipality_code = c.from_code
            and c.seat
    left join municipality as m
        on
            b.boundary_set = m.boundary_set
            and case
                when w.boundary_set = b.boundary_set then i.municipality_code else c.to_code
            end = m.code
    where
        (len($waves) = 0 or list_contains($waves, i.wave))
        and (
            len($institution_types) = 0
            or list_contains($institution_types, i.institution_type::VARCHAR)
        )
        and (len($planning_regions) = 0 or list_contains($planning_regions, m.planning_region))
        and (len($municipalities) = 0 or list_contains($municipalities, m.code))
),

keyed as (
    select
        *,
        case
            when $sort = 'code' then municipality_code
            when $sort = 'municipality' then municipality
            when $sort = 'survey' then survey
            when $sort = 'boundaries' then boundary_set
            when $sort = 'institution' then institution
        end as text
    from placed
),

ordered as (  -- a text stands where the language of the page has it
    select
        *,
        case
            when text is not null
                then dense_rank() over (
                    order by
                        case when $lang = 'lv' then text end collate lv asc,
                        case when $lang = 'en' then text end collate en asc
                ) * (case when $down then -1 else 1 end)
        end as place
    from keyed
),

-- Boundary sets in which an institution has one code stand row by row beside one another: there it
-- has one position in all of them.
positioned as (
    select
        *,
        dense_rank() over (
            order by
                place nulls last,
                wave,
                institution_type,
                municipality_code nulls last,
                institution_id
        ) as position
    from ordered
),

counted as (  -- how many answers of an institution the filters leave: where possible the build's
    select
        wave,
        institution_id,
        sum(answers)::BIGINT as answers
    from institution_answer_count
    where
        len($questions) = 0
        and (len($waves) = 0 or list_contains($waves, wave))
        and (len($evidences) = 0 or list_contains($evidences, evidence::VARCHAR))
    group by wave, institution_id
    union all
    select
        wave,
        institution_id,
        count(*) as answers
    from answer
    where
        len($questions) > 0
        and list_contains($questions, question)
        and (len($waves) = 0 or list_contains($waves, wave))
        and (len($evidences) = 0 or list_contains($evidences, evidence::VARCHAR))
    group by wave, institution_id
),

spanned as (  -- up to which row the answers of an institution reach
    select
        p.*,
        sum(c.answers) over (order by p.position) as last_row,
        sum(c.answers) over (partition by p.position) as own_rows
    from positioned as p
    inner join counted as c using (wave, institution_id)
),

-- Only the institutions of the page are read, unless the order is one of their answers.
reached as materialized (
    select *
    from spanned
    where
        list_contains(['question', 'answer', 'evidence', 'source'], $sort)
        or (last_row > $skip and last_row - own_rows < $skip + $size)
),

word as (  -- what an order by the answers themselves goes by; '' where it does not matter
    select
        question,
        '' as answer,
        '' as source,
        -- As the newest wave that asks it has it, here and below.
        arg_max(case when $lang = 'lv' then wording_lv else wording_en end, wave) as text
    from question
    where $sort = 'question'
    group by question
    union all
    select
        question,
        answer,
        '' as source,
        arg_max(case when $lang = 'lv' then label_lv else label_en end, wave) as text
    from answer_option
    where $sort = 'answer'
    group by question, answer
    union all
    select
        '' as question,
        '' as answer,
        code as source,
        case when $lang = 'lv' then label_lv else label_en end as text
    from label
    where $sort = 'source' and kind = 'source'
    union all
    select
        '' as question,
        '' as answer,
        '' as source,
        $unnamed as text
    where $sort = 'source'
),

ranked_word as (
    select
        question,
        answer,
        source,
        dense_rank() over (
            order by
                case when $lang = 'lv' then text end collate lv asc,
                case when $lang = 'en' then text end collate en asc
        ) * (case when $down then -1 else 1 end) as place
    from word
),

-- Where every institution is asked for, in its own boundaries, the build has counted how many rows
-- stand before each place: only those of the places on the page need be put in order.
placed_count as (
    select
        w.place,
        sum(n.answers) as answers
    from option_answer_count as n
    inner join ranked_word as w
        on
            n.question = w.question
            and case when $sort = 'answer' then n.answer else '' end = w.answer
    where
        list_contains(['question', 'answer'], $sort)
        and len($institution_types) = 0
        and len($planning_regions) = 0
        and len($municipalities) = 0
        and len($boundary_sets) = 0
        and (len($waves) = 0 or list_contains($waves, n.wave))
        and (len($evidences) = 0 or list_contains($evidences, n.evidence::VARCHAR))
        and (len($questions) = 0 or list_contains($questions, n.question))
    group by w.place
),

reaching as (
    select
        place,
        sum(answers) over (order by place) as last_row,
        answers as own_rows
    from placed_count
),

bound as (  -- one row; without counts no bound
    select
        coalesce(min(place), -2147483648) as first_place,
        coalesce(max(place), 2147483647) as last_place,
        coalesce(min(last_row - own_rows), 0)::BIGINT as rows_before
    from reaching
    where last_row > $skip and last_row - own_rows < $skip + $size
),

word_on_page as (
    select *
    from ranked_word
    where
        not list_contains(['question', 'answer'], $sort)
        or place between (select b.first_place from bound as b)
        and (select b.last_place from bound as b)
),

found as not materialized (
    select
        r.position,
        r.last_row - r.own_rows as rows_before,
        r.boundary_set,
        a.wave,
        a.institution_id,
        a.question,
        a.answer,
        a.evidence,
        a.source,
        a.quote,
        a.caveats,
        case
            when $sort = 'evidence'
                then enum_code(a.evidence) * (case when $down then -1 else 1 end)
            else w.place
        end as place
    from reached as r
    inner join answer as a using (wave, institution_id)
    left join word_on_page as w
        on
            case when $sort = 'source' then '' else a.question end = w.question
            and case when $sort = 'answer' then a.answer else '' end = w.answer
            and case
                when $sort != 'source' then ''
                when a.source != '' then a.source
                when a.quote != '' or len(a.caveats) > 0 then ''
            end = w.source
    where
        (len($evidences) = 0 or list_contains($evidences, a.evidence::VARCHAR))
        and (len($questions) = 0 or list_contains($questions, a.question))
        -- Every question and answer has words: what has none here is on another page.
        and (not list_contains(['question', 'answer'], $sort) or w.place is not null)
),

numbered as (
    select
        *,
        row_number() over (order by position, question, answer, boundary_set)
        + min(rows_before) over () as row_number
    from found
    where not list_contains(['question', 'answer', 'evidence', 'source'], $sort)
),

-- Sorted with their keys alone, for these may be all the answers of a wave.
first_by_answer as (
    select
        place,
        position,
        boundary_set,
        wave,
        institution_id,
        question,
        answer
    from found
    where list_contains(['evidence', 'source'], $sort)
    order by place nulls last, position, question, answer, boundary_set
    limit $size offset $skip
),

first_by_word as (  -- by itself: an offset that is not known keeps all rows in order, here few
    select
        place,
        position,
        boundary_set,
        wave,
        institution_id,
        question,
        answer
    from found
    where list_contains(['question', 'answer'], $sort)
    order by place, position, question, answer, boundary_set
    limit $size offset (select $skip - b.rows_before from bound as b)
),

in_order as (
    select * from first_by_answer
    union all
    select * from first_by_word
),

page as materialized (
    select
        place,
        position,
        boundary_set,
        question,
        answer,
        evidence,
        source,
        quote,
        caveats
    from numbered
    where row_number > $skip and row_number <= $skip + $size
    union all
    select
        f.place,
        f.position,
        f.boundary_set,
        f.question,
        f.answer,
        a.evidence,
        a.source,
        a.quote,
        a.caveats
    from in_order as f
    inner join answer as a using (wave, institution_id, question, answer)
)

select
    r.wave,
    r.institution_id,
    r.institution_type,
    r.institution,
    r.sub_unit,
    r.boundary_set,
    r.municipality_code,
    r.municipality,
    r.planning_region,
    p.question,
    p.answer,
    p.evidence,
    case when $lang = 'lv' then s.label_lv else s.label_en end as source,
    nullif(p.quote, '') as quote,
    (
        select
            string_agg(
                case when $lang = 'lv' then l.label_lv else l.label_en end, ' ' order by l.position
            )
        from label as l
        where l.kind = 'caveat' and list_contains(p.caveats, l.code)
    ) as caveat
from page as p
inner join reached as r using (position, boundary_set)
left join label as s on s.kind = 'source' and p.source = s.code
order by p.place nulls last, p.position, p.question, p.answer, p.boundary_set;
