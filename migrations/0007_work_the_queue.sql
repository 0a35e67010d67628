-- Working a queue: who looks, what is put off, drafts, notices, templates, and the search over it all.

alter table cases
  -- put off until a moment, a reply, or both; the last words stay for putting it off again
  add column is_snoozed boolean not null default false,
  add column snoozed_at timestamptz,
  add column snoozed_until timestamptz,
  add column snooze_for_reply boolean not null default false,
  add column snooze_reason text,
  add column snoozed_by uuid references users,
  add column snoozed_name text,
  -- back from being put off, and why; cleared by the first one who works on it
  add column woken_at timestamptz,
  add column woken_because text,
  -- the order of a queue as a column, so that an index holds it: what came back, then time left
  add column queue_at timestamptz generated always as (
    case when woken_at is not null then timestamptz '-infinity'
    else coalesce(due_at, timestamptz 'infinity') end) stored,
  -- core/risk.ts says the same
  add column risk double precision generated always as (
    case urgency when 'P1' then 8 when 'P2' then 4 when 'P3' then 2 else 1 end
    * (1 + ln(1 + author_count) / ln(2::double precision))) stored;

create index cases_queue on cases (government_id, agency_id, queue_at, id) where is_open;
create index cases_queue_of_all on cases (government_id, queue_at, id) where is_open;
create index cases_risk on cases (government_id, agency_id, risk desc, id desc) where is_open;
create index cases_risk_of_all on cases (government_id, risk desc, id desc) where is_open;
create index cases_newest_of_all on cases (government_id, last_post_at desc, id desc);
create index cases_snoozed on cases (snoozed_until) where is_snoozed;

-- Who has a case open; a row that was not renewed for 25 s is nobody. Not logged: worth nothing after
-- a crash.
create unlogged table case_presence (
  case_id uuid not null references cases on delete cascade,
  user_id uuid not null references users on delete cascade,
  government_id text not null references governments,
  level text not null check (level in ('viewing', 'editing', 'away')),
  since timestamptz not null,
  seen_at timestamptz not null,
  primary key (case_id, user_id)
);
create index case_presence_news on case_presence (government_id, since);

create index case_events_skipped on case_events (government_id, at desc, id desc)
  where type = 'skipped';
create index cases_ended_order on cases
  (government_id, (coalesce(ended_at, timestamptz 'infinity')) desc, id desc) where not is_open;

alter table corrections drop constraint corrections_act_check;
alter table corrections add constraint corrections_act_check check (act in
  ('transfer', 'recategorise', 'merge', 'split', 'not-a-service', 'a-service', 'urgency'));

-- What was learned from an act that was taken back is no example any more.
alter table corrections add column withdrawn_at timestamptz;

-- What a person is told of: that they were mentioned, that a case was taken over, that one came back.
create table notifications (
  id bigint generated always as identity primary key,
  government_id text not null references governments,
  user_id uuid not null references users on delete cascade,
  case_id uuid not null references cases on delete cascade,
  event_id bigint not null references case_events on delete cascade,
  kind text not null,
  at timestamptz not null,
  read_at timestamptz
);
create index notifications_of_user on notifications (user_id, id desc);
create index notifications_unread on notifications (user_id, id desc) where read_at is null;

-- What somebody is writing: a person's own, that no change of the case can touch.
create table drafts (
  user_id uuid not null references users on delete cascade,
  case_id uuid not null references cases on delete cascade,
  kind text not null check (kind in ('answer', 'note')),
  government_id text not null references governments,
  text text not null,
  -- the case as the writer saw it
  case_version integer not null,
  seen_event bigint not null,
  saved_at timestamptz not null,
  primary key (user_id, case_id, kind)
);
create index drafts_of_case on drafts (case_id);

-- Answers to begin with. `key` names one that was shipped; once somebody edited it, it is theirs.
create table reply_templates (
  id uuid primary key default gen_random_uuid(),
  government_id text not null references governments,
  key text,
  name text not null,
  text text not null,
  states text[] not null,
  -- category ids, or a whole group as "jalan.*"; none: any
  categories text[] not null,
  used integer not null default 0,
  last_used_at timestamptz,
  edited_at timestamptz not null,
  edited_by text,
  retired_at timestamptz,
  unique (government_id, key)
);

-- Similar words are found by trigrams. Where the extension may not be made, search goes on without.
do $$
begin
  create extension if not exists pg_trgm;
exception when others then
  raise warning 'Pencarian kata yang mirip tidak aktif: ekstensi pg_trgm tidak dapat dibuat (%). Minta pengelola Postgres menjalankan: create extension pg_trgm', sqlerrm;
end
$$;

-- What is said in a case, stemmed by the program: a table of its own, so that claims and heartbeats do
-- not copy it, and one document a case, so that a post costs no index entry of its own.
create table case_texts (
  case_id uuid primary key references cases on delete cascade,
  government_id text not null references governments,
  words tsvector not null,
  indexed_at timestamptz not null
);
create index case_texts_words on case_texts using gin (words);

-- The words that occur, each once and without where: what somebody mistyped is looked up here, since
-- likeness over whole cases takes seconds.
create table search_words (
  government_id text not null references governments,
  word text not null,
  primary key (government_id, word)
);
do $$
begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    create index search_words_like on search_words using gin (word gin_trgm_ops);
  end if;
end
$$;

-- Cases whose words changed. Only appended to: nobody who stores a post waits for anybody else here.
create table search_waiting (
  id bigint generated always as identity primary key,
  government_id text not null,
  case_id uuid not null
);

create function post_words_changed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.case_id is not null then
    insert into search_waiting (government_id, case_id) values (old.government_id, old.case_id);
  end if;
  if tg_op <> 'DELETE' and new.case_id is not null
    and (tg_op = 'INSERT' or new.case_id is distinct from old.case_id) then
    insert into search_waiting (government_id, case_id) values (new.government_id, new.case_id);
  end if;
  return null;
end
$$;
create trigger post_words_come_or_go after insert or delete on posts
  for each row execute function post_words_changed();
create trigger post_words_change after update of case_id, text on posts for each row
  when (old.case_id is distinct from new.case_id or old.text is distinct from new.text)
  execute function post_words_changed();

create function case_words_changed() returns trigger language plpgsql as $$
begin
  insert into search_waiting (government_id, case_id) values (new.government_id, new.id);
  return null;
end
$$;
create trigger case_words_come after insert on cases
  for each row execute function case_words_changed();
create trigger case_words_change after update of title, place, code on cases for each row
  when (old.title is distinct from new.title or old.place is distinct from new.place
    or old.code is distinct from new.code)
  execute function case_words_changed();

-- What stands here already is indexed in the background, and goes on where it was stopped.
insert into search_waiting (government_id, case_id) select government_id, id from cases;
