/**
 * Plays the browser's connections, each made at once: those so far are in `made`, with the kinds that they
 * offered, how ("sendonly audio"), and whether they were closed; `posted` are the offers that went out.
 */
export function peers(t) {
  const made = [];
  const posted = [];
  globalThis.RTCPeerConnection = class extends EventTarget {
    kinds = [];
    offered = [];
    closed = false;

    constructor() {
      super();
      made.push(this);
    }

    addTransceiver(kind, { direction }) {
      this.kinds.push(kind);
      this.offered.push(`${direction} ${kind}`);
      const sender = { track: null, getParameters: () => ({}), replaceTrack: async () => undefined };
      return { sender, setCodecPreferences: () => undefined };
    }

    createOffer = async () => ({ type: "offer", sdp: this.offered.join() });
    setLocalDescription = async () => undefined;
    setRemoteDescription = async () => undefined;
    close = () => (this.closed = true);
  };
  globalThis.RTCRtpSender = { getCapabilities: () => ({ codecs: [] }) };
  globalThis.MediaStream = class {};
  t.mock.timers.enable({ apis: ["setTimeout"] });
  t.mock.method(globalThis, "fetch", async (url, { body }) => {
    posted.push(body);
    return { status: 201, url, text: async () => "v=0", headers: new Map() };
  });
  return { made, posted };
}
