/** Messages of rooms in the database. */
package plenum.database.chat;
