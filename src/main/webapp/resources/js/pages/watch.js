import { Director } from "../media/director.js";
import { LivePlayer, playableFormats } from "../media/live-player.js";
import { Viewing } from "../meeting/viewing.js";
import { listPath, roomPath, watchPath } from "../shared/paths.js";
import { settings } from "../shared/settings.js";
import { text } from "../shared/texts.js";
import { WatchedRoom } from "../signal/watched-room.js";
import { part, setAttribute } from "../views/common/dom.js";
import { onLeave } from "../views/common/page.js";
import { RoomTitle } from "../views/common/room-title.js";
import { loadLibrary } from "../views/watch/library.js";
import { OnAirList, WatchScreen } from "../views/watch/watch-view.js";
import { sentenceOf } from "./site/refusals.js";
import { connectPage } from "./site/site.js";
import "./site/running.js";

const LATENCY_EVERY = 1_000;

const query = new URLSearchParams(window.location.search);
const roomId = query.get("room") ?? "";
const { connection, notices, panel, toasts } = connectPage();
const room = new WatchedRoom(connection, roomId);
const title = new RoomTitle();
const screen = new WatchScreen({ useFormat, retry: () => player.retry() });
const list = new OnAirList(choose);
const formats = playableFormats(screen.video);
const player = new LivePlayer(screen.video, { formats, library: loadLibrary, request: requestView });
const toRooms = { label: text("room.toList"), href: listPath("group") };
const toRoom = { label: text("watch.join"), href: roomPath(roomId) };
let viewing;

/** The ticket's addresses may be paths of this origin. */
async function requestView(stream) {
  const { flv, hls } = await room.requestView(stream.name);
  const absolute = (url) => new URL(url, window.location.href).href;
  return { flv: absolute(flv), hls: absolute(hls) };
}

function choose(id) {
  window.history.replaceState(null, "", watchPath(roomId, id));
  viewing.choose(id);
}

function useFormat(format) {
  player.use(format);
  show();
}

function tellLeft({ left, shown }) {
  const next = shown ? text("watch.next", shown.name) : text("watch.nobodyNext");
  toasts.show(`${left ? text("watch.left", left) : text("watch.notHere")} ${next}`);
}

function show() {
  const { onAir, shown, state } = viewing;
  title.show(room.name);
  screen.show({ state, name: shown?.name, problem: player.state === "failed" ? player.problem : "" });
  screen.showFormat(player.format, formats);
  screen.showLatency(player.latency);
  list.show(onAir, shown?.id);
}

function view() {
  viewing = new Viewing(room, new Director(query.get("person") ?? undefined), player);
  viewing.on("changed", show);
  viewing.on("left", tellLeft);
  player.on("format", () => {
    toasts.show(text("watch.otherFormat"));
    show();
  });
  onLeave(() => viewing.stop());
  setInterval(() => screen.showLatency(player.latency), LATENCY_EVERY);
  show();
}

/** Instead of the page: it can show nothing here, and says why. */
function explain(key) {
  const actions = [toRoom, toRooms];
  panel.show({ symbol: "info", title: text(`watch.${key}.title`), sentence: text(`watch.${key}`), actions });
}

function start() {
  setAttribute(part("watch-join"), "href", roomPath(roomId));
  if (settings.media !== "srs") {
    explain("needsSrs");
  } else if (formats.length === 0) {
    explain("cannot");
  } else {
    view();
  }
  connection.start();
}

room.on("closed", ({ name, reason, by }) => {
  notices.leave(by ? `notice.${reason}By` : `notice.${reason}`, name, by);
  connection.close();
  window.location.assign(listPath("group"));
});
room.on("refused", (error) => {
  const key = error.code === "no-such-room" ? error.code : "other";
  panel.show({
    symbol: "warning",
    title: text(`refusal.${key}`),
    sentence: sentenceOf(error),
    actions: [toRooms],
  });
});
start();
