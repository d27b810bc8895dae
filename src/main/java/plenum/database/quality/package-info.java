/** How good meetings were, in the database. */
package plenum.database.quality;
