import { Director, PATIENCE } from "../media/director.js";
import { LivePlayer, playableFormats } from "../media/live-player.js";
import { roomPath, watchPath } from "../shared/paths.js";
import { settings } from "../shared/settings.js";
import { text } from "../shared/texts.js";
import { WatchedRoom } from "../signal/watched-room.js";
import { setAttribute, part } from "../views/common/dom.js";
import { onLeave } from "../views/common/page.js";
import { RoomTitle } from "../views/common/room-title.js";
import { loadLibrary } from "../views/watch/library.js";
import { OnAirList, WatchScreen } from "../views/watch/watch-view.js";
import { connectPage } from "./site/site.js";

const LATENCY_EVERY = 1_000;

const query = new URLSearchParams(window.location.search);
const roomId = query.get("room") ?? "";
const { connection, notices, panel, toasts } = connectPage();
const room = new WatchedRoom(connection, roomId);
const director = new Director(query.get("person") ?? undefined);
const title = new RoomTitle();
const screen = new WatchScreen({ useFormat, retry: () => player.retry() });
const list = new OnAirList(choose);
const formats = playableFormats(screen.video);
const player = new LivePlayer(screen.video, { formats, library: loadLibrary, request: requestView });
const watchable = settings.media === "srs" && formats.length > 0;
const toRooms = { label: text("room.toList"), href: "/rooms" };
const toRoom = { label: text("watch.join"), href: roomPath(roomId) };
let decided = { onAir: [] };
let watching = false;
let waiting;
let blocked = false;

/** The ticket's addresses may be paths of this origin. */
async function requestView(stream) {
  const { flv, hls } = await room.requestView(stream.name);
  const absolute = (url) => new URL(url, window.location.href).href;
  return { flv: absolute(flv), hls: absolute(hls) };
}

function choose(id) {
  director.choose(id);
  window.history.replaceState(null, "", watchPath(roomId, id));
  follow();
}

function useFormat(format) {
  player.use(format);
  show();
}

function follow() {
  if (!watching) {
    return;
  }
  decided = director.decide(room.members, Date.now());
  if (decided.left !== undefined) {
    tellLeft(decided);
  }
  clearTimeout(waiting);
  if (decided.shown && !decided.stream) {
    waiting = setTimeout(follow, PATIENCE);
  }
  player.show(decided.stream);
  show();
}

function tellLeft({ left, shown }) {
  const next = shown ? text("watch.next", shown.name) : text("watch.nobodyNext");
  toasts.show(`${left ? text("watch.left", left) : text("watch.notHere")} ${next}`);
}

function stateNow() {
  if (!watching) {
    return "connecting";
  }
  if (decided.stream) {
    return blocked ? "blocked" : player.state;
  }
  return decided.shown ? "off" : "nobody";
}

function show() {
  title.show(room.name);
  screen.show({
    state: stateNow(),
    name: decided.shown?.name,
    problem: player.state === "failed" ? player.problem : "",
  });
  screen.showFormat(player.format, formats);
  screen.showLatency(player.latency);
  list.show(decided.onAir, decided.shown?.id);
}

/** Instead of the page: it can show nothing here, and says why. */
function explain(key) {
  panel.show({
    symbol: "info",
    title: text(`watch.${key}.title`),
    sentence: text(`watch.${key}`),
    actions: [toRoom, toRooms],
  });
}

function start() {
  setAttribute(part("watch-join"), "href", roomPath(roomId));
  if (settings.media !== "srs") {
    explain("needsSrs");
  } else if (formats.length === 0) {
    explain("cannot");
  } else {
    show();
  }
  connection.start();
}

room.on("watching", () => {
  watching = watchable;
  follow();
});
room.on("changed", follow);
room.on("closed", ({ name, reason, by }) => {
  player.show(undefined);
  notices.leave(by ? `notice.${reason}By` : `notice.${reason}`, name, by);
  connection.close();
  window.location.assign("/rooms");
});
room.on("refused", (error) => {
  player.show(undefined);
  const key = error.code === "no-such-room" ? error.code : "other";
  panel.show({
    symbol: "warning",
    title: text(`refusal.${key}`),
    sentence: error.message || text("problem.connection"),
    actions: [toRooms],
  });
});
player.on("state", (state) => {
  blocked = blocked && state === "loading";
  show();
});
player.on("blocked", () => {
  blocked = true;
  show();
});
player.on("format", () => {
  toasts.show(text("watch.otherFormat"));
  show();
});
onLeave(() => player.show(undefined));
setInterval(() => screen.showLatency(player.latency), LATENCY_EVERY);
start();
