/** The audit trail in the database. */
package plenum.database.audit;
