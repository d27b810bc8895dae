/**
 * Plenum: audio and video conferencing on a company's own intranet, as one Jakarta EE application.
 *
 * <p>Components, from the top; each may call those below it, and nobody beside it:
 *
 * <pre>
 * launch, admin
 * web, signal, gate, database
 * webhook, typing
 * call, quality, chat
 * room
 * presence, media
 * http
 * account, devicetest, tuning
 * records
 * right
 * audit
 * identity, tls
 * store
 * time, text, order, log, metric
 * settings
 * engine
 * </pre>
 *
 * <p>Only {@code media.embedded} calls the engine, and the engine calls nobody. Features tell what
 * happened by CDI events in the past tense; {@code signal} observes them and pushes. Every act
 * begins with the {@link plenum.identity.Actor} whose it is; what that one may do, {@code right}
 * alone decides; whatever cannot be served is a {@link plenum.text.Refused}. The engine's own
 * directions are in its {@code package-info.java}, those of {@code signal} in its own.
 *
 * <p>Vocabulary:
 *
 * <dl>
 *   <dt>person
 *   <dd>someone with a display name who is here now; may have several pages open
 *   <dt>page
 *   <dd>one page of Plenum in one tab of a browser, as loaded; keeps its name over its sessions
 *   <dt>session
 *   <dd>one connection of a page to the server, from the greeting to the end of the WebSocket
 *   <dt>media session
 *   <dd>one publisher or player at a media node, from its offer on (RFC 9725 calls it a WHIP
 *       session); a session, where only media is spoken of
 *   <dt>actor
 *   <dd>a person who does something now, by a session
 *   <dt>right
 *   <dd>what a person may do; {@code plenum.right} alone decides
 *   <dt>audit trail
 *   <dd>who did, or was not let do, what, as it is kept for those who look after the site
 *   <dt>guest
 *   <dd>a person without an account: whoever has the browser's cookie
 *   <dt>login
 *   <dd>a person is known by an account in one browser, until that is ended or too old
 *   <dt>presence
 *   <dd>which persons are online, with which devices, and whether they are away
 *   <dt>room, member
 *   <dd>a named place, and who takes part there: a person, or a room device on air
 *   <dt>seat
 *   <dd>what a person has in a room: held by one session, kept while that is broken or reloads
 *   <dt>call
 *   <dd>two persons in a private room of their own: ringing, accepted, ended; or rejected,
 *       cancelled, missed
 *   <dt>record
 *   <dd>what a person can look up about a call afterwards
 *   <dt>invitation
 *   <dd>a third person is asked into a call, which becomes a group room
 *   <dt>conversation, message
 *   <dd>what is written in a room or a call, to everybody there or to one person
 *   <dt>device
 *   <dd>a camera, a microphone or an encoder: a person's own, which a page uses and of which a
 *       member's {@code devices} tell, or a room's
 *   <dt>room device
 *   <dd>a device that somebody added to a room, where it takes part by itself
 *   <dt>stage
 *   <dd>in a room, the place of the one screen that may be shown, and who has it
 *   <dt>place
 *   <dd>a room or a call, as the lobby says where somebody is, and as media keeps all its streams
 *       on one node
 *   <dt>stream
 *   <dd>one published medium of one person or device in one place
 *   <dt>ticket
 *   <dd>the short-lived signed right to publish or play one stream
 *   <dt>node
 *   <dd>one media server: the embedded engine or an SRS
 *   <dt>topic
 *   <dd>what many pages watch, the lobby or a room: a snapshot, then numbered changes
 * </dl>
 */
package plenum;
