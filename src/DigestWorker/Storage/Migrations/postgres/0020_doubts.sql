-- Only adds.
-- How often a server had all of the mail, and its answer was lost.
alter table delivery add column doubts bigint not null default 0;
