/** Guest links by REST: those of a room, for who may invite, and how outsiders come by them. */
package plenum.web.guest;
