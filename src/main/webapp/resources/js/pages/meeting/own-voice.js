import { tellSpeaking } from "../../meeting/own-voice.js";
import { onActivity } from "../../views/common/activity.js";

/** Tells the others when the person speaks, as soon as the browser lets the page listen; answers the own Voice. */
export function listenToSelf({ connection }, meeting) {
  const voice = tellSpeaking(connection, meeting);
  onActivity(() => voice.resume());
  return voice;
}
