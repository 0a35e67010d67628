-- Who did what to what, when, with before and after; and the seals that show when a line is missing.

create table audit_entries (
  id bigint generated always as identity primary key,
  -- with the id: the order in which entries became visible
  tx xid8 not null default pg_current_xact_id(),
  -- null: the installation as a whole
  government_id text references governments,
  at timestamptz not null,
  -- null: the system, or somebody at the terminal who named no account
  actor_id uuid,
  actor_name text,
  via text not null check (via in ('console', 'link', 'terminal', 'system')),
  -- "case.answered", "post.read", "user.disabled"
  act text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  request_id text
);
create index audit_of_government on audit_entries (government_id, id desc);
create index audit_of_subject on audit_entries (subject, id desc);
create index audit_in_order on audit_entries (tx, id);

-- A block of entries in the order of commitment, chained to the block before it.
create table audit_seals (
  number bigint primary key check (number > 0),
  entry_ids bigint[] not null check (cardinality(entry_ids) > 0),
  -- where the next block goes on
  last_tx xid8 not null default pg_current_xact_id(),
  previous bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null
);

create function refuse_to_forget() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is append-only: % on %', tg_op, tg_table_name using errcode = '42501';
end $$;

create trigger audit_entries_stay before update or delete or truncate on audit_entries
  for each statement execute function refuse_to_forget();
create trigger audit_seals_stay before update or delete or truncate on audit_seals
  for each statement execute function refuse_to_forget();
create trigger case_events_stay before update or truncate on case_events
  for each statement execute function refuse_to_forget();

-- What came in, page by page: the sum that the outcomes of all posts must add up to.
create table arrivals (
  id bigint generated always as identity primary key,
  government_id text not null references governments,
  source_id uuid,
  at timestamptz not null,
  posts integer not null check (posts > 0),
  sample boolean not null
);
create index arrivals_of_government on arrivals (government_id);
insert into arrivals (government_id, at, posts, sample)
  select government_id, now(), count(*), sample from posts
  where part_of is null group by government_id, sample;

-- A local day that is over, with the sum of its outcomes as it was then.
create table ledger_days (
  government_id text not null references governments,
  day date not null,
  closed_at timestamptz not null,
  ingested integer not null,
  outcomes jsonb not null,
  primary key (government_id, day)
);
-- What was left silent at its end: a case of an agency (null: the triage desk), and why.
create table silence_days (
  government_id text not null,
  day date not null,
  case_id uuid not null references cases on delete cascade,
  agency_id text,
  posts integer not null,
  authors integer not null,
  -- the oldest post that waits
  since timestamptz not null,
  why text not null,
  primary key (government_id, day, case_id),
  foreign key (government_id, day) references ledger_days on delete cascade
);

-- Gone at the platform: its words are taken out of our stores, their hash stays.
alter table posts
  add column deleted_at timestamptz,
  add column text_hash bytea,
  -- when the platform was last asked whether it is still there
  add column looked_at timestamptz,
  -- missing at the platform for the first time: only the second look believes it
  add column missed_at timestamptz;
create index posts_to_look_at on posts (source_id, looked_at nulls first)
  where case_id is not null and deleted_at is null;

-- The reporter's own way back to a case that was resolved: once, and for a while.
create table reporter_links (
  token_hash bytea primary key,
  government_id text not null references governments,
  case_id uuid not null references cases on delete cascade,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  -- 1 to 4 (PermenPANRB 14/2017), or null where "belum selesai" was said
  rating smallint check (rating between 1 and 4),
  unsatisfied boolean,
  used_at timestamptz
);
create index reporter_links_of_case on reporter_links (case_id);

-- "Masalah berulang": one place that complains of the same thing again and again.
create table recurring_problems (
  id uuid primary key,
  government_id text not null references governments,
  category text not null,
  place_key text not null,
  opened_at timestamptz not null,
  unique (government_id, category, place_key)
);
create table recurring_cases (
  problem_id uuid not null references recurring_problems on delete cascade,
  case_id uuid not null references cases on delete cascade,
  primary key (problem_id, case_id)
);
