-- Loads a CSV file in which every record stands on a line of its own, so that its number says the
-- line; the number is the row's own, for rows are kept in the order of the file. The caller counts
-- whether there are as many records as lines.
-- Parameters: path, columns (name → type, in the file's order), ending (\n or \r\n).

insert into staged_row by name
select
    coalesce(institution_id, '') as institution_id,
    coalesce(question, '') as question,
    coalesce(answer, '') as answer,
    coalesce(evidence, '') as evidence,
    coalesce(source, '') as source,
    coalesce(quote, '') as quote,
    coalesce(caveat, '') as caveat
from read_csv(
    $path,
    header = true,
    auto_detect = false,
    columns = $columns,
    delim = ',',
    quote = '"',
    escape = '"',
    new_line = $ending,
    strict_mode = true,
    max_line_size = 131072  -- the longest cell that the row-wise way takes
);
