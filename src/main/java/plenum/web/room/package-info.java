/** What people ask of rooms by HTTP, ahead of their seats. */
package plenum.web.room;
