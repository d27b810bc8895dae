import { streamIn } from "../media/audience.js";
import { lookOf } from "./member-look.js";

/**
 * Of each picture of the others that would be seen in this meeting: why it does not come as it is wanted, as of
 * Receiving; undefined if it does. `voice` as of lookOf.
 */
export function shortagesOf(meeting, voice) {
  const { room, wanted } = meeting;
  const faces = room.others
    .map((member) => ({ look: lookOf(member, meeting, voice), stream: streamIn("main", member)?.name }))
    .filter(({ look, stream }) => look.shortage?.ended || (look.showsVideo && wanted.of(stream)?.height !== 0))
    .map(({ look }) => look.shortage);
  const screens = room.others
    .map((member) => streamIn("screen", member)?.name)
    .filter((stream) => stream && wanted.of(stream)?.height !== 0 && !wanted.heldBack(stream))
    .map((stream) => meeting.shortageOf(stream));
  return [...faces, ...screens];
}

/** How a connection is, as of ConnectionQuality, with what is short of its picture, where that is worse. */
export function withShortage(quality, shortage) {
  const level = shortage?.shown ? 2 : 1;
  return shortage && !(quality?.level < level) ? { level, shortage } : quality;
}
