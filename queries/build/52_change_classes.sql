-- In which direction, and how far, did it change?
-- Fills the class of indicator_change: 0 no change, 1 up to half of the institutions, 2 more, with
-- the sign of the change; null where the range leaves the direction open.

update indicator_change
set class = case
    when round(lower, 9) = 0 and round(upper, 9) = 0 then 0
    when lower > 1e-9 then case when round((lower + upper) / 2, 9) > 0.5 then 2 else 1 end
    when upper < -1e-9 then case when round((lower + upper) / 2, 9) < -0.5 then -2 else -1 end
end;
