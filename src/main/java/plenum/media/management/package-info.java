/**
 * SRS's management API: who publishes and plays, at which rates, and ending a client; for
 * administrators alone.
 */
package plenum.media.management;
