insert into done_once values ('rooms.json', 1796035980800), ('names.json', 1796035980811);
insert into room values
  ('1HC4oSC1', 0, 'Team ä', 'group', 'hFBsMTEeYn_lwcBNJCiZ6w', 'Ada Lovelace'),
  ('tORvbjzq', 1, 'Büro <b>', 'group', 'hFBsMTEeYn_lwcBNJCiZ6w', 'Ada Lovelace'),
  ('SfZNJmZK', 3, 'Desk', 'desktop', null, null),
  ('eU9djDd6', 5, 'Board', 'group', 'TF9ImthWkhEAAhh5hZnCQg', 'Grace Hopper');
insert into room_option values
  ('tORvbjzq', 'lobby', 'true'),
  ('tORvbjzq', 'share', 'moderators'),
  ('eU9djDd6', 'access', 'members');
insert into account values
  ('TF9ImthWkhEAAhh5hZnCQg', 'admin', 'Grace Hopper',
    '$argon2id$v=19$m=19456,t=2,p=1$iA9RRtsESlHwQFVG6cWywQ$g16Mdj0eTFEQYY0IFOrB357JfcjEEMrwQLo3TLnu7Y4',
    null, null, '', 'ADMINISTRATOR', false, null, 1796035985000),
  ('s5q1xA0M_e-ILTL6T6vStQ', 'linus', 'Linus T.', null,
    '7f414649973cfac026e4f2dc9d8bff7ce25cb28f65715f397d32dc531d822be7', 1796122385338, '', '', false, null,
    1796035985000),
  ('Lu-mQSEKQenwPR41sDFy0w', 'blocked', 'Blocked T.', null, null, null, '', '', true, null, 1796035985000);
insert into login values
  ('NLu34Gsh9nejNnHV0IfNpA', '8a9e28f080c57c08138f26b13c8889daea507ddb17632848c9dfabb9c118fa30',
    'TF9ImthWkhEAAhh5hZnCQg', 1796035985000, 1796035985000, '127.0.0.1', '');
insert into kept_name values ('9SRnjAfHB3gDom-DfcbV2w', 'Jörg 站会', 20787);
insert into guest_link values
  ('Fg3oYLr7PBYFHJ0ip3PxPg', '3456c689f64ff74f9d58b97cf0f3f0e06d08bbb70b8740859001657010703aa0', 'eU9djDd6',
    'TF9ImthWkhEAAhh5hZnCQg', 'Grace Hopper', 1796035986000, 1796122386000, false, 0, null);
insert into attendance values
  ('I3tOpLMWgjlc7eAtB0ceTg', 'W31yxCV-JITFNnwMNfIncQ', '1HC4oSC1', 'Team ä', 'hFBsMTEeYn_lwcBNJCiZ6w',
    'Ada Lovelace', 1796035986041, 1796035988501);
insert into audit values
  ('zy2FZFZSQVVQQqRGW3D6HA', 1796035985255, 'TF9ImthWkhEAAhh5hZnCQg', 'Grace Hopper', '127.0.0.1',
    'make-administrator', 'admin', 'DONE', ''),
  ('y94WNMtW3WYXaWqiV3wnSg', 1796035985342, 'TF9ImthWkhEAAhh5hZnCQg', 'Grace Hopper', '127.0.0.1', 'add-account',
    'linus', 'DONE', '');
insert into call_record values
  ('QmYI1hD0QmGbsT3bYkI7Qw', 'hFBsMTEeYn_lwcBNJCiZ6w', 'sYPtBkfXonhKn7Kl', '9SRnjAfHB3gDom-DfcbV2w', 'Jörg 站会',
    'OUTGOING', 'MISSED', 1796035986214, 0, 1796035988501, true);
