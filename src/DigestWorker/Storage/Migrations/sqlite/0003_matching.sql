-- Which release an entry stands in is entry.release_id; how it came there stands beside it.
alter table entry rename column joined_because to evidence;
alter table entry add column match_score real;
alter table entry add column matched_by text not null default 'Rules' check (matched_by in ('Rules', 'Admin'));

-- A release whose entries all went to another one; digests that hold it are not rewritten.
alter table release add column merged_into integer references release(id);

-- What matching knows of an entry, so that comparing never reads a text again.
create table trait (
    entry_id integer primary key references entry(id),
    traits text not null
) strict;

-- Where to look for an entry's likes: 64-bit hashes of figures, names, documents and words, by day.
create table block_key (
    key integer not null,
    day integer not null,
    entry_id integer not null references entry(id),
    primary key (key, day, entry_id)
) strict, without rowid;

create index block_key_entry on block_key(entry_id);

-- Releases that an entry also tells of (a roll-up), or that it may belong to.
create table near_release (
    entry_id integer not null references entry(id),
    release_id integer not null references release(id),
    type text not null check (type in ('Also', 'Possible')),
    score real not null,
    evidence text not null,
    primary key (entry_id, release_id)
) strict, without rowid;

create index near_release_release on near_release(release_id);

-- What an admin said of two entries; it outweighs every rule and survives every replay.
create table verdict (
    entry_id integer not null references entry(id),
    other_id integer not null references entry(id),
    same integer not null check (same in (0, 1)),
    said_at text not null,
    primary key (entry_id, other_id),
    check (entry_id < other_id)
) strict, without rowid;

create index verdict_other on verdict(other_id);

-- Entries wait in the order in which they are placed: by day, then by address.
drop index entry_pending;
create index entry_pending on entry(substr(coalesce(published_at, first_seen_at), 1, 10), coalesce(url, ''), id) where pending = 1;
