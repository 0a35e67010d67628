-- A citizen's post that complains of several things: each further one is a row of its own, read,
-- gathered and answered like any other, and gone with the post that it was cut from.
alter table posts
  add column part_of uuid references posts on delete cascade deferrable initially deferred;
create index posts_part_of on posts (part_of) where part_of is not null;
