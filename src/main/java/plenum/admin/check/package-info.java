/**
 * The self-check: what of this installation keeps people from meeting well, and what mends it. Each
 * check is a function of what was measured; some of it only the administrator's browser can
 * measure.
 */
package plenum.admin.check;
