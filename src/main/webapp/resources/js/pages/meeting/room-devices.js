import { waysIn } from "../../shared/ingests.js";
import { devicesSeenBy } from "../../shared/ownership.js";
import { settings } from "../../shared/settings.js";
import { text } from "../../shared/texts.js";
import { confirm } from "../../views/common/confirm.js";
import { RoomDevices } from "../../views/meeting/room-devices.js";
import { sentenceOf } from "../site/refusals.js";

/** Lets people add cameras and other devices to the room, see their addresses, and remove them. */
export function offerDevices({ toasts }, room) {
  const view = new RoomDevices({
    add: (name) => showAddress(room.addDevice(name)),
    request: (device) => showAddress(room.requestDevice(device.id)),
    renew,
    remove,
  });

  async function showAddress(answer) {
    try {
      const { device, ingests, expires } = await answer;
      const ways = waysIn(ingests, settings.addresses.publish || window.location.origin);
      view.address.show(device, ways, new Date(expires));
      return undefined;
    } catch (error) {
      return sentenceOf(error);
    }
  }

  async function renew(device) {
    const sure = await confirm({
      title: text("device.renew.title", device.name),
      sentence: text("device.renew.sentence"),
      agree: text("device.renew.agree"),
    });
    return sure ? showAddress(room.renewDevice(device.id)) : undefined;
  }

  async function remove(device) {
    const sure = await confirm({
      title: text("device.remove.title", device.name),
      sentence: text("device.remove.sentence"),
      agree: text("device.remove.agree"),
    });
    if (sure) {
      room.removeDevice(device.id).catch((error) => toasts.show(sentenceOf(error), "problem"));
    }
  }

  room.on("changed", () => view.show(devicesSeenBy(room.you, room), room.deviceLimit));
  room.on("moved", () => view.close());
}
