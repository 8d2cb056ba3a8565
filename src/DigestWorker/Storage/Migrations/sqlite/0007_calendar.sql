-- Upcoming events as calendars show them: what a calendar knows one by never changes, its sequence only grows, and none is ever deleted.
create table published_event (
    uid text primary key,
    release_id integer not null references release(id),
    type text not null check (type in ('InForce', 'Closes', 'Published', 'Due', 'Ends')),
    day text not null,
    certainty text not null check (certainty in ('Confirmed', 'Provisional', 'Cancelled')),
    title text not null,
    told text not null,
    link text,
    sequence integer not null,
    changed_at text not null
) strict, without rowid;
