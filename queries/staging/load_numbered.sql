-- Loads a CSV file whose first column says the line where each record began.
-- Parameters: path, columns (name → type, in the file's order; line first).

insert into staged_row by name
select
    line,
    coalesce(institution_id, '') as institution_id,
    coalesce(question, '') as question,
    coalesce(answer, '') as answer,
    coalesce(evidence, '') as evidence,
    coalesce(source, '') as source,
    coalesce(quote, '') as quote,
    coalesce(caveat, '') as caveat
from read_csv(
    $path,
    header = false,
    auto_detect = false,
    columns = $columns,
    delim = ',',
    quote = '"',
    escape = '"',
    strict_mode = true,
    max_line_size = 10000000,
    buffer_size = 40000000
);
