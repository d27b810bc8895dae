/** Notes that people left for others, in the database. */
package plenum.database.note;
