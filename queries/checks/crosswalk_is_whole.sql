-- Does each old municipality go somewhere whole, and its institutions to one place?
-- Offender: the shares of an old municipality do not make one, or it has not exactly one seat.
-- Do: correct the crosswalk file.
-- Offender (lv): vecās pašvaldības daļas kopā nav 1, vai tās centrs nav tieši vienā vietā.
-- Do (lv): izlabojiet robežu pārejas failu.

select
    from_set,
    from_code,
    to_set,
    sum(area_weight) as area_weight,
    count(*) filter (where seat) as seats
from crosswalk
group by all
having abs(sum(area_weight) - 1) > 0.002 or count(*) filter (where seat) <> 1;
