/** Rooms in the database. */
package plenum.database.room;
