/** Messages of rooms, to take along, and files that messages bring along. */
package plenum.web.chat;
