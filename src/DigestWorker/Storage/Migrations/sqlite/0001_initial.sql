-- Instants are UTC text, yyyy-MM-ddTHH:mm:ssZ, so that they sort as they happened.

create table source (
    id integer primary key,
    name text not null unique collate nocase,
    url text not null,
    first_read_at text,
    last_tried_at text,
    last_success_at text,
    last_entry_at text,
    next_try_at text,
    failing_since text,
    failures integer not null default 0,
    trouble text,
    reason text,
    moved_to text,
    remarks text not null default '[]',
    -- The state that the admin was last told of.
    told text,
    etag text,
    last_modified text
) strict;

create table release (
    id integer primary key,
    created_at text not null
) strict;

create table entry (
    id integer primary key,
    source_id integer not null references source(id),
    publisher text not null,
    publisher_id text,
    url text,
    title text not null,
    summary text not null,
    content text not null,
    published_at text,
    published_precision text,
    updated_at text,
    updated_precision text,
    author text,
    document_type text,
    content_hash blob,
    first_version blob not null,
    first_seen_at text not null,
    -- Its text has been taken away by retention; what it is known by stays, so that it never comes back as new.
    pruned integer not null default 0 check (pruned in (0, 1)),
    news_at text,
    global_id text,
    withdrawn text,
    announced text,
    expected_at text,
    expected_precision text,
    announced_reason text,
    pending integer not null default 1 check (pending in (0, 1)),
    release_id integer references release(id),
    joined_because text not null default '[]'
) strict;

create index entry_pending on entry(published_at, url, id) where pending = 1;
create index entry_source on entry(source_id, first_seen_at);
create index entry_release on entry(release_id);
create index entry_news on entry(news_at) where news_at is not null;
create index entry_content on entry(content_hash) where content_hash is not null;

-- The promise "an entry is stored once": whatever it is known by leads to one row.
create table entry_key (
    key text primary key,
    entry_id integer not null references entry(id)
) strict, without rowid;

create index entry_key_entry on entry_key(entry_id);

-- Which sources show an entry, and in which version; a revision is judged within one source.
create table sighting (
    entry_id integer not null references entry(id),
    source_id integer not null references source(id),
    version_hash blob not null,
    seen_at text not null,
    primary key (entry_id, source_id)
) strict, without rowid;

-- Finds an entry whose publisher has changed both id and address.
create index sighting_version on sighting(source_id, version_hash);

-- A change that the publisher noted is known by the instant of its note, whichever source tells of it.
create table revision (
    id integer primary key,
    entry_id integer not null references entry(id),
    seen_at text not null,
    noted_at text,
    version_hash blob,
    substantive integer not null check (substantive in (0, 1)),
    summary text not null,
    note text,
    unique (entry_id, noted_at)
) strict;

create index revision_entry on revision(entry_id, seen_at);

create table label (
    entry_id integer not null references entry(id),
    type text not null check (type in ('Kind', 'Topic', 'Area')),
    value text not null,
    score real not null,
    because text not null,
    primary key (entry_id, type, value)
) strict, without rowid;

create table subscriber (
    id integer primary key,
    email text not null,
    address text not null unique,
    name text,
    state text not null check (state in ('Active', 'Pending', 'Paused', 'Unsubscribed', 'Suppressed')),
    since text not null,
    added_by text not null,
    ended_at text,
    ended_because text
) strict;

create table subscriber_role (
    subscriber_id integer not null references subscriber(id),
    role text not null,
    primary key (subscriber_id, role)
) strict, without rowid;

create table subscriber_area (
    subscriber_id integer not null references subscriber(id),
    area text not null,
    primary key (subscriber_id, area)
) strict, without rowid;

create table team (
    id integer primary key,
    name text not null unique collate nocase
) strict;

create table team_member (
    team_id integer not null references team(id),
    subscriber_id integer not null references subscriber(id),
    primary key (team_id, subscriber_id)
) strict, without rowid;

create index team_member_subscriber on team_member(subscriber_id);

create table edition (
    id integer primary key,
    week text not null unique,
    cut_off_at text not null
) strict;

-- What subscribers with the same selection share, frozen when it is composed.
create table profile (
    id integer primary key,
    edition_id integer not null references edition(id),
    hash blob not null,
    sender text not null,
    reply_to text not null,
    subject text not null,
    text text not null,
    html text not null,
    unique (edition_id, hash)
) strict;

-- The promise "one digest a subscriber and edition".
create table digest (
    id integer primary key,
    edition_id integer not null references edition(id),
    subscriber_id integer not null references subscriber(id),
    profile_id integer not null references profile(id),
    window_from text not null,
    window_to text not null,
    why text not null,
    unique (edition_id, subscriber_id)
) strict;

create index digest_subscriber on digest(subscriber_id, window_to);

-- The promise "a release is sent to a subscriber once", and once more for each substantive revision.
create table digest_release (
    subscriber_id integer not null references subscriber(id),
    release_id integer not null references release(id),
    version integer not null,
    digest_id integer not null references digest(id),
    position integer not null,
    primary key (subscriber_id, release_id, version)
) strict, without rowid;

create index digest_release_digest on digest_release(digest_id);

-- The promise "one delivery a digest, one message id for ever".
create table delivery (
    id integer primary key,
    digest_id integer not null unique references digest(id),
    recipient text not null,
    recipient_name text,
    message_id text not null unique,
    composed_at text not null,
    state text not null check (state in ('Queued', 'Sending', 'Sent', 'Unknown', 'Deferred', 'Failed', 'Suppressed', 'Held')),
    attempts integer not null default 0,
    due_at text not null,
    sent_at text,
    reply text
) strict;

create index delivery_due on delivery(due_at, id) where state not in ('Sent', 'Failed', 'Suppressed', 'Held');
