-- Tells a roster file that has changed from the one that was followed last.
alter table team add column roster_hash text;
