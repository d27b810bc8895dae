-- Servers that are told what happens; sealed is the secret of signatures, which only who has the site's secret can open.
create table webhook (
  id varchar(22) not null primary key,
  address varchar(1000) not null,
  events varchar(400) not null,
  sealed varchar(200) not null,
  made bigint not null
);
