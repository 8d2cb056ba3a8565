-- How many digests of an edition ended how, of those whose deliveries are not kept any more: reports go on adding up.
create table edition_count (
    edition_id integer not null references edition(id),
    state text not null check (state in ('Sent', 'Failed', 'Suppressed')),
    count integer not null,
    primary key (edition_id, state)
) strict, without rowid;

-- Somebody was erased, and the file has not been written anew since: free space of it may still hold what was deleted. At most one row.
create table pending_rewrite (
    id integer primary key check (id = 1),
    since text not null
) strict;
