-- What tests of cameras, microphones and speakers found, on the device page.
create table device_test (
  id varchar(22) not null primary key,
  at bigint not null,
  person_id varchar(22) not null,
  person_name varchar(240) not null,
  browser varchar(240) not null,
  camera varchar(240) not null,
  camera_problem varchar(240) not null,
  width integer not null,
  height integer not null,
  frame_rate integer not null,
  microphone varchar(240) not null,
  microphone_problem varchar(240) not null,
  heard boolean not null,
  speaker varchar(240) not null,
  speaker_result varchar(240) not null
);
create index device_test_at on device_test (at);
create index device_test_person on device_test (person_id, at);
