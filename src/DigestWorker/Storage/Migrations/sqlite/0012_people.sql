-- A partnership board or trust, and the teams that it subscribes. A team that an import made belongs to none and has its name as its key.
create table organisation (
    id integer primary key,
    key text not null unique collate nocase,
    name text not null,
    contact text
) strict;

create table new_team (
    id integer primary key,
    key text not null unique collate nocase,
    name text not null,
    organisation_id integer references organisation(id),
    contact text,
    token text not null unique
) strict;
insert into new_team (id, key, name, token) select id, name, name, lower(hex(randomblob(16))) from team;
create table old_member as
select m.team_id, m.subscriber_id, s.since, s.added_by from team_member m join subscriber s on s.id = m.subscriber_id;
drop table team_member;
drop table team;
alter table new_team rename to team;

-- What members have for whom the roster names no role or area of their own, and the days on which the team wants no digest.
create table team_role (
    team_id integer not null references team(id) on delete cascade,
    role text not null,
    primary key (team_id, role)
) strict, without rowid;

create table team_area (
    team_id integer not null references team(id) on delete cascade,
    area text not null,
    primary key (team_id, area)
) strict, without rowid;

create table team_quiet (
    team_id integer not null references team(id) on delete cascade,
    first_day text not null,
    last_day text not null check (last_day >= first_day),
    primary key (team_id, first_day)
) strict, without rowid;

create table team_member (
    team_id integer not null references team(id) on delete cascade,
    subscriber_id integer not null references subscriber(id) on delete cascade,
    since text not null,
    primary key (team_id, subscriber_id)
) strict, without rowid;
insert into team_member select team_id, subscriber_id, since from old_member;
create index team_member_subscriber on team_member(subscriber_id);

-- What the roster of the team says of one member.
create table team_member_role (
    team_id integer not null,
    subscriber_id integer not null,
    role text not null,
    primary key (team_id, subscriber_id, role),
    foreign key (team_id, subscriber_id) references team_member(team_id, subscriber_id) on delete cascade
) strict, without rowid;

create table team_member_area (
    team_id integer not null,
    subscriber_id integer not null,
    area text not null,
    primary key (team_id, subscriber_id, area),
    foreign key (team_id, subscriber_id) references team_member(team_id, subscriber_id) on delete cascade
) strict, without rowid;

-- Who asked for a subscription that stands beside any team. Somebody with neither is subscribed no more.
create table subscription (
    subscriber_id integer not null references subscriber(id) on delete cascade,
    asked_by text not null check (asked_by in ('Self', 'Admin', 'Settings')),
    since text not null,
    -- What the page said where the person asked.
    wording text,
    primary key (subscriber_id, asked_by)
) strict, without rowid;
insert into subscription (subscriber_id, asked_by, since)
select id, case added_by when 'settings' then 'Settings' else 'Admin' end, since from subscriber where added_by in ('admin', 'settings') and ended_at is null;

-- Whom teams alone subscribed: what was noted of them came from the roster.
insert into team_member_role
select m.team_id, m.subscriber_id, r.role
from old_member m join subscriber_role r on r.subscriber_id = m.subscriber_id
where m.added_by = 'team';
delete from subscriber_role where subscriber_id in (select subscriber_id from old_member where added_by = 'team');
drop table old_member;

alter table subscriber drop column added_by;
-- Roles and areas that the person chose stand alone, whatever teams say.
alter table subscriber add column chose_roles integer not null default 0 check (chose_roles in (0, 1));
alter table subscriber add column chose_areas integer not null default 0 check (chose_areas in (0, 1));
-- Monday is 1; nothing for the day of the schedule.
alter table subscriber add column weekday integer check (weekday between 1 and 7);
-- The first day on which a digest may come again, where the state is Paused.
alter table subscriber add column paused_until text;
alter table subscriber add column alerts integer not null default 0 check (alerts in (0, 1));
alter table subscriber add column says_nothing_new integer not null default 0 check (says_nothing_new in (0, 1));

create table subscriber_topic (
    subscriber_id integer not null references subscriber(id) on delete cascade,
    topic text not null,
    wish text not null check (wish in ('Follow', 'Mute')),
    primary key (subscriber_id, topic)
) strict, without rowid;

create view effective_role as
select subscriber_id, role from subscriber_role
union
select m.subscriber_id, m.role from team_member_role m join subscriber s on s.id = m.subscriber_id where s.chose_roles = 0
union
select m.subscriber_id, t.role
from team_member m join team_role t on t.team_id = m.team_id join subscriber s on s.id = m.subscriber_id
where s.chose_roles = 0
  and not exists (select 1 from team_member_role o where o.team_id = m.team_id and o.subscriber_id = m.subscriber_id);

create view effective_area as
select subscriber_id, area from subscriber_area
union
select m.subscriber_id, m.area from team_member_area m join subscriber s on s.id = m.subscriber_id where s.chose_areas = 0
union
select m.subscriber_id, t.area
from team_member m join team_area t on t.team_id = m.team_id join subscriber s on s.id = m.subscriber_id
where s.chose_areas = 0
  and not exists (select 1 from team_member_area o where o.team_id = m.team_id and o.subscriber_id = m.subscriber_id);

-- A contact of an organisation acts too. Wording is what the page showed when somebody agreed to it.
create table new_subscriber_change (
    id integer primary key,
    subscriber_id integer not null references subscriber(id) on delete cascade,
    at text not null,
    actor text not null check (actor in ('Subscriber', 'Admin', 'Organisation', 'Program')),
    change text not null,
    wording text
) strict;
insert into new_subscriber_change (id, subscriber_id, at, actor, change) select id, subscriber_id, at, actor, change from subscriber_change;
drop table subscriber_change;
alter table new_subscriber_change rename to subscriber_change;
create index subscriber_change_subscriber on subscriber_change(subscriber_id, at);

-- The promise "an opt-out outlives erasure": only a keyed hash of the address stays (ICO, suppression lists).
create table suppression (
    hash blob primary key,
    key_id blob not null,
    reason text not null check (reason in ('Unsubscribed', 'Erased', 'Suppressed')),
    at text not null
) strict, without rowid;

-- Somebody asked for the digest and has not said so twice; the link of the mail is kept as a hash.
create table confirmation (
    id integer primary key,
    token_hash blob not null unique,
    email text not null,
    address text not null,
    choices text not null,
    wording text not null,
    asked_at text not null,
    expires_at text not null,
    used_at text
) strict;
create index confirmation_address on confirmation(address, asked_at);

-- A mail that is no digest: a confirmation, a copy of somebody's data, an alert. The key makes each promise unique.
create table letter (
    id integer primary key,
    key text not null unique,
    subscriber_id integer references subscriber(id) on delete cascade,
    recipient text not null,
    recipient_name text,
    sender text not null,
    subject text not null,
    text text not null,
    html text not null,
    -- Ends the addresses of List-Unsubscribe; empty where the letter has none.
    token text not null,
    message_id text not null unique,
    composed_at text not null,
    state text not null check (state in ('Queued', 'Sending', 'Sent', 'Unknown', 'Deferred', 'Failed', 'Suppressed')),
    attempts integer not null default 0,
    due_at text not null,
    sent_at text,
    reply text
) strict;
create index letter_due on letter(due_at, id) where state not in ('Sent', 'Failed', 'Suppressed');

-- Told apart from other text in the first digest of whoever an organisation added (UK GDPR 14, 21).
alter table digest add column notice text not null default '';
