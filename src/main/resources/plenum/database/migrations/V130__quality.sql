-- How a minute of a meeting was for somebody; scores are tenths, -1 is what is not known.
create table quality_minute (
  id varchar(22) not null primary key,
  at bigint not null,
  room_id varchar(32) not null,
  room_name varchar(240) not null,
  person_id varchar(22) not null,
  person_name varchar(240) not null,
  browser varchar(320) not null,
  way varchar(10),
  score integer not null,
  worst integer not null,
  cause varchar(20),
  cause_of varchar(22),
  sent_kbits integer not null,
  received_kbits integer not null,
  sent_lost integer not null,
  received_lost integer not null,
  round_trip integer not null,
  jitter integer not null,
  freezes integer not null,
  frozen integer not null,
  doubtful boolean not null
);
create index quality_minute_at on quality_minute (at);
create index quality_minute_person on quality_minute (person_id, at);
create index quality_minute_room on quality_minute (room_id, at);
create index quality_minute_cause on quality_minute (cause_of);
