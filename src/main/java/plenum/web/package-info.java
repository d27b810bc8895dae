/**
 * What the pages need from the server besides their mark-up: the texts in the reader's language and
 * the headers that keep a page to this site. People, rooms and media reach the pages through {@code
 * /api}, {@code /signal} and {@code /rtc}.
 */
package plenum.web;
