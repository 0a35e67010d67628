-- Whether the citizen waits for an answer, the first one or a new one after "belum selesai": derived from
-- the clock of answers, beside the deadline.
alter table cases add column owes_answer boolean not null default true;
update cases set owes_answer = false
where answered_at is not null and not exists (
  select from clocks
  where clocks.case_id = cases.id and clocks.clock = 'answer'
    and (clocks.state <> 'stopped' or clocks.outcome = 'void')
    and not exists (
      select from clocks as newer
      where newer.case_id = clocks.case_id and newer.clock = 'answer' and newer.leg > clocks.leg));
