import { text } from "../../shared/texts.js";
import { part, setAttribute } from "../../views/common/dom.js";
import { PushToTalk } from "../../views/meeting/push-to-talk.js";

const KEY = "plenum.pushToTalk";

/**
 * Lets the person talk by holding the space bar, where they switched that on; it stays on in this browser. Answers the
 * PushToTalk.
 */
export function offerPushToTalk({ kept }, meeting) {
  const button = part("push-to-talk");
  const key = new PushToTalk({ talk: (talking) => meeting.mute(!talking), button: part("toggle-microphone") });

  function use(on) {
    key.on = on;
    if (on) {
      meeting.mute(true);
    }
    setAttribute(button, "aria-pressed", String(on));
    setAttribute(button, "title", text(on ? "control.talkOff" : "control.talkOn"));
  }

  meeting.on("changed", () => (button.hidden = !meeting.devices.microphone));
  button.addEventListener("click", () => {
    use(!key.on);
    kept.write(KEY, key.on);
    meeting.emit("changed");
  });
  use(kept.read(KEY, false) === true);
  return key;
}
