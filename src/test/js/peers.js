import { playTime } from "./time.js";

/** The streams that browsers make of tracks. */
export class FakeStream {
  #tracks;

  constructor(tracks = []) {
    this.#tracks = tracks;
  }

  getTracks = () => [...this.#tracks];
  addTrack = (track) => (this.#tracks = [...this.#tracks.filter((one) => one !== track), track]);
  removeTrack = (track) => (this.#tracks = this.#tracks.filter((one) => one !== track));
  getVideoTracks = () => this.#tracks.filter(({ kind }) => kind === "video");
  getAudioTracks = () => this.#tracks.filter(({ kind }) => kind === "audio");
}

/** One connection of the browser, which is made at once and connected when the test says so. */
class FakePeer extends EventTarget {
  kinds = [];
  offered = [];
  senders = {};
  /** By the mid of their sections. */
  receivers = {};
  closed = false;
  /** What arrives of the picture, as statistics tell it. */
  picture = {};
  /** The same of the sound. */
  sound = {};
  connectionState = "new";

  addTransceiver(trackOrKind, { direction, sendEncodings = [] }) {
    const kind = trackOrKind.kind ?? trackOrKind;
    const sender = new FakeSender(trackOrKind.kind ? trackOrKind : null, sendEncodings);
    const mid = `${this.kinds.length}`;
    const receiver = new FakeReceiver(kind, mid);
    this.kinds.push(kind);
    this.offered.push(`${direction} ${kind}`);
    this.senders[kind] = sender;
    this.receivers[mid] = receiver;
    const setCodecPreferences = (codecs) => (sender.codecs = codecs.map(({ mimeType }) => mimeType));
    return { mid, sender, receiver, setCodecPreferences };
  }

  localDescription = { sdp: "a=ice-ufrag:browser\r\na=ice-pwd:secret\r\n" };
  createOffer = async () => ({ type: "offer", sdp: this.offered.join() });
  restartIce = () => undefined;
  setLocalDescription = async ({ sdp } = {}) => (this.set = sdp);
  setRemoteDescription = async ({ sdp }) => (this.answer = sdp);
  getStats = async () =>
    new Map([
      ["v", { type: "inbound-rtp", kind: "video", ...this.picture }],
      ["a", { type: "inbound-rtp", kind: "audio", ...this.sound }],
    ]);
  getReceivers = () => [];
  close = () => (this.closed = true);

  /** The network says how the connection is now. */
  become(state) {
    this.connectionState = state;
    this.dispatchEvent(new Event("connectionstatechange"));
  }

  /** Something of this kind arrives; answers its track. */
  receive(kind) {
    const track = Object.assign(new EventTarget(), { kind });
    this.dispatchEvent(Object.assign(new Event("track"), { track }));
    return track;
  }
}

/** What arrives in one section: `counted` is what its statistics tell. */
class FakeReceiver {
  counted = {};

  constructor(kind, id) {
    this.track = Object.assign(new EventTarget(), { kind });
    this.getStats = async () => new Map([[id, { id, type: "inbound-rtp", kind, ...this.counted }]]);
  }
}

class FakeSender {
  #encodings;

  constructor(track, encodings) {
    this.track = track;
    this.#encodings = encodings;
  }

  replaceTrack = async (track) => (this.track = track);
  getParameters = () => ({ encodings: this.#encodings.map((encoding) => ({ ...encoding })) });
  setParameters = async (parameters) => {
    this.parameters = parameters;
    this.#encodings = parameters.encodings;
  };
}

/**
 * Plays the browser's connections, each made at once: those so far are in `made`, with the kinds that they
 * offered, how ("sendonly audio"), and whether they were closed; `posted` are the offers that went out, `doors` where
 * to, and `ended` the sessions that were ended; `set` of a connection is the offer that it
 * was given. `apis` is the time that the test plays as well; `encodes` and `decodes`
 * are the codecs that the browser lists, `answer` the SDP of every answer.
 */
export function peers(
  t,
  apis = ["setTimeout"],
  { encodes = ["AV1", "rtx", "VP8"], decodes = [], answer = "v=0" } = {},
) {
  const made = [];
  const posted = [];
  const doors = [];
  const ended = [];
  globalThis.RTCPeerConnection = class extends FakePeer {
    constructor() {
      super();
      made.push(this);
    }
  };
  globalThis.RTCRtpSender = {
    getCapabilities: () => ({ codecs: encodes.map((name) => ({ mimeType: `video/${name}` })) }),
  };
  globalThis.RTCRtpReceiver = {
    getCapabilities: () => ({ codecs: decodes.map((name) => ({ mimeType: `video/${name}` })) }),
  };
  t.after(() => delete globalThis.RTCRtpReceiver);
  globalThis.MediaStream = FakeStream;
  playTime(t, apis);
  t.mock.method(globalThis, "fetch", async (url, { method, body }) => {
    if (method === "PATCH") {
      return { status: 422, text: async () => "" };
    }
    if (method === "DELETE") {
      ended.push(url);
      return { status: 200 };
    }
    posted.push(body);
    doors.push(url);
    return { status: 201, url, text: async () => answer, headers: new Map([["Location", `${url}#${posted.length}`]]) };
  });
  return { made, posted, doors, ended };
}
