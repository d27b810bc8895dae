-- Somebody could not join with picture and sound: at which step, and why.
create table join_problem (
  id varchar(22) not null primary key,
  at bigint not null,
  person_id varchar(22) not null,
  person_name varchar(240) not null,
  address varchar(60) not null,
  browser varchar(320) not null,
  room_id varchar(32),
  room_name varchar(240) not null,
  step varchar(20) not null,
  reason varchar(60) not null,
  sent boolean not null,
  of_person_id varchar(22)
);
create index join_problem_at on join_problem (at);
create index join_problem_person on join_problem (person_id, at);
create index join_problem_of on join_problem (of_person_id);
