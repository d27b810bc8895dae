import { isModerator, moderates, owns } from "../shared/room-rights.js";

/**
 * What the own person may do to the member of this look in `room`: names of acts, in the order of the menu. A device is
 * no person, and nobody but the owner appoints; only others are moderated.
 */
export function actsOn(look, room) {
  if (look.own || look.device || room.kind === "call" || !moderates(room)) {
    return [];
  }
  const acts = [look.microphone === "on" && "mute", look.camera === "on" && "stopCamera"];
  acts.push(room.stage.member === look.id && "stopShare", look.hand !== undefined && "lowerHand");
  if (room.owner !== look.id) {
    acts.push(...ownersActs(look, room), "remove", "ban");
  }
  return acts.filter(Boolean);
}

function ownersActs({ id }, room) {
  return owns(room) ? [isModerator(room, id) ? "dismiss" : "appoint", "handOver"] : [];
}

const TYPES = {
  mute: "mute-member",
  stopCamera: "stop-camera",
  stopShare: "take-back-stage",
  lowerHand: "lower-hand",
  appoint: "appoint-moderator",
  dismiss: "dismiss-moderator",
  handOver: "hand-over-room",
  remove: "remove-member",
  ban: "ban-member",
};

/** The type and the members of the message of docs/protocol.md that does the act to the member with this id. */
export function messageOf(act, id, room) {
  if (act === "stopShare") {
    return [TYPES[act], {}];
  }
  return [TYPES[act], act === "dismiss" ? { room: room.id, person: id } : { member: id }];
}
