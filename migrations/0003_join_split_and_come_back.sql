-- Joining and splitting cases by hand, cases that come back, posts that repeat another's, and what may
-- be the same problem.
alter table cases
  add column merged_into uuid references cases on delete set null deferrable initially deferred,
  add column recurrences integer not null default 0;
create index cases_merged_into on cases (merged_into) where merged_into is not null;

alter table posts
  -- when its writer was answered: this goes along when the post moves to another case
  add column answered_at timestamptz,
  -- cases that it was in before, the latest last: by them a merge is taken back
  add column came_from uuid[] not null default '{}',
  -- whose words it repeats: "@warga", or null for words of its own
  add column shared_from text;
update posts set answered_at = cases.answered_at
from cases
where cases.id = posts.case_id and cases.answered_at is not null
  and posts.received_at <= cases.answered_at;

-- A pair of cases that may be one problem; the smaller id first, so that a pair stands here once.
create table case_suggestions (
  government_id text not null references governments,
  case_id uuid not null references cases on delete cascade,
  other_id uuid not null references cases on delete cascade,
  points real not null,
  because text not null,
  at timestamptz not null,
  -- "bukan sama": never suggested again
  declined_by uuid references users,
  declined_at timestamptz,
  primary key (case_id, other_id),
  check (case_id < other_id)
);
create index case_suggestions_of_other on case_suggestions (other_id);
