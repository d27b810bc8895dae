-- What administrators changed while the site ran: what counts, and each change of it.
create table setting (
  name varchar(120) not null primary key,
  text varchar(2000) not null
);
create table setting_change (
  id varchar(22) not null primary key,
  at bigint not null,
  person_id varchar(22) not null,
  person_name varchar(240) not null,
  name varchar(120) not null,
  text_before varchar(2000),
  text_after varchar(2000),
  shown_before varchar(2000) not null,
  shown_after varchar(2000) not null
);
create index setting_change_at on setting_change (at);
create index setting_change_person on setting_change (person_id, at);
