-- The lists of calls that administrators see: the newest first, each with both sides.
create index call_record_began on call_record (direction, began);
create index call_record_call on call_record (call_id);
