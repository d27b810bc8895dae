// Notes, in milliseconds since the navigation began, when each part of entering a room was done.
(() => {
  const peers = [];
  const marks = (window.plenumMarks = {});
  const mark = (name, time = performance.now()) => (marks[name] ??= time);

  window.plenumRestart = () => Object.keys(marks).forEach((name) => delete marks[name]);

  const RealSocket = WebSocket;
  window.WebSocket = class extends RealSocket {
    constructor(...values) {
      super(...values);
      mark("scriptsRan");
      this.addEventListener("open", () => mark("socketOpen"));
      this.addEventListener("message", ({ data }) => received(JSON.parse(data)));
    }

    send(data) {
      if (JSON.parse(data).type === "join-room") {
        mark("joinSent");
      }
      super.send(data);
    }
  };

  function received(message) {
    if (message.type === "welcome") {
      mark("welcomed");
    } else if (message.type === "room") {
      mark("seated");
    } else if (message.type === "ticket") {
      mark(`${message.action === "publish" ? "publish" : "play"}Ticket`);
    }
  }

  const realFetch = window.fetch;
  window.fetch = async (address, options) => {
    const action = String(address).includes("/whip/") ? "publish" : "play";
    const offer = options?.method === "POST";
    if (offer) {
      mark(`${action}Posted`);
    }
    const response = await realFetch(address, options);
    if (offer) {
      mark(`${action}Answered`);
    }
    return response;
  };

  const devices = navigator.mediaDevices;
  if (devices) {
    const realGetUserMedia = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      mark("devicesAsked");
      const stream = await realGetUserMedia(constraints);
      mark("devicesOpen");
      return stream;
    };
  }

  const actionOf = (peer) => (peer.getTransceivers()[0]?.direction === "recvonly" ? "play" : "publish");
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...values) {
      super(...values);
      peers.push(this);
      const made = performance.now();
      this.addEventListener("negotiationneeded", () => mark(`${actionOf(this)}Began`, made));
      this.addEventListener("iceconnectionstatechange", () => {
        if (this.iceConnectionState === "connected") {
          mark(`${actionOf(this)}Path`);
        }
      });
      this.addEventListener("connectionstatechange", () => {
        if (this.connectionState === "connected") {
          mark(`${actionOf(this)}Connected`);
        }
      });
    }
  };

  /** The first picture of somebody else that the page itself shows. */
  const source = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "srcObject");
  Object.defineProperty(HTMLMediaElement.prototype, "srcObject", {
    ...source,
    set(stream) {
      source.set.call(this, stream);
      if (stream && this.requestVideoFrameCallback) {
        this.requestVideoFrameCallback((now, frame) => !this.closest(".tile--own") && shown(frame));
      }
    },
  });

  async function shown(frame) {
    const now = performance.now();
    const navigation = performance.getEntriesByType("navigation")[0];
    mark("documentCame", navigation.responseEnd);
    mark("frameReceived", frame.receiveTime);
    mark("frameDecodedFor", frame.processingDuration * 1000);
    const { pliCount, packetsReceived, packetsLost, frameHeight } = await pictureThatCame();
    Object.assign(marks, { pliCount, packetsReceived, packetsLost, frameHeight });
    mark("frameShown", now);
  }

  async function pictureThatCame() {
    const reports = await Promise.all(peers.map((peer) => peer.getStats()));
    const all = reports.flatMap((report) => [...report.values()]);
    return (
      all.find(({ type, kind, framesDecoded }) => type === "inbound-rtp" && kind === "video" && framesDecoded) ?? {}
    );
  }
})();
