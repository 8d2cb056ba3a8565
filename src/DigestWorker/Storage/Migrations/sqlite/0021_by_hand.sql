-- Somebody asked for it although it is late: from then on it is not too late, whatever comes of a try.
alter table delivery add column by_hand integer not null default 0;
