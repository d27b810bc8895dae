/**
 * The audit trail: who did, or was not let do, what to whom, and when. Features add to it where
 * they decide; who keeps it is a matter of its own.
 */
package plenum.audit;
