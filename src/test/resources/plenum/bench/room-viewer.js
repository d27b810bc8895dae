// Notes when other people's pictures come in a room, and tells what arrives and what is shown.
(() => {
  const peers = [];
  const received = new WeakSet();
  const shownAt = new Map();
  let joinSent;

  const RealSocket = WebSocket;
  window.WebSocket = class extends RealSocket {
    send(data) {
      if (JSON.parse(data).type === "join-room") {
        joinSent ??= performance.now();
      }
      super.send(data);
    }
  };

  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...values) {
      super(...values);
      peers.push(this);
      this.addEventListener("track", ({ track }) => received.add(track));
    }
  };

  const ofOthers = (video) => (video.srcObject?.getVideoTracks?.() ?? []).some((track) => received.has(track));

  function watch(video) {
    if (!video.dataset.watched) {
      video.dataset.watched = "true";
      video.requestVideoFrameCallback(() => frameCame(video));
    }
  }

  // The first frame may be of a picture of one's own, in an element that is used again.
  function frameCame(video) {
    if (ofOthers(video)) {
      shownAt.set(video, performance.now());
    } else {
      video.requestVideoFrameCallback(() => frameCame(video));
    }
  }

  const source = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "srcObject");
  Object.defineProperty(HTMLMediaElement.prototype, "srcObject", {
    ...source,
    set(stream) {
      source.set.call(this, stream);
      if (stream && this.requestVideoFrameCallback) {
        watch(this);
      }
    },
  });

  function isVisible(video) {
    const { left, right, top, bottom, width, height } = video.getBoundingClientRect();
    const inside = right > 0 && bottom > 0 && left < window.innerWidth && top < window.innerHeight;
    return width > 0 && height > 0 && inside && video.checkVisibility({ visibilityProperty: true });
  }

  const visible = () => [...document.querySelectorAll("video")].filter((one) => ofOthers(one) && isVisible(one));

  // How many pictures of others are to be seen, and for how long already nothing has been new.
  window.plenumSeen = () => {
    const times = [...shownAt.values()];
    const seen = visible();
    return {
      pictures: seen.filter((video) => shownAt.has(video)).length,
      waiting: seen.filter((video) => !shownAt.has(video)).length,
      still: times.length > 0 ? performance.now() - Math.max(...times) : 0,
    };
  };

  // In milliseconds since join-room was sent, and since the navigation began.
  window.plenumArrival = () => {
    const times = visible().map((video) => shownAt.get(video));
    const first = Math.min(...times);
    const all = Math.max(...times);
    return { first: first - joinSent, all: all - joinSent, opened: all };
  };

  const kept = new WeakMap();

  function tiles() {
    return visible().map((video) => {
      const { width, height } = video.getBoundingClientRect();
      const frames = video.getVideoPlaybackQuality().totalVideoFrames;
      const since = frames - (kept.get(video) ?? frames);
      kept.set(video, frames);
      return { area: width * height, shown: Math.round(height), lines: video.videoHeight, frames: since };
    });
  }

  const areaOf = ({ offsetWidth, offsetHeight }) => offsetWidth * offsetHeight;

  window.plenumLines = () => visible().sort((a, b) => areaOf(b) - areaOf(a))[0]?.videoHeight ?? 0;

  const sum = (reports, name) => reports.reduce((all, report) => all + (report[name] ?? 0), 0);

  window.plenumFigures = async () => {
    const open = peers.filter(({ connectionState }) => connectionState === "connected");
    const reports = (await Promise.all(open.map((peer) => peer.getStats()))).flatMap((one) => [...one.values()]);
    const inbound = reports.filter(({ type }) => type === "inbound-rtp");
    const pictures = inbound.filter(({ kind }) => kind === "video");
    const sounds = inbound.filter(({ kind }) => kind === "audio");
    const transports = reports.filter(({ type }) => type === "transport");
    return {
      time: performance.now(),
      connections: open.length,
      down: sum(transports, "bytesReceived"),
      up: sum(transports, "bytesSent"),
      freezes: sum(pictures, "freezeCount"),
      frozen: sum(pictures, "totalFreezesDuration"),
      lost: sum(inbound, "packetsLost"),
      concealed: sum(sounds, "concealedSamples") / 48000,
      tiles: tiles(),
    };
  };
})();
