/**
 * The page of one meeting, which runs or is past: who came and went, when it was bad, for whom and
 * probably why.
 */
package plenum.admin.meeting;
