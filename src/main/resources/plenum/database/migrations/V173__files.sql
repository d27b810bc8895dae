-- Files that messages bring along; they themselves lie in the data directory.
alter table chat_message add column file_id varchar(22);
alter table chat_message add column file_name varchar(400);
alter table chat_message add column file_type varchar(20);
alter table chat_message add column file_bytes bigint;
alter table chat_message add column file_width integer;
alter table chat_message add column file_height integer;
