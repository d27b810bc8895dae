-- What people left for others who have not read it yet.
create table note (
  id varchar(32) not null primary key,
  to_id varchar(22) not null,
  from_id varchar(22) not null,
  from_name varchar(240) not null,
  content varchar(32000) not null,
  at bigint not null
);
