package plenum.e2e;

import plenum.testing.KeptPeers;

/** What pages are made to begin with, where a real browser cannot be brought into that state. */
final class Scripts {

  /** No device at all is plugged in. */
  static final String NO_DEVICES =
      """
      navigator.mediaDevices.enumerateDevices = async () => [];
      navigator.mediaDevices.getUserMedia = async () => {
        throw new DOMException("Requested device not found", "NotFoundError");
      };
      """;

  /** Another program uses the camera, on a system that allows only one. */
  static final String BUSY_CAMERA =
      """
      const realGetUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (constraints) => {
        if (constraints.video) {
          throw new DOMException("Could not start video source", "NotReadableError");
        }
        return realGetUserMedia(constraints);
      };
      """;

  /** A browser that plays no sound before the first click on the page, as they do for new sites. */
  static final String SILENT_BEFORE_A_CLICK =
      """
      let clicked = false;
      addEventListener("click", () => (clicked = true), { capture: true });
      const realPlay = HTMLAudioElement.prototype.play;
      HTMLAudioElement.prototype.play = function () {
        if (!clicked) {
          this.pause();
          return Promise.reject(new DOMException("play() failed", "NotAllowedError"));
        }
        return realPlay.call(this);
      };
      """;

  /** Media goes by this port of the computer alone, whatever addresses the server names. */
  static String mediaBy(int port) {
    return """
    const answered = RTCPeerConnection.prototype.setRemoteDescription;
    RTCPeerConnection.prototype.setRemoteDescription = function ({ type, sdp }) {
      const only = "a=candidate:1 1 udp 2130706431 127.0.0.1 %d typ host";
      return answered.call(this, { type, sdp: sdp.replaceAll(/^a=candidate:[^\\r\\n]*/gm, only) });
    };
    """
        .formatted(port);
  }

  /** {@code blockDevice(kind, muted)} holds a device back, as a switch on it or the system does. */
  static final String BLOCK_DEVICES =
      """
      const keptTracks = [];
      const openDevices = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wanted) => {
        const stream = await openDevices(wanted);
        keptTracks.push(...stream.getTracks());
        return stream;
      };
      window.blockDevice = (kind, muted) => {
        const tracks = keptTracks.filter((one) => one.kind === kind && one.readyState === "live");
        for (const track of tracks) {
          Object.defineProperty(track, "muted", { value: muted, configurable: true });
          track.dispatchEvent(new Event(muted ? "mute" : "unmute"));
        }
      };
      """;

  /** A browser that can decode pictures in this codec alone. */
  static String decodingOnly(String codec) {
    return """
    const listed = RTCRtpReceiver.getCapabilities.bind(RTCRtpReceiver);
    const only = ({ mimeType }) => mimeType === "video/%1$s";
    RTCRtpReceiver.getCapabilities = (kind) =>
      kind === "video"
        ? { codecs: [{ mimeType: "video/%1$s", clockRate: 90000 }], headerExtensions: [] }
        : listed(kind);
    const addTransceiver = RTCPeerConnection.prototype.addTransceiver;
    RTCPeerConnection.prototype.addTransceiver = function (kind, options) {
      const transceiver = addTransceiver.call(this, kind, options);
      if (kind === "video" && options?.direction === "recvonly") {
        transceiver.setCodecPreferences(listed("video").codecs.filter(only));
      }
      return transceiver;
    };
    """
        .formatted(codec);
  }

  /** Keeps the track of the screen that is shared in {@code keptScreen}. */
  static final String KEEP_SCREEN =
      """
      const realGetDisplayMedia = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getDisplayMedia = async (wanted) => {
        const stream = await realGetDisplayMedia(wanted);
        window.keptScreen = stream.getVideoTracks()[0];
        return stream;
      };
      """;

  /** Whose browser asks what to share cancels its question. */
  static final String SHARES_NOTHING =
      """
      navigator.mediaDevices.getDisplayMedia = async () => {
        throw new DOMException("Permission denied", "NotAllowedError");
      };
      """;

  /** Whose browser asks what to share until the test says {@code chooseNothing()}. */
  static final String ASKS_AND_SHARES_NOTHING =
      """
      navigator.mediaDevices.getDisplayMedia = () =>
        new Promise((chosen, failed) => {
          window.chooseNothing = () => failed(new DOMException("Permission denied", "NotAllowedError"));
        });
      """;

  /** A browser whose person was not asked yet whether pages may show notices on the desktop. */
  static final String NOTICES_UNDECIDED =
      """
      Object.defineProperty(Notification, "permission", { get: () => "default" });
      """;

  /**
   * A page that nobody looks at, in a browser that keeps notices of the desktop in {@code notices}.
   */
  static final String HIDDEN_WITH_NOTICES =
      """
      window.notices = [];
      window.Notification = class extends EventTarget {
        static permission = "granted";
        constructor(title, { body }) {
          super();
          Object.assign(this, { title, body, open: true });
          notices.push(this);
        }
        close() {
          this.open = false;
        }
      };
      Object.defineProperty(document, "hidden", { get: () => true });
      """;

  /** Keeps every peer connection in {@code keptPeers}, so that a journey can see it closed. */
  static final String KEEP_PEERS = KeptPeers.SCRIPT;

  /** Keeps in {@code seen} every toast, and every number of tiles that a person could see. */
  static final String KEEP_WHAT_WAS_SEEN =
      """
      window.seen = { toasts: [], tiles: [] };
      document.addEventListener("DOMContentLoaded", () => {
        const look = (records) => {
          const count = document.querySelectorAll("[data-testid=tile]").length;
          if (!seen.tiles.includes(count)) {
            seen.tiles.push(count);
          }
          records
            .flatMap((record) => [...record.addedNodes])
            .filter((node) => node.classList?.contains("toast"))
            .forEach((toast) => seen.toasts.push(toast.textContent.trim()));
        };
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
      });
      """;

  /**
   * Keeps in {@code kept} when each peer connection decoded its first picture and its last one so
   * far, and when the room was told of a media node: milliseconds of the page's own clock. It looks
   * every 20 ms, so times are up to so much too late, and more on a busy machine.
   */
  static final String KEEP_FRAMES =
      """
      window.kept = { before: [], peers: [], placements: [] };
      const look = async (peer, pictures) => {
        const report = await peer.getStats();
        const frames = [...report.values()]
          .filter(({ type, kind }) => type === "inbound-rtp" && kind === "video")
          .reduce((sum, { framesDecoded = 0 }) => sum + framesDecoded, 0);
        if (frames > pictures.frames) {
          const now = performance.now();
          Object.assign(pictures, { frames, first: pictures.first ?? now, last: now });
        }
        if (peer.connectionState !== "closed") {
          setTimeout(look, 20, peer, pictures);
        }
      };
      window.RTCPeerConnection = class extends RTCPeerConnection {
        constructor(...values) {
          super(...values);
          const pictures = { frames: 0 };
          kept.peers.push(pictures);
          look(this, pictures);
        }
      };
      window.WebSocket = class extends WebSocket {
        constructor(...values) {
          super(...values);
          this.addEventListener("message", ({ data }) => {
            const { changes = [] } = JSON.parse(data);
            changes
              .filter(({ change, media }) => change === "media-changed" && media.available)
              .forEach(() => kept.placements.push(performance.now()));
          });
        }
      };
      """;

  /** Draws a person instead of the fake camera's picture; the hue is the number {@code %d}. */
  static final String PORTRAIT =
      """
      const fakeDevices = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      const paint = (canvas, time) => {
        const { width, height } = canvas;
        const context = canvas.getContext("2d");
        const wall = context.createLinearGradient(0, 0, width, height);
        wall.addColorStop(0, "hsl(%1$d 45%% 78%%)");
        wall.addColorStop(1, "hsl(%1$d 40%% 48%%)");
        context.fillStyle = wall;
        context.fillRect(0, 0, width, height);
        const x = width / 2 + Math.sin(time / 900) * width * 0.02;
        const oval = (colour, y, a, b) => {
          context.fillStyle = colour;
          context.beginPath();
          context.ellipse(x, height * y, height * a, height * b, 0, 0, 7);
          context.fill();
        };
        oval("hsl(%1$d 45%% 28%%)", 1.08, 0.44, 0.38);
        oval("hsl(28 45%% 66%%)", 0.72, 0.08, 0.12);
        oval("hsl(%1$d 30%% 18%%)", 0.4, 0.19, 0.24);
        oval("hsl(28 50%% 72%%)", 0.47, 0.155, 0.2);
      };
      navigator.mediaDevices.getUserMedia = async (wanted) => {
        const stream = wanted.audio ? await fakeDevices({ audio: wanted.audio }) : new MediaStream();
        if (wanted.video) {
          const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 360 });
          paint(canvas, 0);
          setInterval(() => paint(canvas, performance.now()), 66);
          canvas.captureStream(15).getVideoTracks().forEach((track) => stream.addTrack(track));
        }
        return stream;
      };
      """;

  /** Of a video element: a number that differs for pictures that differ. */
  static final String FINGERPRINT =
      """
      (video) => {
        const canvas = new OffscreenCanvas(64, 36);
        const context = canvas.getContext("2d");
        context.drawImage(video, 0, 0, 64, 36);
        const data = context.getImageData(0, 0, 64, 36).data;
        return data.reduce((sum, value) => (sum * 31 + value) % 1000003, 7);
      }
      """;

  private Scripts() {}
}
