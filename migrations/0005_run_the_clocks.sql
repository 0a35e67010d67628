-- Clocks are events, deadlines are derived from them; what is derived stands here for indexes only.
create table clock_events (
  id bigint generated always as identity primary key,
  government_id text not null references governments,
  case_id uuid not null references cases on delete cascade,
  clock text not null,
  leg smallint not null,
  does text not null
    check (does in ('start', 'pause', 'resume', 'retarget', 'stop')),
  -- the moment at which it holds, which may lie before the moment at which it was written
  at timestamptz not null,
  target jsonb,
  -- a new target that counts from here, not from the start
  since timestamptz,
  -- a stop by doing what was owed
  done boolean,
  agency_id text,
  -- the merge or split that caused it: taking that back takes this back
  cause text,
  -- taken back; the row stays
  voided_at timestamptz,
  written_at timestamptz not null default now()
);
create index clock_events_of_case on clock_events (case_id, id);
create index clock_events_of_cause on clock_events (case_id, cause) where cause is not null;

create function keep_clock_events() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.voided_at is null
    and to_jsonb(new) - 'voided_at' = to_jsonb(old) - 'voided_at' then
    return new;
  end if;
  raise exception 'clock events are never changed, only taken back';
end $$;
create trigger clock_events_stay before update on clock_events
  for each row execute function keep_clock_events();

create table clocks (
  government_id text not null references governments,
  case_id uuid not null references cases on delete cascade,
  clock text not null,
  leg smallint not null,
  agency_id text,
  target jsonb not null,
  started_at timestamptz not null,
  counts_from timestamptz not null,
  state text not null check (state in ('running', 'paused', 'stopped')),
  paused_at timestamptz,
  stopped_at timestamptz,
  -- null while it is paused
  due_at timestamptz,
  provisional boolean not null default false,
  outcome text not null check (outcome in ('open', 'met', 'missed', 'void')),
  -- null: nothing to climb, or nobody is to be told
  next_rung_at timestamptz,
  -- rungs before this moment were never climbed: clocks that were laid under old cases
  watched_from timestamptz,
  -- waits to be computed
  stale boolean not null default false,
  primary key (case_id, clock, leg)
);
create index clocks_rungs on clocks (next_rung_at) where next_rung_at is not null;
create index clocks_stale on clocks (case_id) where stale;
create index clocks_running on clocks (government_id, clock, due_at) where state <> 'stopped';

create table escalations (
  id uuid primary key default gen_random_uuid(),
  government_id text not null references governments,
  case_id uuid not null references cases on delete cascade,
  clock text not null,
  leg smallint not null,
  rung smallint not null check (rung in (50, 100, 150)),
  agency_id text,
  -- the rung's moment; the rest says when it was found and when it may be told
  moment timestamptz not null,
  climbed_at timestamptz not null,
  tell_at timestamptz not null,
  told_at timestamptz,
  acknowledged_by uuid references users,
  acknowledged_name text,
  acknowledged_at timestamptz,
  reason text,
  unique (case_id, clock, leg, rung)
);
create index escalations_open on escalations (government_id, climbed_at desc, id desc)
  where acknowledged_at is null;
create index escalations_untold on escalations (tell_at) where told_at is null;

-- The outbox carries both.
alter table deliveries
  alter column alert_id drop not null,
  add column escalation_id uuid references escalations on delete cascade,
  add constraint deliveries_of_one check (num_nonnulls(alert_id, escalation_id) = 1),
  add unique (channel_id, escalation_id);

-- The deadline lies in a year whose decree of holidays is not loaded.
alter table cases add column due_provisional boolean not null default false;
drop index cases_late;
create index cases_unanswered on cases (government_id, due_at) where is_open and answered_at is null;

-- Existing open cases get their clocks. The citizen's starts with the first post; who holds the case
-- unanswered owes an answer since it was opened or came back. Deadlines are computed by the workers.
with newest as (
  select distinct on (kind, government_id) kind, government_id, document
  from configuration_documents where kind in ('taxonomy', 'government')
  order by kind, government_id, version desc
),
taxonomy as (select document from newest where kind = 'taxonomy'),
open_cases as (
  select cases.*,
    (select max(at) from case_events where case_id = cases.id and type in ('reopened', 'recurred'))
      as came_back_at,
    (select document -> 'slaClasses' -> (c ->> 'slaClass') -> 'followUpWorkingDays'
      from taxonomy, jsonb_array_elements(document -> 'categories') c
      where c ->> 'id' = cases.category limit 1) as days,
    (select document -> 'firstResponseMinutes' -> cases.urgency
      from newest where kind = 'government' and newest.government_id = cases.government_id) as minutes
  from cases where is_open
)
insert into clock_events (government_id, case_id, clock, leg, does, at, target, agency_id)
select government_id, id, 'citizen', 1, 'start', date_trunc('milliseconds', first_post_at),
  jsonb_build_object('workingDays', coalesce(days, '14'::jsonb)), null
from open_cases
union all
select government_id, id, 'answer', 1, 'start',
  date_trunc('milliseconds', coalesce(came_back_at, opened_at)),
  jsonb_build_object(case urgency when 'P1' then 'minutes' else 'workingMinutes' end,
    coalesce(minutes, '450'::jsonb)), agency_id
from open_cases where due_at is not null;

insert into clocks (government_id, case_id, clock, leg, agency_id, target, started_at, counts_from,
  state, outcome, due_at, watched_from, stale)
select e.government_id, e.case_id, e.clock, e.leg, e.agency_id, e.target, e.at, e.at,
  'running', 'open', case e.clock when 'answer' then cases.due_at end,
  date_trunc('milliseconds', now()), true
from clock_events e join cases on cases.id = e.case_id;

-- What was escalated stays told.
insert into escalations (government_id, case_id, clock, leg, rung, agency_id, moment, climbed_at,
  tell_at, told_at)
select cases.government_id, cases.id, 'answer', 1, 100, cases.agency_id, escalated_at, escalated_at,
  escalated_at, escalated_at
from cases join clocks on case_id = cases.id and clock = 'answer'
where escalated_at is not null;
