-- Every window of time is a clock of the case: what an offer or a reporter's link has of its own is only
-- which one.

alter table offers add column leg smallint;
update offers set leg = counted.leg
from (select id, row_number() over (partition by case_id order by offered_at, id) as leg from offers)
  as counted
where counted.id = offers.id;

-- An offer from before it had a clock, or whose clock is missing: one working day, as it was then.
with missing as (
  select o.* from offers o where not exists (select from clock_events e where e.case_id = o.case_id
    and e.clock = 'offer' and e.leg = o.leg and e.does = 'start' and e.voided_at is null)
)
insert into clock_events (government_id, case_id, clock, leg, does, at, target, done)
select government_id, case_id, 'offer', leg, 'start', date_trunc('milliseconds', offered_at),
  '{"workingDays": 1}'::jsonb, null
from missing
union all
select government_id, case_id, 'offer', leg, 'stop',
  date_trunc('milliseconds', coalesce(answered_at, offered_at)), null, true
from missing where state not in ('open', 'undecided');

insert into clocks (government_id, case_id, clock, leg, target, started_at, counts_from, state,
  stopped_at, outcome, due_at, stale)
select government_id, case_id, 'offer', leg, '{"workingDays": 1}'::jsonb, offered_at, offered_at,
  case when state in ('open', 'undecided') then 'running' else 'stopped' end,
  case when state not in ('open', 'undecided') then coalesce(answered_at, offered_at) end,
  case when state in ('open', 'undecided') then 'open' else 'met' end,
  offered_at, state in ('open', 'undecided')
from offers
on conflict do nothing;

alter table offers alter column leg set not null;

-- Windows that run are looked for by their end, whatever the government.
create index clocks_passing on clocks (clock, due_at) where state = 'running';

-- Until when a link of the reporter works is said by the clock of its case.
alter table reporter_links drop column expires_at;

-- When a body outside is asked again is said by the clock of the case.
alter table hand_overs drop column next_check_at;

-- The coordinators of a government were told that a year has no decree of holidays yet: once a week.
create table decree_warnings (
  id uuid primary key,
  government_id text not null references governments,
  year smallint not null,
  nth smallint not null check (nth > 0),
  told_at timestamptz not null,
  unique (government_id, year, nth)
);
alter table deliveries
  add column decree_warning_id uuid references decree_warnings on delete cascade,
  drop constraint deliveries_of_one,
  add constraint deliveries_of_one
    check (num_nonnulls(alert_id, escalation_id, decree_warning_id) = 1),
  add unique (channel_id, decree_warning_id);
