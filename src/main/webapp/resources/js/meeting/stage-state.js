import { may, moderates } from "../shared/room-rights.js";

/**
 * What the person sees of the stage, by the `room` and by the own `sharing`, as of Sharing:
 *
 * `state`: "free" (anybody may share), "yours" (it is kept for the own person, who does not share yet), "asking" (the
 * browser asks what to share), "sharing", "preparing" (somebody else is about to), "shown" (somebody else does);
 * `holder`: the member who has the stage, if somebody else; `requests`: the members who ask the own person for it;
 * `asked`: the own person asks for it; `mayShare`; `mayAsk`; `mayTakeBack`.
 */
export function stageState(room, sharing) {
  const { stage, you, members } = room;
  const state = stateOf(stage, you, sharing);
  const others = state === "preparing" || state === "shown";
  const asked = stage.requests.includes(you);
  return {
    state,
    holder: others ? members.get(stage.member) : undefined,
    requests: stage.member === you ? stage.requests.map((id) => members.get(id)).filter(Boolean) : [],
    asked: others && asked,
    mayShare: may(room, "share"),
    mayAsk: others && !asked && may(room, "share"),
    mayTakeBack: others && moderates(room),
  };
}

function stateOf({ member, onAir }, you, sharing) {
  if (sharing.state !== "off") {
    return sharing.state === "on" ? "sharing" : "asking";
  }
  if (member === undefined || (member === you && sharing.givingBack)) {
    return "free";
  }
  if (member === you) {
    return "yours";
  }
  return onAir ? "shown" : "preparing";
}

/**
 * What the person can do about a screen in a room whose people are seen: "on" (stop sharing), "off" (share) or "none",
 * since they have no seat, or somebody else shares.
 */
export function shareState({ held, room, sharing }, canShare) {
  if (sharing.state !== "off") {
    return "on";
  }
  const free = room.stage.member === undefined || room.stage.member === room.you;
  return canShare && free && room.self && !held && may(room, "share") ? "off" : "none";
}
