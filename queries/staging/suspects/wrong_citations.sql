-- Which rows cite nothing, too much, or a source that cannot be said in words?
-- A word is what stands between blanks; the blanks are those of Unicode.
-- Parameters: most (how many rows are told). Columns: line. Order: line.

select line
from staged_answer
where
    (quote = '' and evidence <> 'reported')
    or (
        length(quote) > 24  -- thirteen words have at least so many letters
        and len(
            regexp_extract_all(
                quote,
                '[^\x09-\x0d\x1c-\x20\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}'
                || '\x{202f}\x{205f}\x{3000}]+'
            )
        ) > 12
    )
    or source in (select u.source from unreadable_source as u)
order by line
limit $most;
