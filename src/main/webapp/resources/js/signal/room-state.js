import { Bus } from "../shared/bus.js";
import { applied } from "../shared/t140.js";
import { Sequence } from "./sequence.js";

const NOBODY = Object.freeze({ onAir: false, requests: [] });

/**
 * Everybody in one room, from a snapshot and the changes after it.
 *
 * Events: `changed` (after a snapshot or change), `joined` ({member}), `left` ({member, reason}); `hand` ({id, up}),
 * `reacted` ({id, reaction}), `answered` ({id}) and `typed` ({id}), of changes alone.
 */
export class RoomState extends Bus {
  id;
  name = "";
  /** "group", "desktop" or "call"; undefined before the first snapshot. */
  kind;
  /** The id of the person who made the room, where that is known. */
  owner;
  you;
  /** What everybody may know of the room's options; undefined where nobody decided anything. */
  options;
  /** The ids of the moderators whom the owner appointed. */
  moderators = [];
  members = new Map();
  /** Cameras and other devices by id, `{id, name, onAir}`; those on air are among the members too. */
  devices = new Map();
  /** `{available, placement}`: whether a media node serves the room, and which time it moved to one. */
  media = { available: true, placement: 0 };
  /** The codecs of pictures that everybody in the room can decode, in the order in which to offer them. */
  codecs = [];
  /** Who may share a screen now: `{member?: its id, onAir, requests: ids of those who would like to}`. */
  stage = NOBODY;
  /** How those administrators are called who have somebody's stream on their pages now. */
  observers = [];
  /** The ids of the members who speak now. */
  speaking = new Set();
  /** Whose hands are up: turns by member; whose is the lowest raised it first. */
  hands = new Map();
  /** What members answer now, by member: "yes", "no" or "slower". */
  answers = new Map();
  /** The lines that members are typing, by member: `{name, line, text}`, `line` being the line's number. */
  typing = new Map();
  #connection;
  #sequence = new Sequence();

  constructor(connection, id) {
    super();
    this.id = id;
    this.#connection = connection;
  }

  /** Drops changes until the next snapshot. */
  forget() {
    this.#sequence.forget();
  }

  /** Takes a snapshot over. */
  take(snapshot) {
    this.#sequence.snapshot(snapshot.seq);
    describe(this, snapshot);
    this.you = snapshot.you;
    this.media = snapshot.media ?? this.media;
    this.codecs = snapshot.codecs ?? [];
    this.observers = snapshot.observers ?? [];
    this.stage = snapshot.stage ?? NOBODY;
    this.speaking = new Set(snapshot.speaking);
    this.hands = new Map((snapshot.hands ?? []).map(({ id, turn }) => [id, turn]));
    this.typing = new Map((snapshot.typing ?? []).map(({ id, name, line, text }) => [id, { name, line, text }]));
    this.answers = new Map((snapshot.answers ?? []).map(({ id, answer }) => [id, answer]));
    this.members = new Map(snapshot.members.map((member) => [member.id, member]));
    this.devices = new Map((snapshot.devices ?? []).map((device) => [device.id, device]));
    this.emit("changed");
  }

  /** Takes over what a message says about this room, if anything. */
  received(message) {
    if (message.type === "room" && message.room.id === this.id) {
      this.take(message);
    } else if (message.type === "room-changed") {
      this.#judge(message);
    }
  }

  #judge(message) {
    const verdict = this.#sequence.judge(message.seq);
    if (verdict === "gap") {
      this.#connection.send({ type: "resync", topic: "room" });
    } else if (verdict === "apply") {
      message.changes.forEach((change) => this.#apply(change));
      this.emit("changed");
    }
  }

  #apply(change) {
    const apply = APPLY[change.change];
    if (apply) {
      apply(this, change);
    } else {
      console.warn("unknown change of the room", change.change);
    }
  }
}

function describe(state, { room }) {
  state.name = room.name;
  state.kind = room.kind;
  state.owner = room.owner;
  state.atRisk = room.atRisk === true;
  state.options = room.options;
  state.moderators = room.moderators ?? [];
}

function arrive(state, { member }) {
  const known = state.members.has(member.id);
  state.members.set(member.id, member);
  if (!known) {
    state.emit("joined", { member });
  }
}

function depart(state, { id, reason }) {
  const member = state.members.get(id);
  state.members.delete(id);
  state.speaking.delete(id);
  state.hands.delete(id);
  state.answers.delete(id);
  state.typing.delete(id);
  if (member) {
    state.emit("left", { member, reason });
  }
}

function showHand(state, id, turn) {
  if (turn === undefined) {
    state.hands.delete(id);
  } else {
    state.hands.set(id, turn);
  }
  state.emit("hand", { id, up: turn !== undefined });
}

function showAnswer(state, id, answer) {
  if (answer === undefined) {
    state.answers.delete(id);
  } else {
    state.answers.set(id, answer);
  }
  state.emit("answered", { id });
}

/** Of a line that is known the difference is told. */
function type(state, { id, name, line, text }) {
  const known = state.typing.get(id);
  const before = known?.line === line ? known.text : "";
  state.typing.set(id, { name, line, text: applied(before, text) });
  state.emit("typed", { id });
}

/** What the changes of docs/protocol.md do to the state. */
const APPLY = {
  "room-updated": describe,
  "member-joined": arrive,
  "member-updated": arrive,
  "member-left": depart,
  "member-speaking": (state, { id, speaking }) => (speaking ? state.speaking.add(id) : state.speaking.delete(id)),
  "hand-raised": (state, { id, turn }) => showHand(state, id, turn),
  "hand-lowered": (state, { id }) => showHand(state, id, undefined),
  "member-reacted": (state, { id, reaction }) => state.emit("reacted", { id, reaction }),
  "answer-given": (state, { id, answer }) => showAnswer(state, id, answer),
  "answer-withdrawn": (state, { id }) => showAnswer(state, id, undefined),
  "text-typed": type,
  "text-gone": (state, { id }) => state.typing.delete(id),
  "device-added": (state, { device }) => state.devices.set(device.id, device),
  "device-updated": (state, { device }) => state.devices.set(device.id, device),
  "device-removed": (state, { id }) => state.devices.delete(id),
  "media-changed": (state, { media }) => (state.media = media),
  "codecs-changed": (state, { codecs }) => (state.codecs = codecs),
  "observers-changed": (state, { observers }) => (state.observers = observers),
  "stage-changed": (state, { stage }) => (state.stage = stage),
};
