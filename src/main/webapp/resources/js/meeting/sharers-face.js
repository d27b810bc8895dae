import { listDevices, onDevicesChanged } from "../media/devices.js";
import { Bus } from "../shared/bus.js";

/**
 * The own camera beside the own screen: whoever shares may be seen too, and is not seen any more when that ends.
 *
 * Event: `changed`, when there is a camera now, or none any more.
 */
export class SharersFace extends Bus {
  #meeting;
  #hasCamera = false;

  constructor(meeting) {
    super();
    this.#meeting = meeting;
    meeting.sharing.on("changed", () => this.#dropWithScreen());
    onDevicesChanged(() => this.#look());
    this.#look();
  }

  /** Whether the person can be seen now, if they want. */
  get offered() {
    const { devices, sharing } = this.#meeting;
    return sharing.state === "on" && devices.camera && this.#hasCamera;
  }

  /** Switches the camera on or off, where that is offered. */
  toggle() {
    if (this.offered) {
      this.#meeting.toggleCamera();
    }
  }

  /** The camera is not opened before somebody wants to be seen, so that it cannot tell that it is not there. */
  async #look() {
    this.#hasCamera = (await listDevices()).camera.length > 0;
    this.emit("changed");
  }

  /** The light goes out. */
  #dropWithScreen() {
    const { devices, sharing } = this.#meeting;
    if (sharing.state === "off" && !devices.cameraOff) {
      this.#meeting.toggleCamera();
    }
  }
}
