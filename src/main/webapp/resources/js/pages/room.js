import { earlyMedia } from "../media/early-media.js";
import { Switches } from "../media/switches.js";
import { Meeting } from "../meeting/meeting.js";
import { arrival } from "../shared/arrival.js";
import { desktopPath, listPath, receiversPath } from "../shared/paths.js";
import { text } from "../shared/texts.js";
import { RoomTitle } from "../views/common/room-title.js";
import { offerOptions } from "./meeting/meeting-options.js";
import { MeetingPage } from "./meeting/meeting-page.js";
import { offerDevices } from "./meeting/room-devices.js";
import { followRoom, tellMoved } from "./meeting/room-events.js";
import { connectPage } from "./site/site.js";
import "./site/running.js";

await arrival(import.meta.url);

const roomId = new URLSearchParams(window.location.search).get("id") ?? "";
// Before all else: it takes longest until something comes of it. The rest is done while the server answers.
await earlyMedia.receive(receiversPath(roomId));
const site = connectPage();
const { choices, connection, tab } = site;
const meeting = new Meeting(connection, roomId, choices, new Switches(tab));
const title = new RoomTitle();

async function leave() {
  await Promise.all([meeting.room.leave(), meeting.stop()]);
  connection.close();
  window.location.assign(listPath("group"));
}

new MeetingPage(site, meeting, leave);
followRoom(site, meeting);
tellMoved(site, meeting, { label: text("room.toList"), href: listPath("group") });
offerDevices(site, meeting.room);
offerOptions(site, meeting);
meeting.room.on("seated", () => meeting.room.kind === "desktop" && window.location.replace(desktopPath(roomId)));
meeting.on("changed", () => title.show(meeting.room.name));
meeting.start();
connection.start();
meeting.prepare(); // While that opens.
