/**
 * Settings that administrators change while the site runs: kept, in the audit trail, and undone.
 * What settings there are, and who asks for them, is {@code plenum.settings}' matter.
 */
package plenum.tuning;
