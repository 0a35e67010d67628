-- The task that sent whoever brought the evidence; the task names it in its result.
alter table evidence add column task_id uuid references tasks;

-- The silence ledger counts all posts at every look at the metrics: from these columns alone, without
-- touching the rows and their words. The sample and parts of a post are no posts of the ledger.
create index posts_counted on posts (government_id, stage, outcome)
  include (case_id, answered_at, shared_from, deleted_at, history, received_at)
  where part_of is null and not sample;
create index cases_counted on cases (id) include (state, answered_at, agency_id);
drop index arrivals_of_government;
create index arrivals_counted on arrivals (government_id, at) include (posts) where not sample;

-- A template that was written in the product gets a name for ever too: by it an export comes back.
update reply_templates set key = 'sendiri-' || id where key is null;
alter table reply_templates alter column key set not null;
