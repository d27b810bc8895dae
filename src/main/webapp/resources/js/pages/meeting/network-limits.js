import { text } from "../../shared/texts.js";
import { confirm } from "../../views/common/confirm.js";
import { NetworkChoice } from "../../views/meeting/network-choice.js";

/**
 * Lets the person limit what the meeting takes of the network. With sound only nothing is received but sound, and the
 * own camera goes on unless the person agrees to switch it off: the others may want to see who cannot see them.
 */
export function offerNetworkLimits({ banners, choices }, meeting) {
  const view = new NetworkChoice(change);

  function change(changes) {
    choices.update(changes);
    if (changes.soundOnly) {
      askForCamera(meeting);
    }
  }

  function show() {
    const { soundOnly } = choices.values;
    view.show(choices.values);
    const back = { label: text("banner.soundOnly.end"), run: () => choices.update({ soundOnly: false }) };
    banners.showIf(soundOnly, "sound-only", text("banner.soundOnly"), back);
  }

  choices.on("changed", show);
  show();
}

async function askForCamera(meeting) {
  const { camera, cameraOff } = meeting.devices;
  if (camera && !cameraOff) {
    const agreed = await confirm({
      title: text("soundOnly.camera"),
      sentence: text("soundOnly.camera.what"),
      agree: text("soundOnly.camera.off"),
      refuse: text("soundOnly.camera.on"),
    });
    if (agreed) {
      meeting.stopCamera();
    }
  }
}
