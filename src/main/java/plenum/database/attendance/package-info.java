/** Who was where, from when to when, in the database. */
package plenum.database.attendance;
