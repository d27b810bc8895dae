/** Guest links in the database. */
package plenum.database.guest;
