-- When an edition was composed for everybody: from then on only sending is left to do.
alter table edition add column composed_at text;

-- Why nothing is sent for a while; at most one row.
create table sending_pause (
    id integer primary key check (id = 1),
    until text not null,
    reason text not null,
    times integer not null
) strict;

-- What the admin was told and has not been told to be over.
create table alert (
    key text primary key,
    told_at text not null,
    words text not null
) strict, without rowid;
