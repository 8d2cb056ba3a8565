-- What is wrong at present. A row goes when the admin has been told that it is over.
create table trouble (
    topic text not null,
    -- Stays the same as long as the trouble lasts.
    key text not null,
    words text not null,
    since text not null,
    -- Nothing until the admin has been told.
    told_at text,
    ended_at text,
    -- Some process is telling it; one that died meanwhile is not waited for any longer.
    claimed_until text,
    primary key (topic, key)
) strict, without rowid;

insert into trouble (topic, key, words, since, told_at)
select substr(key, 1, instr(key, ': ') - 1), substr(key, instr(key, ': ') + 2), words, told_at, told_at from alert;
insert into trouble (topic, key, words, since, told_at)
select 'sources', name, name || ' is in trouble.', coalesce(failing_since, last_tried_at, '2026-01-01T00:00:00Z'), coalesce(failing_since, last_tried_at, '2026-01-01T00:00:00Z')
from source where told is not null and told <> 'Working';
drop table alert;
alter table source drop column told;

-- The promise "at most one mail a day of what lasts", whatever restarts and whoever runs beside.
create table trouble_mail (
    day text primary key
) strict, without rowid;

-- What the last look into the database file itself found; at most one row.
create table database_check (
    id integer primary key check (id = 1),
    at text not null,
    -- Nothing where it was sound.
    fault text
) strict;
