import { Voice } from "../../media/voice.js";
import { SpeakingReport } from "../../signal/speaking-report.js";
import { onActivity } from "../../views/common/activity.js";

/**
 * Listens to the own microphone during a meeting and tells the others when the person speaks. Answers the Voice, for
 * pages that show how loud it is.
 */
export function tellSpeaking({ connection }, meeting) {
  const { capture, room } = meeting;
  const voice = new Voice();
  const report = new SpeakingReport(connection);

  capture.on("changed", ({ kind, track }) => kind === "microphone" && voice.listenTo(track));
  voice.listenTo(capture.microphone);
  voice.on("speaking", () => meeting.emit("changed"));
  meeting.on("changed", () => (heardWith(meeting.devices) ? report.set(voice.speaking) : report.silence()));
  room.on("seated", () => report.forget());
  onActivity(() => voice.resume());
  return voice;
}

/** Whether this member speaks, as far as the page knows: of the own person it knows before the server does. */
export function speaks(member, room, voice) {
  const speaking = member.id === room.you ? voice.speaking : room.speaking.has(member.id);
  return speaking && heardWith(member.devices);
}

function heardWith({ microphone, muted }) {
  return Boolean(microphone) && !muted;
}
