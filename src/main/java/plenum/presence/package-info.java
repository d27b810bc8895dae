/**
 * Who is online. A person comes with the first session and goes some time after the last one ended,
 * so that a reload or a short break changes nothing for others. No two people online have the same
 * name, and a name is kept for its person for some time. What a person's tabs say of devices and of
 * being away is put together here; whether somebody is in a room or a call is known there.
 */
package plenum.presence;
