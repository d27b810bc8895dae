import { streamIn } from "../media/audience.js";
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
  const isHeard = () => room.seated && isOpen(meeting.devices) && isOnAir(room.self);
  meeting.on("changed", () => (isHeard() ? report.set(voice.speaking) : report.silence()));
  room.on("seated", () => report.forget());
  return voice;
}

const isOpen = ({ microphone, muted, microphoneBlocked }) => microphone && !muted && !microphoneBlocked;

/** The server takes nobody for a speaker any more whose stream has left the air: they are told of anew after it. */
const isOnAir = (self) => Boolean(self && streamIn("main", self)?.audio);
