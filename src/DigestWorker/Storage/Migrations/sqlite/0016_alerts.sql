-- Since when somebody wants to be told of statutory guidance at once: what was published before is not told late.
alter table subscriber add column alerts_since text;
update subscriber set alerts_since = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') where alerts = 1;
