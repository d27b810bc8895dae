/** Whom and what a line of the log is about, for logs that programs read. Knows nobody. */
package plenum.log;
