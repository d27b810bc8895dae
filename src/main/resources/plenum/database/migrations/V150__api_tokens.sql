-- By which programs act for administrators. The token itself is the program's alone; used is missing until it is.
create table api_token (
  id varchar(22) not null primary key,
  hash varchar(64) not null,
  made_by varchar(22) not null,
  name varchar(240) not null,
  scopes varchar(200) not null,
  made bigint not null,
  good_until bigint not null,
  used bigint
);
create unique index api_token_hash on api_token (hash);
