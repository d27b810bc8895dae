import { Choices } from "../../media/choices.js";
import { Notices } from "../../shared/notices.js";
import { deviceCheckPath, GUEST_PATH, loginPath } from "../../shared/paths.js";
import { text } from "../../shared/texts.js";
import { Calls } from "../../signal/calls.js";
import { Connection } from "../../signal/connection.js";
import { earlySocket } from "../../signal/early-socket.js";
import { Notes } from "../../signal/notes.js";
import { Banners } from "../../views/common/banners.js";
import { Header } from "../../views/common/header.js";
import { onWake, openPage, signalAddress } from "../../views/common/page.js";
import { StatePanel } from "../../views/common/state-panel.js";
import { Toasts } from "../../views/common/toasts.js";
import { showAnnouncements } from "./announcements.js";
import { showConnectionBanner } from "./connection-banner.js";
import { GivingWay, Going } from "./going.js";
import { replaceByNewerPages } from "./newer-pages.js";
import { tellNotes } from "./notes.js";
import { reportPresence } from "./presence.js";
import { ringOnPage } from "./ringing.js";

const BACK_TO_DEVICES = new Set(["no-identity", "no-name", "name-taken"]);

/**
 * A page that is connected: its parts, joined so that it shows how the connection is, rings, and tells of the person's
 * presence. `onRefused` replaces what a page does when the server does not let it in; a page that `givesWay` uses no
 * devices and lets the next page take its place.
 */
export function connectPage({ onRefused, givesWay = false } = {}) {
  const { kept, tab } = openPage();
  const connection = new Connection(
    earlySocket.address ?? signalAddress(),
    (url) => earlySocket.take() ?? new WebSocket(url),
  );
  const choices = new Choices(kept);
  const site = {
    kept,
    tab,
    connection,
    choices,
    going: givesWay ? new GivingWay(connection, choices) : new Going(),
    calls: new Calls(connection),
    notes: new Notes(connection),
    notices: new Notices(tab),
    toasts: new Toasts(),
    banners: new Banners(),
    header: new Header(),
    panel: new StatePanel(),
  };
  site.toasts.showNotices(site.notices);
  connection.on("refused", ({ reason, message }) => (onRefused ? onRefused() : refused(reason, message, site)));
  showConnection(site);
  showAnnouncements(site);
  ringOnPage(site);
  tellNotes(site);
  reportPresence(site);
  replaceByNewerPages(site, { givesWay });
  onWake(() => connection.retryNow());
  return site;
}

function showConnection({ connection, header, banners, toasts }) {
  showConnectionBanner({ connection, banners });
  connection.on("state", (state) => header.showConnection(state));
  connection.on("welcome", ({ message, restarted }) => {
    header.showPerson(message.you);
    if (restarted) {
      toasts.show(text("toast.restarted"));
    }
  });
}

/**
 * Without a login one goes to the login page, without a name to the device page, and comes back; any other refusal is
 * final.
 */
function refused(reason, message, { notices, panel }) {
  if (reason === "login-needed") {
    window.location.replace(loginPath(window.location.pathname + window.location.search));
    return;
  }
  if (reason === "guest-link-ended") {
    window.location.replace(GUEST_PATH); // Which tells why.
    return;
  }
  if (BACK_TO_DEVICES.has(reason)) {
    if (reason === "name-taken") {
      notices.leave("notice.nameTaken");
    }
    window.location.replace(deviceCheckPath(window.location.pathname + window.location.search));
    return;
  }
  panel.show({
    symbol: "warning",
    title: text("refused.title"),
    sentence: message || text(`refused.${reason}`),
    actions: [{ label: text("refused.reload"), run: () => window.location.reload() }],
  });
}
