/**
 * What Plenum and SRS promise each other: the files in {@code srs-conf} and {@code deploy}, and one
 * suite of cases that runs against the embedded engine and against a real SRS. Which SRS is said by
 * {@code -Dsrs.binary=} (started by the tests) or {@code -Dsrs.url=} (running already).
 */
package plenum.contract;
