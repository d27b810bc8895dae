/**
 * Administration: its pages at {@code /admin}, for administrators. They are Faces with PrimeFaces;
 * what they show they ask the features, and what they do is done by the features, as the
 * administrator's act.
 */
package plenum.admin;
