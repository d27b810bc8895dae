/**
 * Who is online. A person comes with the first session and goes some time after the last one ended,
 * so that a reload or a short break changes nothing for others. No two people online have the same
 * name.
 */
package plenum.presence;
