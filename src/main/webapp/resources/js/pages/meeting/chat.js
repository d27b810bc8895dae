import { messageLook } from "../../meeting/message-look.js";
import { wallClock } from "../../shared/clock.js";
import { nameOf } from "../../shared/erased.js";
import { messagesPath } from "../../shared/paths.js";
import { owns } from "../../shared/room-rights.js";
import { sizeOf, text } from "../../shared/texts.js";
import { Chat } from "../../signal/chat.js";
import { ChatPanel } from "../../views/meeting/chat-panel.js";
import { sentenceOf } from "../site/refusals.js";
import { offerFiles } from "./chat-files.js";
import { RealTimeText } from "./real-time-text.js";

/** Where many write at once, the panel is drawn so often, in milliseconds. */
const DRAW_EVERY = 60;

/** The words for what is special of a message. */
const words = () => ({
  you: text("chat.you"),
  nameOf: ({ by, name }) => nameOf({ id: by, name }),
  to: (name) => text("chat.toOne", name),
  toYou: text("chat.toYou"),
  deleted: text("chat.deleted"),
  edited: text("chat.edited"),
  sending: text("chat.sending"),
  refused: sentenceOf,
  size: sizeOf,
});

/** Offers the room's conversation: what is written beside the voice. Answers its RealTimeText. */
export function offerChat(site, meeting) {
  const { connection, toasts } = site;
  const { room } = meeting;
  const chat = new Chat(connection, room);
  const told = (promise) => promise.catch((error) => toasts.show(sentenceOf(error), "problem"));
  const panel = new ChatPanel({
    send: (said, { edited, ...how }) => (edited ? told(chat.edit(edited, said)) : say(said, how)),
    act: (act, item) => ACTS[act](item, { chat, panel, told }),
    opened: () => show(chat, room, panel),
    earlier: () => told(chat.earlier()),
    look: () => {
      chat.look();
      changed();
    },
  });
  const live = new RealTimeText(site, room, panel);
  const say = (said, how) => (live.live && !how.to && !how.reply ? live.finish(said) : chat.send(said, how));
  const changed = drawnLater(() => (panel.open ? show(chat, room, panel) : panel.showUnread(chat.unread)));
  chat.on("changed", changed);
  room.on("changed", changed);
  chat.on("arrived", (messages) => {
    const heard = messages.map((one) => ({ ...one, text: aloud(one, live) })).filter(({ text: said }) => said);
    panel.say(heard.map(({ name, text: said, to }) => ({ name, text: said, personal: to !== undefined })));
    const personal = messages.find(({ to }) => to !== undefined);
    if (personal && !panel.open) {
      toasts.show(text("chat.wroteToYou", personal.name));
    }
  });
  offerFiles(connection, chat, panel);
  changed();
  return live;
}

/** What a screen reader is told of a message. */
function aloud(message, live) {
  const file = message.file ? text("chat.file", message.file.name) : "";
  return [file, live.unheard(message)].filter(Boolean).join(" ");
}

/** A function that has `draw` called a little later, once for all the calls until then. */
function drawnLater(draw) {
  let timer;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      draw();
    }, DRAW_EVERY);
  };
}

const ACTS = {
  reply: (item, { panel }) => panel.form.answer(item),
  writeTo: (item, { chat, panel }) => panel.form.writeTo(chat.message(item.id)?.by ?? ""),
  edit: (item, { panel }) => panel.form.edit(item),
  delete: (item, { chat, told }) => told(chat.delete(item.id)),
  retry: (item, { chat }) => chat.retry(item.id),
  discard: (item, { chat }) => chat.discard(item.id),
};

function show(chat, room, panel) {
  const said = words();
  const now = wallClock().getTime();
  panel.show({
    items: chat.messages.map((message) => messageLook(message, chat, room, said, now)),
    people: room.kind === "call" ? [] : room.others.filter(({ kind }) => kind === "person"),
    more: chat.more,
    unread: chat.unread,
    days: Math.min(room.options?.messageDays ?? 0, chat.mostDays),
    file: room.kind !== "call" && owns(room) ? messagesPath(room.id) : undefined,
  });
}
