-- A meeting on its timeline: who was there, and who could not join.
create index attendance_room on attendance (room_id, joined);
create index join_problem_room on join_problem (room_id, at);
