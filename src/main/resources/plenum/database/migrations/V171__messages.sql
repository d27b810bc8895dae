-- What was written in rooms that keep it for some days.
create table chat_message (
  id varchar(32) not null primary key,
  room_id varchar(32) not null,
  number bigint not null,
  kind varchar(20) not null,
  author_id varchar(22) not null,
  author_name varchar(240) not null,
  to_id varchar(22),
  to_name varchar(240),
  reply_id varchar(32),
  content varchar(32000) not null,
  at bigint not null,
  edited bigint,
  deleted boolean not null
);
create index chat_message_room on chat_message (room_id, number);
