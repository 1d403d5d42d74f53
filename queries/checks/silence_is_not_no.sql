-- Does an institution that gave no answer stay out of every share?
-- Offender: an institution without an answer counts in a share.
-- Do: this is an error of the program; report it with this line.
-- Offender (lv): iestāde, kas nav atbildējusi, ir ieskaitīta īpatsvarā.
-- Do (lv): tā ir programmas kļūda; ziņojiet par to, pievienojot šo rindu.

select
    wave,
    institution_id,
    indicator,
    evidence
from institution_indicator
where (evidence in ('no_answer', 'not_published', 'suppressed')) <> (share is null);
