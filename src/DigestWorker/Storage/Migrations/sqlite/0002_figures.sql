create table figure (
    entry_id integer not null references entry(id),
    -- 0 for the one that a reader wants most.
    ordinal integer not null,
    value real not null,
    unit text not null check (unit in ('Count', 'Percent', 'Ratio', 'Gbp', 'Age')),
    printed text not null,
    what text not null,
    period text,
    direction text check (direction in ('Up', 'Down')),
    standing text not null check (standing in ('Current', 'Baseline')),
    exactness text not null check (exactness in ('Exact', 'About', 'AtLeast', 'AtMost')),
    quotation text not null,
    salience real not null,
    shown integer not null check (shown in (0, 1)),
    primary key (entry_id, ordinal)
) strict, without rowid;
