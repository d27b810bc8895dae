/**
 * The HTTP doors to media: WHIP, WHEP, SRS's JSON API and its management API, as {@code
 * docs/media.md} describes them. A door is plain Java that takes a {@link
 * plenum.media.doors.DoorRequest} and gives a {@link plenum.http.Reply}; the Jakarta REST resources
 * only carry one to the other.
 */
package plenum.media.doors;
