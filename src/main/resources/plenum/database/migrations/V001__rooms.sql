-- The same for H2 and PostgreSQL. Times are milliseconds since 1970, in UTC.

-- Each run of a server, and the last of its batches that is written: nothing is written twice.
create table writer (
  id varchar(22) not null primary key,
  batch bigint not null,
  at bigint not null
);

-- What was done once and for all, such as taking over a file.
create table done_once (
  name varchar(60) not null primary key,
  at bigint not null
);

create table room (
  id varchar(32) not null primary key,
  place bigint not null,
  name varchar(240) not null,
  kind varchar(20) not null,
  owner_id varchar(22),
  owner_name varchar(240)
);

-- What was decided about a room, where that is not the default; lists have one entry a line.
create table room_option (
  room_id varchar(32) not null references room (id),
  name varchar(40) not null,
  setting varchar(100000) not null,
  primary key (room_id, name)
);
