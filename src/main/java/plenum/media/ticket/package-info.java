/** The short-lived signed rights to publish or play one stream. */
package plenum.media.ticket;
