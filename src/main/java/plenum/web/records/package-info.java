/** What is kept of people, at {@code /api}. */
package plenum.web.records;
