-- The task that sent whoever brought the evidence; the task names it in its result.
alter table evidence add column task_id uuid references tasks;
