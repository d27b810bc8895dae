import { candidatesIn, onlyBy } from "../shared/check-findings.js";
import { settings } from "../shared/settings.js";
import { offeredOf } from "./codecs.js";
import { endSession, postOffer } from "./exchange.js";
import { iceServers } from "./relays.js";
import { inboundOf } from "./stats.js";
import { selectedPair } from "./way.js";

/** What connects at all has done so by then. */
const CONNECT_WITHIN = 10_000;
/** So long the loop is watched. */
const WATCHED = 3_000;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One side of a loop: a connection that goes by `way` alone. */
async function side(url, way, prepare) {
  const peer = new RTCPeerConnection({
    iceServers: way === "relay" ? iceServers() : [],
    iceTransportPolicy: way === "relay" ? "relay" : "all",
  });
  prepare(peer);
  await peer.setLocalDescription(await peer.createOffer());
  try {
    const { answer, location } = await postOffer(url, peer.localDescription.sdp);
    return { peer, answer, close: () => (peer.close(), endSession(location)) };
  } catch (error) {
    peer.close();
    throw error;
  }
}

/** Whether the connection came about. */
async function connected({ peer, answer }, way) {
  await peer.setRemoteDescription({ type: "answer", sdp: way === "relay" ? answer : onlyBy(way, answer) });
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), CONNECT_WITHIN);
    const look = () => {
      if (peer.connectionState === "connected" || peer.connectionState === "failed") {
        clearTimeout(timer);
        resolve(peer.connectionState === "connected");
      }
    };
    peer.addEventListener("connectionstatechange", look);
    look();
  });
}

async function watched(peer) {
  await pause(WATCHED);
  const report = await peer.getStats();
  const video = inboundOf(report, "video");
  return {
    roundTrip: (selectedPair(report)?.currentRoundTripTime ?? 0) * 1000,
    received: video?.packetsReceived ?? 0,
    lost: Math.max(0, video?.packetsLost ?? 0),
    frames: video?.framesDecoded ?? 0,
  };
}

const publishing = (track) => (peer) => {
  const transceiver = peer.addTransceiver(track, { direction: "sendonly", streams: [new MediaStream()] });
  transceiver.setCodecPreferences(offeredOf(RTCRtpSender.getCapabilities("video").codecs, settings.codecs));
};

const playing = (peer) => peer.addTransceiver("video", { direction: "recvonly" });

/** Sends a picture to the media node by `way` ("udp", "tcp" or "relay"), and plays it; `{publish, play}` are doors. */
export async function loop(way, { publish, play }, picture) {
  const sides = [];
  let step = "publish";
  try {
    const sender = await side(publish, way, publishing(picture));
    sides.push(sender);
    const candidates = candidatesIn(sender.answer);
    if (way !== "relay" && !candidates.some(({ protocol }) => protocol === way)) {
      return { problem: "none", candidates };
    }
    if (!(await connected(sender, way))) {
      return { problem: "connect", candidates };
    }
    step = "play";
    const receiver = await side(play, way, playing);
    sides.push(receiver);
    return (await connected(receiver, way))
      ? { candidates, ...(await watched(receiver.peer)) }
      : { problem: "connect", candidates };
  } catch (error) {
    return { problem: step, detail: `${error.status ?? ""} ${error.code ?? error.message}`.trim(), candidates: [] };
  } finally {
    await Promise.all(sides.map((one) => one.close()));
  }
}
