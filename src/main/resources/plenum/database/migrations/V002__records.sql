-- A person's record of a call; both sides have one.
create table call_record (
  id varchar(22) not null primary key,
  person_id varchar(22) not null,
  call_id varchar(16) not null,
  with_id varchar(22) not null,
  with_name varchar(240) not null,
  direction varchar(10) not null,
  outcome varchar(10) not null,
  began bigint not null,
  talked bigint not null,
  kept bigint not null,
  seen boolean not null
);
create index call_record_kept on call_record (kept);
create index call_record_person on call_record (person_id, kept);
create index call_record_with on call_record (with_id);

-- Who was where, from when to when; without an end as long as it lasts.
create table attendance (
  id varchar(22) not null primary key,
  run varchar(22) not null,
  room_id varchar(32) not null,
  room_name varchar(240) not null,
  person_id varchar(22) not null,
  person_name varchar(240) not null,
  joined bigint not null,
  ended bigint
);
create index attendance_joined on attendance (joined);
create index attendance_person on attendance (person_id, joined);
create index attendance_ended on attendance (ended);

-- Who did, or was not let do, what.
create table audit (
  id varchar(22) not null primary key,
  at bigint not null,
  person_id varchar(22),
  name varchar(800) not null,
  address varchar(60),
  act varchar(800) not null,
  object varchar(800) not null,
  outcome varchar(10) not null,
  detail varchar(800) not null
);
create index audit_at on audit (at);
create index audit_person on audit (person_id, at);
