-- By which outsiders come into one room. The token itself is in the link alone.
create table guest_link (
  id varchar(22) not null primary key,
  hash varchar(64) not null,
  room_id varchar(32) not null,
  made_by varchar(22) not null,
  made_by_name varchar(240) not null,
  made bigint not null,
  good_until bigint not null,
  for_one boolean not null,
  used int not null,
  ended varchar(20)
);
