/** Messages of rooms, to take along. */
package plenum.web.chat;
