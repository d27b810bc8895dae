-- How people were called who may come back; days since 1970.
create table kept_name (
  person varchar(22) not null primary key,
  name varchar(240) not null,
  last_day bigint not null
);
