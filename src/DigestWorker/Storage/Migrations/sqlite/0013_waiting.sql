-- Who was not to have an edition when it was composed: nobody is told later that there was nothing new, or that the program missed it.
create table edition_waiting (
    edition_id integer not null references edition(id) on delete cascade,
    subscriber_id integer not null references subscriber(id) on delete cascade,
    -- Weekday is still to be composed, on the day that the person chose.
    waits_for text not null check (waits_for in ('Weekday', 'Pause', 'QuietDays')),
    primary key (edition_id, subscriber_id)
) strict, without rowid;
create index edition_waiting_subscriber on edition_waiting(subscriber_id);
