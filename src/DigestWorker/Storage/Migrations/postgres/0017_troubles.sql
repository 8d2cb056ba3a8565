-- What is wrong at present. A row goes when the admin has been told that it is over.
create table trouble (
    topic text collate "C" not null,
    -- Stays the same as long as the trouble lasts.
    key text collate "C" not null,
    words text collate "C" not null,
    since text collate "C" not null,
    -- Nothing until the admin has been told.
    told_at text collate "C",
    ended_at text collate "C",
    -- Some process is telling it; one that died meanwhile is not waited for any longer.
    claimed_until text collate "C",
    primary key (topic, key)
);

insert into trouble (topic, key, words, since, told_at)
select substr(key, 1, strpos(key, ': ') - 1), substr(key, strpos(key, ': ') + 2), words, told_at, told_at from alert;
insert into trouble (topic, key, words, since, told_at)
select 'sources', name, name || ' is in trouble.', coalesce(failing_since, last_tried_at, '2026-01-01T00:00:00Z'), coalesce(failing_since, last_tried_at, '2026-01-01T00:00:00Z')
from source where told is not null and told <> 'Working';
drop table alert;
alter table source drop column told;

-- The promise "at most one mail a day of what lasts", whatever restarts and whoever runs beside.
create table trouble_mail (
    day text collate "C" primary key
);

-- What the last look into the database file itself found: only SQLite has one. At most one row.
create table database_check (
    id bigint primary key check (id = 1),
    at text collate "C" not null,
    -- Nothing where it was sound.
    fault text collate "C"
);
