-- What officers put right, what was learned from it, and which reader each government works with.
-- Of a post only its id is kept here: what is deleted there can no longer be learned from.

-- Append-only. One row for every transfer, new category, merge, split and "bukan layanan".
create table corrections (
  id uuid primary key default gen_random_uuid(),
  government_id text not null references governments,
  case_id uuid not null references cases on delete cascade,
  post_ids uuid[] not null,
  act text not null
    check (act in ('transfer', 'recategorise', 'merge', 'split', 'not-a-service', 'a-service')),
  -- kind, category and owner; of `before` also the rules that decided, and how sure they were
  before jsonb not null,
  after jsonb not null,
  reason text,
  user_id uuid not null references users,
  at timestamptz not null
);
create index corrections_of_government on corrections (government_id, at);
create index corrections_of_case on corrections (case_id, at);

-- Every training, also one that was not good enough. `bytes` is kept for those that were promoted.
create table reader_models (
  government_id text not null references governments,
  version integer not null check (version > 0),
  bytes bytea,
  -- the shipped reader beside which it was trained: with another one its numbers mean nothing
  base text not null,
  made_at timestamptz not null,
  made_by text not null,
  trigger text not null check (trigger in ('command', 'nightly')),
  promoted boolean not null,
  because text[] not null,
  measured jsonb not null,
  primary key (government_id, version)
);

-- Append-only. The newest turn tells which model reads; version 0 is the one that is shipped.
create table reader_turns (
  government_id text not null references governments,
  turn integer not null,
  version integer not null,
  since timestamptz not null,
  by_name text not null,
  because text not null,
  primary key (government_id, turn)
);

-- A rule that this government does not want to hear: "<category>: <phrase>" or a named rule.
create table silenced_rules (
  id uuid primary key default gen_random_uuid(),
  government_id text not null references governments,
  rule text not null,
  reason text not null,
  silenced_by text not null,
  silenced_at timestamptz not null,
  restored_by text,
  restored_at timestamptz
);
create unique index silenced_once on silenced_rules (government_id, rule) where restored_at is null;
