-- What each entry says is still to come; a day that moved keeps the one that was told before.
create table upcoming (
    entry_id integer not null references entry(id),
    type text not null check (type in ('InForce', 'Closes', 'Published', 'Due', 'Ends')),
    day text not null,
    precision text not null check (precision in ('Day', 'Month', 'Year')),
    certainty text not null check (certainty in ('Confirmed', 'Provisional', 'Cancelled')),
    quotation text not null,
    moved_from text,
    primary key (entry_id, type, day)
) strict, without rowid;

create index upcoming_day on upcoming(day);

alter table entry add column previously_at text;
alter table entry add column previously_precision text;
