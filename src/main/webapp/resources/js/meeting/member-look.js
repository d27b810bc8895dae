import { streamIn } from "../media/audience.js";
import { watchPath } from "../shared/paths.js";
import { isModerator } from "../shared/room-rights.js";
import { settings } from "../shared/settings.js";

/**
 * What somebody's microphone, or camera, does: "none" (there is none), "off" (muted, switched off), "blocked" (the
 * system or a switch on it holds it back) or "on".
 */
function deviceState(there, off, blocked) {
  if (!there) {
    return "none";
  }
  if (off) {
    return "off";
  }
  return blocked ? "blocked" : "on";
}

/** Whether a device sends what no browser can be passed. */
function unshowable({ streams }) {
  return streams.some(({ codec }) => codec === "H265");
}

/**
 * Whether this person speaks, as far as the page knows: of the own one it knows before the server does. Nobody speaks
 * whose stream is not on air, or does not arrive.
 */
function speaks(member, { room, lostVoices }, voice) {
  if (member.id === room.you) {
    return voice.speaking;
  }
  const { id } = member;
  return room.speaking.has(id) && Boolean(streamIn("main", member)?.audio) && !lostVoices.has(id);
}

/** What is seen of the own person. */
function ownPictureOf({ capture, publisher }, dark) {
  return { watched: true, state: publisher.state, showsVideo: Boolean(capture.camera) && !dark };
}

/** Why a picture that is there does not come as it is wanted. */
function shortageOf(meeting, stream, missing) {
  return stream?.video && !missing ? meeting.shortageOf(stream.name) : undefined;
}

/** Where a picture that the browser cannot show can be seen all the same; "" for nowhere. */
function elsewhere({ id }, room) {
  return room.kind !== "call" && settings.media === "srs" ? watchPath(room.id, id) : "";
}

/** What is seen of them: `{watched, state, showsVideo}`. */
function pictureOf(member, meeting, dark) {
  const { audience, room, wanted } = meeting;
  const watched = audience.isWatched(member.id);
  const stream = streamIn("main", member);
  const undecodable = audience.undecodableOf(member.id);
  const heldBack = stream?.video && wanted.heldBack(stream.name);
  const shortage = shortageOf(meeting, stream, dark || heldBack);
  const missing = undecodable || heldBack || shortage?.ended;
  return {
    watched,
    state: audience.stateOf(member.id),
    undecodable,
    heldBack,
    shortage,
    decodable: room.codecs,
    elsewhere: undecodable ? elsewhere(member, room) : "",
    showsVideo: Boolean(stream?.video) && watched && !dark && !missing,
  };
}

/**
 * What a page shows of a member of `meeting`, person or device: tiles, lists and rows all show this, and put it into
 * words (views/meeting/member-words.js). `voice` is the own one, as of media/voice.js.
 *
 * `id`, `name`, `kind` ("person" or "device"), `own`, `device` (nobody mutes or switches it off here), `connected`;
 * `microphone` and `camera`: "none", "off", "blocked" or "on"; `silent` and `dark`: nobody can hear or see this
 * person; `speaking`; `sharing`: their screen is on the stage; `moderator`; `watched`: the person wants to see them;
 * `state` of the connection, as of MediaSession; `undecodable`: the codec of a picture that this browser cannot show,
 * `decodable` are those that everybody can; `elsewhere`: where it can be seen all the same, if anywhere; `heldBack`:
 * the limit that holds it back, as of WantedPictures; `shortage`: why it does not come as it is wanted, as of
 * Receiving; `showsVideo`: there is a picture to show; `soundOnly` and `unshowable`: what a device sends.
 */
export function lookOf(member, meeting, voice) {
  const { devices, room } = meeting;
  const { id, name, connected, kind = "person" } = member;
  const own = id === room.you;
  const device = kind === "device";
  // The own devices are known here before the server tells of them.
  const does = own ? devices : member.devices;
  const microphone = deviceState(does.microphone, does.muted, does.microphoneBlocked);
  const camera = deviceState(does.camera, does.cameraOff, does.cameraBlocked);
  const dark = !device && camera !== "on";
  return {
    id,
    name,
    kind,
    own,
    device,
    connected,
    microphone,
    camera,
    dark,
    silent: !device && microphone !== "on",
    speaking: microphone === "on" && speaks(member, meeting, voice),
    sharing: room.stage.onAir && room.stage.member === id,
    moderator: !device && room.kind !== "call" && isModerator(room, id),
    ...(own ? ownPictureOf(meeting, dark) : pictureOf(member, meeting, dark)),
    soundOnly: device && !member.streams.some(({ video }) => video),
    unshowable: device && unshowable(member),
  };
}
