/** Records of calls in the database. */
package plenum.database.call;
