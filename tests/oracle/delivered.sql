-- What was delivered, as it stands in the CSV files; q numbers the quarters.
create table practice(q integer, agb text, place integer, care_group text, region text, list_size integer,
  named text, formerly text, primary key (q, agb)) without rowid;
create table given(q integer, practice text, indicator text, numerator integer, denominator integer, expected real,
  primary key (q, practice, indicator)) without rowid;
create table definition(indicator text primary key, unit text, direction text, window_months integer) without rowid;
-- Which peer groups may be shown; filled by the rules of disclosure, written anew in the test.
create table shown(q integer, indicator text, kind text, name text, primary key (q, indicator, kind, name)) without rowid;
