import { text } from "../../shared/texts.js";

/** What microphones and cameras of people do, in words. */
const MICROPHONE = {
  none: () => text("participant.noMicrophone"),
  off: () => text("participant.muted"),
  blocked: () => text("participant.microphoneBlocked"),
  on: () => text("participant.heard"),
};
const CAMERA = {
  none: () => text("participant.noCamera"),
  off: () => text("participant.cameraOff"),
  blocked: () => text("participant.cameraBlocked"),
  on: () => text("participant.seen"),
};

/** The name of whom a look, as of lookOf, is. */
export function nameOf({ name, own }) {
  return own ? text("tile.you", name) : name;
}

/** On a tile: the one line that explains what cannot be seen. */
export function pictureWords(look) {
  if (!look.connected) {
    return text("tile.reconnecting");
  }
  if (!look.watched) {
    return text("tile.notWatching");
  }
  if (look.unshowable) {
    return text("tile.h265");
  }
  if (look.undecodable) {
    return undecodableWords(look);
  }
  if (look.state === "retrying") {
    return text(look.own ? "tile.notSending" : "tile.noMedia");
  }
  return heldBackWords(look) || shortageWords(look) || (look.device ? devicePictureWords(look) : cameraWords(look));
}

/** With sound only a banner says enough. */
export function heldBackWords({ heldBack }) {
  const keys = { bandwidth: "tile.heldBack", many: "tile.heldBack.many" };
  return keys[heldBack] ? text(keys[heldBack]) : "";
}

/** Whether what is seen is the last picture, for no more come: "none"; "" if not. */
export function shortOf({ shortage }) {
  return shortage?.shown === false ? "none" : "";
}

/** Why no picture comes; of a smaller one its bars tell. */
export function shortageWords({ shortage }) {
  return shortage?.shown === false ? text(`tile.short.${shortage.cause}`) : "";
}

/** In a list beside the tiles: what the icons show. */
export function stateWords(look) {
  if (!look.connected) {
    return text("tile.reconnecting");
  }
  const camera = !look.device && CAMERA[look.camera]();
  const role = look.moderator && text("participant.moderator");
  const answer = look.answer && text(`answer.${look.answer}`);
  const unseen = look.undecodable && text("participant.undecodable", look.undecodable);
  return joined(answer, role, !look.watched && text("tile.notWatching"), unseen, soundWords(look), camera);
}

/** In a list of those who are heard: what their voice does, and what of it `look.volume` leaves. */
export function voiceWords(look) {
  if (!look.connected) {
    return text("tile.reconnecting");
  }
  const answer = look.answer && text(`answer.${look.answer}`);
  const sharing = look.sharing && text("talker.sharing");
  const role = look.moderator && text("participant.moderator");
  return joined(answer, role, sharing, soundWords(look), look.volume?.muted && text("talker.mutedForMe"));
}

/** What helps: the device's owner sets it, a person's page is asked for another codec by itself. */
export function undecodableWords({ undecodable, decodable = [], device }) {
  if (decodable.length === 0) {
    return text("tile.undecodable", undecodable);
  }
  return device
    ? text("tile.undecodable.device", undecodable, decodable[0])
    : text("tile.undecodable.asked", undecodable);
}

function devicePictureWords({ soundOnly }) {
  return soundOnly ? text("tile.soundOnly") : "";
}

function cameraWords({ camera, microphone }) {
  if (camera === "none") {
    return text(microphone === "none" ? "tile.noDevices" : "tile.noCamera");
  }
  if (camera === "on") {
    return microphone === "blocked" ? text("tile.microphoneBlocked") : "";
  }
  return text(camera === "off" ? "tile.cameraOff" : "tile.cameraBlocked");
}

function soundWords({ device, microphone, speaking }) {
  if (device) {
    return text(microphone === "none" ? "participant.device" : "participant.deviceHeard");
  }
  return speaking ? text("participant.speaking") : MICROPHONE[microphone]();
}

const joined = (...words) => words.filter(Boolean).join(" · ");
