-- Who was asked to take a case over, what others have to do for it, which body outside has it, and what
-- SP4N-LAPOR! says of it. Deadlines are derived from a start and a target, never stored.

create table tasks (
  id uuid primary key,
  government_id text not null references governments,
  case_id uuid not null references cases on delete cascade,
  kind text not null
    check (kind in ('check-authority', 'external-check', 'support', 'field', 'promise')),
  -- null: the triage desk
  agency_id text,
  assignee_id uuid references users,
  title text not null,
  started_at timestamptz not null,
  -- {"workingDays": 1} or {"at": "2026-11-27T09:00:00.000Z"}
  target jsonb not null,
  state text not null default 'open' check (state in ('open', 'done', 'cancelled')),
  -- the hand-over to a body outside that it watches
  hand_over_id uuid,
  opened_by uuid references users,
  ended_at timestamptz,
  ended_by uuid references users,
  result jsonb,
  check ((state = 'open') = (ended_at is null))
);
create index tasks_of_case on tasks (case_id, id);
create index tasks_open on tasks (government_id, agency_id, started_at) where state = 'open';
create index tasks_support on tasks (agency_id, case_id)
  where kind = 'support' and state <> 'cancelled';

create table offers (
  id uuid primary key,
  government_id text not null references governments,
  case_id uuid not null references cases on delete cascade,
  -- who owned it and still does; null: the triage desk
  from_agency_id text,
  to_kind text not null check (to_kind in ('agency', 'desk', 'government')),
  to_agency_id text,
  to_government_id text references governments,
  reason text not null,
  text text not null,
  proposed_owner text,
  offered_by uuid references users,
  offered_at timestamptz not null,
  -- undecided: returned twice or not answered in time, so the coordinator has the word
  state text not null default 'open'
    check (state in ('open', 'undecided', 'accepted', 'returned', 'withdrawn', 'decided')),
  answered_at timestamptz,
  answered_by uuid references users,
  return_reason text,
  return_text text,
  return_owner text,
  escalated_at timestamptz,
  -- between governments: what one coordinator would decide, until the other assents
  verdict jsonb
);
create unique index offers_one_at_a_time on offers (case_id) where state in ('open', 'undecided');
create index offers_of_case on offers (case_id, id);
create index offers_waiting on offers (government_id, to_agency_id)
  where state in ('open', 'undecided');
create index offers_to_government on offers (to_government_id)
  where state in ('open', 'undecided');

-- Each government has a case of its own; the sender's shows how far the other one is.
create table case_links (
  case_id uuid not null references cases on delete cascade,
  government_id text not null references governments,
  linked_id uuid not null references cases on delete cascade,
  linked_government_id text not null references governments,
  linked_at timestamptz not null,
  primary key (case_id, linked_id)
);
create index case_links_back on case_links (linked_id);

create table hand_overs (
  id uuid primary key,
  government_id text not null references governments,
  case_id uuid not null references cases on delete cascade,
  -- code of the taxonomy ("pln"), or government:<slug> that does not work with Tanggap
  body text not null,
  channel text not null,
  reference text not null,
  contact_role text not null,
  text text not null,
  handed_at timestamptz not null,
  handed_by uuid references users,
  next_check_at timestamptz not null,
  outcome text,
  outcome_at timestamptz,
  outcome_text text,
  -- set by every outcome but "diterima"
  ended_at timestamptz
);
create unique index hand_overs_one_at_a_time on hand_overs (case_id) where ended_at is null;
create index hand_overs_of_body on hand_overs (government_id, body);

-- Tracking ids of SP4N-LAPOR!: typed in once, or known from an export.
create table lapor_numbers (
  government_id text not null references governments,
  tracking_id text not null,
  case_id uuid not null references cases on delete cascade,
  recorded_at timestamptz not null,
  recorded_by uuid references users,
  primary key (government_id, tracking_id)
);
create index lapor_numbers_of_case on lapor_numbers (case_id);

-- Every state that an export told of, once; those without a case wait until its post was read.
create table lapor_moves (
  government_id text not null references governments,
  tracking_id text not null,
  status text not null,
  at timestamptz not null,
  answer text,
  agency text,
  imported_at timestamptz not null,
  applied_at timestamptz,
  primary key (government_id, tracking_id, status, at)
);
create index lapor_moves_waiting on lapor_moves (imported_at) where applied_at is null;
