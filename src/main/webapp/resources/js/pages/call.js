import { Switches } from "../media/switches.js";
import { arrival } from "../shared/arrival.js";
import { atMost } from "../shared/at-most.js";
import { PEOPLE_PATH, roomPath } from "../shared/paths.js";
import { hasText, text } from "../shared/texts.js";
import { CallView } from "../views/meeting/call-view.js";
import { RoomTitle } from "../views/common/room-title.js";
import { offerThird } from "./meeting/call-people.js";
import { noteAccepted, talkingSince } from "./site/entering.js";
import { Meeting } from "../meeting/meeting.js";
import { MeetingPage } from "./meeting/meeting-page.js";
import { offerDevices } from "./meeting/room-devices.js";
import { followRoom, tellMoved } from "./meeting/room-events.js";
import { connectPage } from "./site/site.js";

await arrival(import.meta.url);

/** After the private room was closed, why it was is told at once; a page that hears nothing goes all the same. */
const TOLD_WITHIN = 1_000;
const ENDED_WITHIN = 2_000;

const roomId = new URLSearchParams(window.location.search).get("id") ?? "";
const site = connectPage();
const { calls, choices, connection, notices, tab, toasts } = site;
const meeting = new Meeting(connection, roomId, choices, new Switches(tab));
const { room } = meeting;
const view = new CallView(hangUp);
const title = new RoomTitle();
let other;
let joined = false;
let leaving = false;
let group = false;

const here = () => (calls.current?.room === roomId ? calls.current : undefined);

/** Takes the seat when it is time, and lets picture and sound go out when the call is accepted. */
function proceed() {
  const call = here();
  if (leaving || (call && call === calls.incoming)) {
    return; // It rings in this very tab: the person has not answered yet.
  }
  if (call) {
    follow(call);
  }
  if (call || !joined) {
    meeting.hold(call?.state === "ringing");
  }
  if (!joined) {
    joined = true;
    room.join();
  }
  show();
}

function follow(call) {
  other = calls.otherOf(call);
  title.show(text("call.with", other.name));
  if (call.state === "accepted") {
    noteAccepted(tab, call);
    view.startClock(talkingSince(tab, call));
  }
}

function show() {
  const call = here();
  const waiting = call && (call.state === "ringing" ? "ringing" : room.others.length === 0 && "connecting");
  view.showWaiting(other && waiting ? waiting : undefined, other);
  if (room.kind === "group") {
    becomeRoom();
  }
}

/** A third person came: the page goes on as the room's, with all its connections. */
function becomeRoom() {
  title.show(room.name);
  if (!group) {
    group = true;
    window.history.replaceState(null, "", roomPath(roomId));
    view.stopClock();
    view.showWaiting(undefined);
    meeting.hold(false);
    third.close();
    followRoom(site, meeting);
    offerDevices(site, room);
    toasts.show(text("toast.callIsRoom"));
  }
}

async function hangUp() {
  const call = here();
  await leaveFor(group ? "/rooms" : PEOPLE_PATH, call ? calls.end(call).catch(() => undefined) : room.leave());
}

async function leaveFor(path, told) {
  leaving = true;
  await atMost(ENDED_WITHIN, Promise.all([told, meeting.stop()]));
  connection.close();
  window.location.replace(path);
}

/** The call is over for both: back to the people, with a sentence that says why. */
function over({ state, reason }) {
  if (leaving || group) {
    return;
  }
  const how = state === "ended" || reason === "offline" ? reason : state;
  const key = `notice.call.${how}`;
  notices.leave(hasText(key) ? key : "notice.call.left", other?.name ?? "");
  leaveFor(PEOPLE_PATH);
}

const third = offerThird(site, here);
new MeetingPage(site, meeting, choices, hangUp);
tellMoved(site, meeting, { label: text("call.toPeople"), href: PEOPLE_PATH });
room.wait();
room.on("refused", () => over({ state: "ended", reason: "gone" }));
room.on("closed", () => setTimeout(() => over({ state: "ended" }), TOLD_WITHIN));
calls.on("changed", proceed);
calls.on("over", (call) => call.room === roomId && call.reason !== "group" && over(call));
connection.on("welcome", proceed);
meeting.on("changed", show);
meeting.hold(true);
meeting.start();
connection.start();
// After the requests for the seat and the ticket, when a page before this one was connected already.
Promise.resolve().then(() => meeting.prepare());
