-- Only adds.
-- Which entry the evidence of a membership compares with.
alter table entry add column compared_with bigint references entry(id);
