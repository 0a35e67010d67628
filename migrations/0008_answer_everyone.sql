-- One answer for everybody who reported a problem, with a reply to each author in each thread, and
-- evidence that it was solved.
create table answers (
  id uuid primary key,
  government_id text not null references governments,
  case_id uuid not null references cases on delete cascade,
  -- whose words they are: replies are compared within an agency
  agency_id text,
  kind text not null check (kind in ('interim', 'final')),
  text text not null,
  state text not null check (state in
    ('draft', 'submitted', 'rejected', 'held', 'published', 'recalled', 'superseded')),
  author_id uuid not null references users,
  author_name text not null,
  qualified boolean not null,
  because text[] not null default '{}',
  created_at timestamptz not null,
  submitted_at timestamptz,
  decided_by uuid references users,
  decided_name text,
  decided_at timestamptz,
  decision_note text,
  hold_until timestamptz,
  -- when the first citizen could read it
  first_delivered_at timestamptz
);
create index answers_of_case on answers (case_id, id);
create index answers_held on answers (hold_until) where state = 'held';
create index answers_of_agency on answers (government_id, agency_id, created_at);

-- what an agency said of late, recorded or published
create index case_events_answered on case_events (government_id, id) where type = 'answered';

create table answer_targets (
  id uuid primary key,
  government_id text not null references governments,
  answer_id uuid not null references answers on delete cascade,
  case_id uuid not null references cases on delete cascade,
  thread_key text not null,
  author_key text not null,
  post_id uuid not null references posts on delete cascade,
  post_ids uuid[] not null,
  platform text not null,
  author_handle text,
  post_url text,
  text text not null,
  state text not null check (state in
    ('held', 'queued', 'manual', 'sent', 'failed', 'skipped', 'deleted')),
  because text[] not null default '{}',
  via text check (via in ('api', 'manual')),
  -- counted before the call: an attempt that died in the middle looks for its own reply first
  attempts smallint not null default 0,
  next_at timestamptz,
  lease_token uuid,
  external_id text,
  external_url text,
  recorded_by uuid references users,
  delivered_at timestamptz,
  -- nobody gets the same answer twice
  unique (answer_id, thread_key, author_key)
);
create index answer_targets_of_case on answer_targets (case_id);
create index answer_targets_due on answer_targets (next_at) where state in ('held', 'queued');

create table evidence (
  id uuid primary key,
  government_id text not null references governments,
  case_id uuid not null references cases on delete cascade,
  kind text not null check (kind in ('photo-before', 'photo-after', 'letter', 'reporter', 'link')),
  note text not null default '',
  letter_number text,
  url text,
  -- where the officer stood, if they said so: never published
  latitude double precision,
  longitude double precision,
  -- the photo as it was taken, for later examination; what is shown is drawn anew without EXIF
  original bytea,
  original_type text,
  sha256 text,
  published bytea,
  added_by uuid not null references users,
  added_name text not null,
  added_at timestamptz not null,
  withdrawn_by uuid references users,
  withdrawn_at timestamptz,
  withdrawn_reason text
);
create index evidence_of_case on evidence (case_id, id);
-- one photo proves one thing, once; it also makes a form that is sent twice harmless
create unique index evidence_once on evidence (case_id, sha256) where withdrawn_at is null;
