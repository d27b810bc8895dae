-- The lists of calls are sorted and filtered by who called, whose name is in the other side's record: found in the index alone.
drop index call_record_call;
create index call_record_sides on call_record (call_id, direction, with_name);
