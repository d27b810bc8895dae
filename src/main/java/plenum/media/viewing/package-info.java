/**
 * Viewing without WebRTC: HTTP-FLV and HLS of an SRS node, on Plenum's own origin. {@link
 * plenum.media.viewing.LiveDoor} looks at the right behind every single request. A ticket begins a
 * {@link plenum.media.viewing.Viewing}; HLS goes on by its unguessable id, since a play list is
 * fetched for much longer than a ticket lives.
 *
 * <p>Nothing waits on a thread: {@link plenum.media.viewing.Passage} takes bytes from the node only
 * as fast as the client takes them, and a client that takes none is ended.
 */
package plenum.media.viewing;
