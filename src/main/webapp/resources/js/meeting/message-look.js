import { attachmentPath } from "../shared/paths.js";
import { moderates } from "../shared/room-rights.js";

const QUOTED = 120;

/**
 * What is shown of a message in the room: who is called how, what can be done with it, and what it answers. `words`
 * says `erased`, `deleted`, `edited`, `sending`, `you`, and `to(name)`, `from(name)`, `size(bytes)`; `now` is the wall
 * clock.
 */
export function messageLook(message, chat, room, words, now) {
  const own = message.by === room.you;
  const personal = message.to !== undefined;
  const answered = message.reply && chat.message(message.reply);
  return {
    id: message.id,
    own,
    personal,
    kind: message.kind,
    with: personal ? (own ? message.to : message.by) : undefined,
    name: own ? words.you : words.nameOf(message),
    to: personal ? (own ? words.to(message.toName ?? "") : words.toYou) : "",
    at: message.at,
    text: message.text ?? "",
    file: fileOf(message, room, words),
    quote: answered && !answered.deleted ? quote(answered, words) : "",
    state: stateOf(message, words),
    acts: actsOf(message, { own, personal, room, chat, now }),
  };
}

/** A file that is not said yet has no address. */
function fileOf({ id, file, state }, room, words) {
  if (!file) {
    return undefined;
  }
  const { name, bytes, width, height } = file;
  return { name, size: words.size(bytes), href: state ? undefined : attachmentPath(room.id, id), width, height };
}

function quote(message, words) {
  const said = message.text || (message.file?.name ?? "");
  const letters = [...said.replace(/\s+/gu, " ")];
  const text = letters.length > QUOTED ? `${letters.slice(0, QUOTED).join("")}…` : letters.join("");
  return `${words.nameOf(message)}: ${text}`;
}

function stateOf({ deleted, edited, problem, state }, words) {
  if (state) {
    return state === "refused" ? words.refused(problem) : words.sending;
  }
  return deleted ? words.deleted : edited ? words.edited : "";
}

function actsOf(message, context) {
  if (message.state) {
    return message.state === "refused" ? ["retry", "discard"] : [];
  }
  return message.deleted ? [] : actsOfSaid(message, context);
}

function actsOfSaid(message, { own, personal, room, chat, now }) {
  const call = room.kind === "call";
  const inTime = own && now - Date.parse(message.at) < chat.changeSeconds * 1000;
  const moderated = !personal && !call && moderates(room);
  return [
    room.you && "reply",
    !own && !personal && !call && isThere(room, message.by) && "writeTo",
    inTime && "edit",
    (inTime || moderated) && "delete",
  ].filter(Boolean);
}

const isThere = (room, id) => room.members.get(id)?.kind === "person";
