import { Voice } from "../media/voice.js";
import { SpeakingReport } from "../signal/speaking-report.js";

/**
 * Listens to the own microphone during a meeting and tells the others when the person speaks. Answers the Voice, for
 * pages that show how loud it is.
 */
export function tellSpeaking(connection, meeting, voice = new Voice()) {
  const { capture, room } = meeting;
  const report = new SpeakingReport(connection);

  capture.on("changed", ({ kind, track }) => kind === "microphone" && voice.listenTo(track));
  voice.listenTo(capture.microphone);
  voice.on("speaking", () => meeting.emit("changed"));
  meeting.on("changed", () => (isHeard(meeting.devices) ? report.set(voice.speaking) : report.silence()));
  room.on("seated", () => report.forget());
  return voice;
}

function isHeard({ microphone, muted }) {
  return microphone && !muted;
}
