import { textPreference } from "../shared/text-preference.js";
import { text } from "../shared/texts.js";
import { Lobby } from "../signal/lobby.js";
import { Receivers } from "../signal/receivers.js";
import { askForNotices, noticesAskable } from "../views/common/desktop-notice.js";
import { part } from "../views/common/dom.js";
import { onWake } from "../views/common/page.js";
import { AbsentPeople } from "../views/lobby/absent-people.js";
import { NoteList } from "../views/lobby/note-list.js";
import { PeopleCards } from "../views/lobby/people-cards.js";
import { RecentCalls } from "../views/lobby/recent-calls.js";
import { enterCall } from "./site/entering.js";
import { leaveNote } from "./site/notes.js";
import { shownPeople, unreachable } from "./site/obstacles.js";
import { sentenceOf } from "./site/refusals.js";
import { connectPage } from "./site/site.js";
import "./site/running.js";

const site = connectPage({ givesWay: true });
const wish = textPreference(site.kept);
const wanted = part("text-wanted");
wanted.checked = wish.wanted;
wanted.addEventListener("change", () => wish.keep(wanted.checked));
const { calls, connection, notes, toasts } = site;
const lobby = new Lobby(connection);
const write = (person) => leaveNote(site, person);
const receivers = new Receivers(notes);
const people = new PeopleCards(call, write, (wanted) => receivers.search(wanted));
const absent = new AbsentPeople(write);
const recent = new RecentCalls(call, write);
const left = new NoteList({ answer: write, read: ({ id }) => notes.read(id).catch(() => undefined) });
let you;
let records = [];
let calling = false;

async function call(person) {
  if (calling) {
    return;
  }
  calling = true;
  try {
    await enterCall(site, await calls.start(person.id, wish.wanted));
  } catch (error) {
    toasts.show(sentenceOf(error), "problem");
  } finally {
    calling = false;
  }
}

/** Who is in a call can call nobody. */
const obstacle = (person) => (calls.current ? text("people.obstacle.self") : unreachable(person, lobby));

/** Who is online has a card already. */
function showAbsent() {
  const others = receivers.found.filter(({ id }) => !lobby.people.has(id));
  absent.show(others);
  people.showFound(others.length);
}

function show() {
  people.findsMore = notes.finds;
  people.show(shownPeople(lobby, you).map((person) => ({ ...person, obstacle: obstacle(person) })));
  recent.show(records, obstacle);
}

async function readCalls() {
  try {
    records = await calls.list();
    show();
    markSeen();
  } catch {
    // The connection broke again; the next welcome asks again.
  }
}

/** Missed calls are seen when the list is really looked at. */
function markSeen() {
  if (calls.missed > 0 && document.visibilityState === "visible") {
    calls.markSeen().catch(() => undefined);
  }
}

function offerNotices() {
  part("notifications").hidden = !noticesAskable();
}

lobby.on("changed", show);
lobby.on("changed", showAbsent);
receivers.on("changed", showAbsent);
notes.on("changed", () => left.show(notes.list));
calls.on("changed", () => lobby.people.size > 0 && !site.going.leaving && show());
calls.on("recorded", (record) => {
  records = [record, ...records.filter(({ id }) => id !== record.id)];
  show();
});
calls.on("missed", markSeen);
connection.on("welcome", ({ message }) => {
  you = message.you.id;
  readCalls();
});
onWake(markSeen);
part("notifications-allow").addEventListener("click", async () => {
  await askForNotices();
  offerNotices();
});
offerNotices();
connection.start();
