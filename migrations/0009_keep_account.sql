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
