/** Webhooks in the database. */
package plenum.database.webhook;
