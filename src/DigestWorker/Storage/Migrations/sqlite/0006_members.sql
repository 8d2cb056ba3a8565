-- The members of a release in the order in which they are placed, so that its earliest are read without the rest.
drop index entry_release;
create index entry_release on entry(release_id, substr(coalesce(published_at, first_seen_at), 1, 10), coalesce(url, ''), id);

-- Traits are written in another way from here on: everything that can still be read is understood anew.
delete from trait;
update entry set pending = 1 where release_id is not null and pruned = 0;
