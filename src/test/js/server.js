import { Connection } from "../../main/webapp/resources/js/signal/connection.js";

const YOU = { id: "me", name: "Ada" };
const soon = (act) => Promise.resolve().then(act);
const NOBODY = { onAir: false, requests: [] };

/**
 * Plays a server with one room over real connections (docs/protocol.md): it answers what pages ask and tells what the
 * test has happen. `asked` are the messages so far that came from the page.
 */
export class FakeServer {
  asked = [];
  /** By type of request: the code with which it is refused. */
  refuse = {};
  /** Types of requests that are not answered. */
  silent = new Set();
  room = { id: "r1", name: "Stand-up", kind: "group" };
  members = new Map();
  welcome = {};
  stage = NOBODY;
  /** Whether who comes has to wait. */
  lobby = false;
  placement = 1;
  /** By source: the names of what the page publishes. */
  streams = { camera: "mine", screen: "my-screen" };
  /** What everybody in the room can decode; nothing as of servers that do not know. */
  codecs;
  #boot = 1;
  #seq = 0;
  #socket;
  #reachable = true;

  /** A connection of a page to this server. */
  connect() {
    return new Connection("ws://x/signal", () => this.#open());
  }

  /** The types of what was asked so far. */
  get types() {
    return this.asked.map(({ type }) => type);
  }

  /** What was asked of this type. */
  all(type) {
    return this.asked.filter((message) => message.type === type);
  }

  /** Tells everybody in the room what has changed. */
  change(...changes) {
    this.#seq += 1;
    this.tell({ type: "room-changed", seq: this.#seq, changes });
  }

  /** Somebody comes, or sends something else than before. */
  member(id, { streams = [], ...more } = {}) {
    const devices = { camera: true, microphone: true, muted: false, cameraOff: false };
    const member = { id, name: `Name of ${id}`, connected: true, devices, streams, ...more };
    const known = this.members.has(id);
    this.members.set(id, member);
    this.change({ change: known ? "member-updated" : "member-joined", member });
    return member;
  }

  /** Everybody in the room can decode these from now on. */
  decode(...codecs) {
    this.codecs = codecs;
    this.change({ change: "codecs-changed", codecs });
  }

  leave(id) {
    this.members.delete(id);
    this.change({ change: "member-left", id, reason: "left" });
  }

  /** The stage is somebody's, or nobody's. */
  giveStage(stage) {
    this.stage = { ...NOBODY, ...stage };
    this.change({ change: "stage-changed", stage: this.stage });
  }

  tell(message) {
    this.#socket?.onmessage?.({ data: JSON.stringify(message) });
  }

  /** The network breaks; `reachable` tells whether the page finds the server again. */
  drop({ reachable = true } = {}) {
    this.#reachable = reachable;
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.onclose?.({ code: 1006 });
  }

  /** The server is restarted: it knows rooms, but nobody in them. */
  restart() {
    this.#boot += 1;
    this.#seq = 0;
    this.members.clear();
    this.stage = NOBODY;
    this.drop();
  }

  #open() {
    const socket = {
      readyState: this.#reachable ? 1 : 3,
      send: (text) => this.#received(socket, JSON.parse(text)),
      close: () => undefined,
    };
    this.#socket = socket;
    soon(() => {
      if (this.#reachable) {
        this.tell({ type: "welcome", you: YOU, boot: `b${this.#boot}`, limits: {}, ...this.welcome });
      } else {
        socket.onclose?.({ code: 1006 });
      }
    });
    return socket;
  }

  #received(socket, message) {
    this.asked.push(message);
    if (message.request === undefined || this.silent.has(message.type)) {
      return;
    }
    const code = this.refuse[message.type];
    const answer = code ? { type: "error", code, message: `${code}.` } : this.#answer(message);
    soon(() => socket === this.#socket && this.tell({ ...answer, request: message.request }));
  }

  #answer({ type, source, stream, devices }) {
    switch (type) {
      case "join-room":
        return this.lobby ? this.#waiting() : this.#seat(devices);
      case "request-publish":
        return { type: "ticket", url: `http://x/whip/${source}`, stream: this.streams[source] };
      case "request-play":
        return { type: "ticket", url: `http://x/whep/${stream}` };
      case "request-receive":
        return { type: "ticket", url: "http://x/receive", stream: "my-receiver" };
      case "take-stage":
        soon(() => this.giveStage({ member: "me" }));
        return { type: "done" };
      case "leave-stage":
        soon(() => this.giveStage({}));
        return { type: "done" };
      default:
        return { type: "done" };
    }
  }

  #waiting() {
    const { id, name, kind } = this.room;
    return { type: "waiting", room: id, name, kind, moderated: false };
  }

  #seat(devices) {
    const before = this.members.get("me");
    this.members.set("me", { ...YOU, connected: true, streams: before?.streams ?? [], devices });
    const media = { available: true, placement: this.placement };
    return {
      type: "room",
      seq: this.#seq,
      room: this.room,
      you: "me",
      members: [...this.members.values()],
      media,
      codecs: this.codecs,
      stage: this.stage,
    };
  }
}
