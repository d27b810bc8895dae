/**
 * Plenum: audio and video conferencing on a company's own intranet, as one Jakarta EE application.
 *
 * <p>Components, and whom they may call:
 *
 * <pre>
 * signal, admin, web  ->  call, room, presence, media  ->  identity, store  ->  settings
 *                         media.embedded -> engine;  the engine calls nobody
 * </pre>
 *
 * Features tell what happened by CDI events in the past tense; {@code signal} observes them and
 * pushes. Nobody depends on {@code signal}. In the engine {@code session} uses the protocol
 * packages and {@code forward}; the protocol packages ({@code sdp, ice, dtls, srtp, rtp, rtcp}) and
 * {@code net} are leaves.
 *
 * <p>Vocabulary:
 *
 * <dl>
 *   <dt>person
 *   <dd>someone with a display name who is here now; may have several tabs
 *   <dt>presence
 *   <dd>which persons are online, with which devices, and whether they are away
 *   <dt>room, member
 *   <dd>a named place, and a person inside it
 *   <dt>call
 *   <dd>two persons in a private room of their own: ringing, accepted, ended; or rejected,
 *       cancelled, missed
 *   <dt>record
 *   <dd>what a person can look up about a call afterwards
 *   <dt>invitation
 *   <dd>a third person is asked into a call, which becomes a group room
 *   <dt>stage
 *   <dd>in a room, the one member who may show a screen
 *   <dt>stream
 *   <dd>one published medium of one person in one place
 *   <dt>ticket
 *   <dd>the short-lived signed right to publish or play one stream
 *   <dt>node
 *   <dd>one media server: the embedded engine or an SRS
 * </dl>
 */
package plenum;
