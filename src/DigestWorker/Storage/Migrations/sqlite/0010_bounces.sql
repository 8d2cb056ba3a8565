-- Stands in the sender of the delivery's envelope: what comes back is known by it. Frozen with the digest.
alter table delivery add column bounce_token text not null default '';
create unique index delivery_bounce_token on delivery(bounce_token) where bounce_token <> '';

-- Each mail that came in, once, without an address or a text of it; a refusal while sending is told by the delivery.
create table bounce (
    id integer primary key,
    message_hash blob not null unique,
    delivery_id integer references delivery(id) on delete cascade,
    kind text not null check (kind in ('Hard', 'Soft', 'Refused', 'Complaint', 'AutoReply', 'Unsubscribe', 'Other')),
    status text,
    received_at text not null,
    check ((delivery_id is not null) = (kind in ('Hard', 'Soft', 'Refused', 'Complaint')))
) strict;

create index bounce_delivery on bounce(delivery_id, kind) where delivery_id is not null;

-- The program itself is an actor from here on: it suppresses whom mail cannot reach.
create table new_subscriber_change (
    id integer primary key,
    subscriber_id integer not null references subscriber(id),
    at text not null,
    actor text not null check (actor in ('Subscriber', 'Admin', 'Program')),
    change text not null
) strict;
insert into new_subscriber_change select id, subscriber_id, at, actor, change from subscriber_change;
drop table subscriber_change;
alter table new_subscriber_change rename to subscriber_change;
create index subscriber_change_subscriber on subscriber_change(subscriber_id, at);
