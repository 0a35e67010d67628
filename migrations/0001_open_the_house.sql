-- The whole first house. Every row that belongs to a government carries its id, so that row-level
-- security can be switched on later without a rewrite. SQL for PostgreSQL 15 and newer.

create table governments (
  id text primary key,
  name text not null,
  level text not null,
  region_code text not null,
  timezone text not null,
  zone_label text not null,
  code_prefix text not null
);

-- One truth for configuration: whole documents, versioned, with the day from which they hold.
create table configuration_documents (
  id uuid primary key,
  government_id text references governments,
  kind text not null,
  name text not null default '',
  version integer not null,
  document jsonb not null,
  effective_from timestamptz not null,
  applied_by text not null,
  unique nulls not distinct (government_id, kind, name, version)
);

-- A projection of the government document, kept in the same transaction, for foreign keys.
create table agencies (
  government_id text not null references governments,
  id text not null,
  name text not null,
  abbreviation text not null,
  ended_at timestamptz,
  primary key (government_id, id)
);

create table users (
  id uuid primary key,
  government_id text not null references governments,
  agency_id text,
  username text not null unique,
  name text not null,
  roles text[] not null,
  password_hash text,
  disabled_at timestamptz,
  created_at timestamptz not null,
  foreign key (government_id, agency_id) references agencies (government_id, id)
);
create index users_of_government on users (government_id, username);

create table sessions (
  token_hash bytea primary key,
  government_id text not null references governments,
  user_id uuid not null references users on delete cascade,
  opened_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_of_user on sessions (user_id);

create table one_time_links (
  token_hash bytea primary key,
  purpose text not null,
  government_id text references governments,
  user_id uuid references users on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table idempotency_keys (
  government_id text not null references governments,
  user_id uuid not null references users on delete cascade,
  key text not null,
  request_hash text not null,
  status smallint,
  body jsonb,
  created_at timestamptz not null default now(),
  primary key (user_id, key)
);

create table sources (
  id uuid primary key,
  government_id text not null references governments,
  connector text not null,
  name text not null,
  enabled boolean not null,
  interval_seconds integer not null check (interval_seconds >= 1),
  settings jsonb not null default '{}',
  -- name → AES-256-GCM ciphertext; write-only for people
  secrets jsonb not null default '{}',
  secret_hints jsonb not null default '{}',
  cursor jsonb,
  -- grows with every saved poll: a poll that began before another one ended cannot move the cursor
  fence bigint not null default 0,
  lease_until timestamptz,
  last_poll_at timestamptz,
  last_success_at timestamptz,
  last_post_at timestamptz,
  lag_seconds integer,
  last_error text,
  last_error_at timestamptz,
  idle_reason text,
  failures integer not null default 0,
  next_poll_at timestamptz,
  stored bigint not null default 0
);
create index sources_due on sources (next_poll_at) where enabled;
create index sources_of_government on sources (government_id, name);

-- One gate per credential, shared by every worker.
create table rate_gates (
  key text primary key,
  closed_until timestamptz not null,
  because text not null
);

create table posts (
  id uuid primary key,
  government_id text not null references governments,
  source_id uuid references sources on delete set null,
  -- the officer who pasted it
  received_by uuid references users,
  platform text not null,
  external_id text not null,
  url text,
  author_id text,
  author_handle text,
  text text not null,
  context jsonb,
  engagement jsonb,
  language text,
  posted_at timestamptz,
  received_at timestamptz not null,
  sample boolean not null default false,
  history boolean not null default false,
  stage text not null default 'received'
    check (stage in ('received', 'suspect', 'quarantined', 'read')),
  -- counted before the risky step: a post that kills its reader is found out
  attempts smallint not null default 0,
  queued_at timestamptz,
  lease_token uuid,
  lease_until timestamptz,
  reading jsonb,
  -- what gathering compares later posts with
  gatherable jsonb,
  outcome text,
  because text[] not null default '{}',
  case_id uuid,
  unique (government_id, platform, external_id)
);
create index posts_waiting on posts (id) where stage in ('received', 'suspect');
create index posts_of_case on posts (case_id, id) where case_id is not null;
create index posts_in_ledger on posts (government_id, outcome, id);

-- What could not even be stored as a post, as it came.
create table quarantined_rows (
  id uuid primary key,
  government_id text not null references governments,
  source_id uuid,
  raw bytea not null,
  reason text not null,
  at timestamptz not null
);
-- the same broken line of the same file, imported again, is one line
create unique index quarantined_once on quarantined_rows (government_id, reason, md5(raw));

create table attachments (
  id uuid primary key,
  government_id text not null references governments,
  post_id uuid references posts on delete cascade,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  added_at timestamptz not null default now()
);
create index attachments_of_post on attachments (post_id);

create table cases (
  id uuid primary key,
  government_id text not null references governments,
  code text not null unique,
  state text not null,
  is_open boolean not null,
  kind text not null,
  category text not null,
  urgency text not null,
  confidential boolean not null,
  agency_id text,
  proposed_owner text,
  place jsonb,
  place_key text,
  title text not null,
  because text[] not null,
  opened_at timestamptz not null,
  first_post_at timestamptz not null,
  last_post_at timestamptz not null,
  due_at timestamptz,
  answered_at timestamptz,
  followed_up_at timestamptz,
  escalated_at timestamptz,
  ended_at timestamptz,
  claimed_by uuid references users,
  claimed_name text,
  claimed_until timestamptz,
  post_count integer not null default 0,
  author_count integer not null default 0,
  sample boolean not null,
  history boolean not null,
  version integer not null default 1,
  -- not to_tsvector: its parser takes a code such as 38E82T6 for a number and a/b for a file
  search tsvector generated always as (array_to_tsvector(array_remove(regexp_split_to_array(
    lower(code || ' ' || title || ' ' || coalesce(place ->> 'name', '')),
    '[\u0001-/:-@[-`{-\u00bf\u2000-\u206f]+'), ''))) stored,
  foreign key (government_id, agency_id) references agencies (government_id, id)
);
create index cases_due on cases (government_id, agency_id, due_at, id) where is_open;
create index cases_newest on cases (government_id, agency_id, last_post_at desc, id desc) where is_open;
create index cases_ended on cases (government_id, ended_at desc, id desc) where not is_open;
create index cases_like_this on cases (government_id, category, place_key, last_post_at);
create index cases_search on cases using gin (search);
create index cases_late on cases (due_at) where is_open and escalated_at is null;

alter table posts add foreign key (case_id) references cases on delete set null;

-- Locality-sensitive bands of the case's posts: finds near-duplicates without reading every case.
create table case_bands (
  government_id text not null references governments,
  band text not null,
  case_id uuid not null references cases on delete cascade,
  primary key (government_id, band, case_id)
);
create index case_bands_of_case on case_bands (case_id);

create table case_authors (
  case_id uuid not null references cases on delete cascade,
  government_id text not null references governments,
  author_key text not null,
  primary key (case_id, author_key)
);
create index cases_of_author on case_authors (government_id, author_key);

-- Append-only history. `tx` lets a reader stop before transactions that are still under way, so
-- that a resumed event stream never skips one that committed late.
create table case_events (
  id bigint generated always as identity primary key,
  tx xid8 not null default pg_current_xact_id(),
  government_id text not null references governments,
  case_id uuid not null references cases on delete cascade,
  type text not null,
  actor_id uuid references users,
  actor_name text,
  at timestamptz not null,
  from_agency_id text,
  to_agency_id text,
  data jsonb not null default '{}'
);
create index case_events_of_case on case_events (case_id, id);
create index case_events_of_government on case_events (government_id, tx, id);

create table alerts (
  id uuid primary key,
  government_id text not null references governments,
  case_id uuid not null references cases on delete cascade,
  kind text not null,
  level text not null,
  because text[] not null,
  raised_at timestamptz not null,
  sample boolean not null,
  acknowledge_hash bytea not null,
  acknowledged_at timestamptz,
  acknowledged_by text,
  acknowledged_via text,
  -- two detectors that see the same thing raise one alert
  unique (case_id, kind, level)
);
create index alerts_open on alerts (government_id, raised_at desc) where acknowledged_at is null;

create table channels (
  id uuid primary key,
  government_id text not null references governments,
  kind text not null,
  name text not null,
  enabled boolean not null,
  settings jsonb not null,
  secrets jsonb not null default '{}',
  secret_hints jsonb not null default '{}',
  agency_id text,
  last_delivered_at timestamptz,
  last_error text,
  -- only one process at a time may ask Telegram for a bot's buttons
  heard_by uuid,
  heard_until timestamptz,
  foreign key (government_id, agency_id) references agencies (government_id, id)
);

-- The outbox: a message and the channel that it goes to, written with the alert itself.
create table deliveries (
  id uuid primary key,
  government_id text not null references governments,
  channel_id uuid not null references channels on delete cascade,
  alert_id uuid not null references alerts on delete cascade,
  message jsonb not null,
  attempts smallint not null default 0,
  next_at timestamptz not null,
  lease_token uuid,
  delivered_at timestamptz,
  given_up_at timestamptz,
  last_error text,
  unique (channel_id, alert_id)
);
create index deliveries_due on deliveries (next_at)
  where delivered_at is null and given_up_at is null;
