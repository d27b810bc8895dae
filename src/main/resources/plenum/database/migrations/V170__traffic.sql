-- How much there was on the site, and on each media node (node is its name), on average of five minutes.
create table traffic (
  id varchar(22) not null primary key,
  at bigint not null,
  node varchar(200) not null,
  people double precision not null,
  streams double precision not null,
  received_kbps double precision not null,
  sent_kbps double precision not null
);
create index traffic_node on traffic (node, at);
create index traffic_at on traffic (at);
