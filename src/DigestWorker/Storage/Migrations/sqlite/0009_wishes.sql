-- Words that a subscriber wants told of whatever the topic, or never, as a word of the text in any letter case.
create table subscriber_word (
    subscriber_id integer not null references subscriber(id),
    word text not null collate nocase,
    wish text not null check (wish in ('Follow', 'Mute')),
    primary key (subscriber_id, word)
) strict, without rowid;

alter table subscriber add column text_only integer not null default 0 check (text_only in (0, 1));
alter table profile add column text_only integer not null default 0 check (text_only in (0, 1));
