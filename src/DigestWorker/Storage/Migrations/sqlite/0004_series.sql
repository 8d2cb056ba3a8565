-- What a body counts release after release; points with one measure are a series.
create table series_point (
    entry_id integer not null references entry(id),
    measure text not null,
    period text not null,
    value real not null,
    printed text not null,
    exactness text not null check (exactness in ('Exact', 'About', 'AtLeast', 'AtMost')),
    coverage text,
    primary key (entry_id, measure)
) strict, without rowid;

create index series_point_measure on series_point(measure, period);
