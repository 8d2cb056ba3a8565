-- Only adds.
-- The sources that are to be read now and who reads them: the workers share them out. Source 0 stands for what was stored and is to
-- be matched; a file has no host.
create table source_turn (
    source_id bigint primary key,
    host text collate "C" not null,
    asked_at timestamptz not null default clock_timestamp(),
    claimed_by text collate "C"
);

-- When the next request may go to a host: all workers share these.
create table host_rate (
    key text collate "C" primary key,
    next_at timestamptz not null
);
