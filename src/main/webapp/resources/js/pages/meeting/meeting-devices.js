import { LevelMeter } from "../../media/level-meter.js";
import { text } from "../../shared/texts.js";
import { part } from "../../views/common/dom.js";
import { DeviceForm } from "../../views/devices/device-form.js";
import { LevelView } from "../../views/devices/level-view.js";

/**
 * The dialog in which devices are changed during a meeting, and what is told when they fail; answers how to open it.
 * `opened` is called whenever it opens.
 */
export function offerDeviceChoice({ choices, toasts }, capture, opened) {
  const dialog = part("device-dialog");
  const form = new DeviceForm(choices, capture);
  const meter = new LevelMeter();
  const level = new LevelView(part("microphone-level"), meter);

  dialog.addEventListener("close", () => {
    level.stop();
    meter.measure(undefined);
  });
  capture.on("changed", ({ kind, track }) => kind === "microphone" && dialog.open && meter.measure(track));
  capture.on("failed", ({ kind, failure }) => {
    // On an address that is not secure the banner says enough; the dialog explains it.
    if (failure !== "insecure") {
      toasts.show(text(`failure.${kind}.${failure}`), "problem");
    }
  });
  capture.on("unplugged", ({ kind, label }) => toasts.show(text(`failure.${kind}.unplugged`, label), "problem"));

  return () => {
    form.refresh();
    meter.measure(capture.microphone);
    level.start();
    dialog.showModal();
    opened();
  };
}
