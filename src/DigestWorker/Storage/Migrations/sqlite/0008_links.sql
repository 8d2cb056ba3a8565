-- What the links of a person's mails open with: 128 random bits, kept with the subscription for good.
alter table subscriber add column token text not null default '';
update subscriber set token = lower(hex(randomblob(16)));
create unique index subscriber_token on subscriber(token);

-- Frozen with the digest, so that a retry is the same mail: the token, and the address under which the pages were reached.
alter table digest add column token text not null default '';
alter table profile add column public_url text;

-- Who changed what, when: a join, a stop, its undoing. No address stands here.
create table subscriber_change (
    id integer primary key,
    subscriber_id integer not null references subscriber(id),
    at text not null,
    actor text not null check (actor in ('Subscriber', 'Admin')),
    change text not null
) strict;
