-- Who can log in. Links, roles and groups have a line each.
create table account (
  person varchar(22) not null primary key,
  login varchar(64) not null unique,
  name varchar(240) not null,
  password varchar(300),
  link_hash varchar(64),
  link_until bigint,
  group_names varchar(200000) not null,
  role_names varchar(200) not null,
  blocked boolean not null,
  outside varchar(2000),
  made bigint not null
);

-- Who is logged in. The token itself is in the browser alone.
create table login (
  id varchar(22) not null primary key,
  hash varchar(64) not null,
  person varchar(22) not null,
  begun bigint not null,
  seen bigint not null,
  address varchar(64) not null,
  browser varchar(240) not null
);
