import { Switches } from "../media/switches.js";
import { CallMeeting } from "../meeting/call-meeting.js";
import { Meeting } from "../meeting/meeting.js";
import { arrival } from "../shared/arrival.js";
import { PEOPLE_PATH, listPath, roomPath } from "../shared/paths.js";
import { hasText, text } from "../shared/texts.js";
import { RoomTitle } from "../views/common/room-title.js";
import { CallView } from "../views/meeting/call-view.js";
import { offerThird } from "./meeting/call-people.js";
import { offerOptions } from "./meeting/meeting-options.js";
import { MeetingPage } from "./meeting/meeting-page.js";
import { offerDevices } from "./meeting/room-devices.js";
import { followRoom, tellMoved } from "./meeting/room-events.js";
import { connectPage } from "./site/site.js";
import "./site/running.js";

await arrival(import.meta.url);

const roomId = new URLSearchParams(window.location.search).get("id") ?? "";
const site = connectPage();
const { calls, choices, connection, notices, tab, toasts } = site;
const meeting = new Meeting(connection, roomId, choices, new Switches(tab));
const { room } = meeting;
const call = new CallMeeting(connection, calls, meeting);
const view = new CallView(() => call.hangUp());
const title = new RoomTitle();
const third = offerThird(site, () => call.call);

function show() {
  title.show(call.grown ? room.name : call.other && text("call.with", call.other.name));
  view.showWaiting(call.waiting, call.other);
  view.showSince(call.talkingSince);
}

/** A third person came: the page goes on as the room's. */
function becomeRoom() {
  window.history.replaceState(null, "", roomPath(roomId));
  third.close();
  followRoom(site, meeting);
  offerDevices(site, room);
  offerOptions(site, meeting);
  toasts.show(text("toast.callIsRoom"));
}

/** The list of people says why the call is over. */
function leaveNotice({ state, reason }) {
  const key = `notice.call.${state === "ended" || reason === "offline" ? reason : state}`;
  notices.leave(hasText(key) ? key : "notice.call.left", call.other?.name ?? "");
}

const page = new MeetingPage(site, meeting, () => call.hangUp());
calls.on("changed", () => calls.current?.text && calls.current.state === "accepted" && page.realTimeText.offer());
tellMoved(site, meeting, { label: text("call.toPeople"), href: PEOPLE_PATH });
call.on("changed", show);
call.on("grown", becomeRoom);
call.on("over", leaveNotice);
call.on("left", () => {
  connection.close();
  window.location.replace(call.grown ? listPath("group") : PEOPLE_PATH);
});
call.start();
connection.start();
// After the requests for the seat and the ticket, when a page before this one was connected already.
Promise.resolve().then(() => meeting.prepare());
