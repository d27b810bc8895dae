#!/usr/bin/env bash
# Chromium 156: how loud a received track is said to be depends on the volume at which a page plays it.
#
# Expected (webrtc-stats: audioLevel and totalAudioEnergy of inbound-rtp tell of the receiving track): a tone of constant
# strength has the same energy a second whether the audio element that plays it has a volume of 1 or 0.1, or is muted; as
# it has in Firefox 153.
# Seen: at a volume of 0.1 it is a hundredth, and muted or paused it is 0, while packets arrive and totalSamplesDuration
# grows. So a page that shows by it who speaks shows nothing of whom its person has turned down. What
# getSynchronizationSources tells, by the header extension of RFC 6464, stays as it is.
# This script fails when that changes. Needs Node 20 or newer, npm, and a Chromium (CHROMIUM, or chromium in the path).
set -euo pipefail
chromium="${CHROMIUM:-$(command -v chromium)}"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --no-audit --no-fund --silent playwright-core@1.62.0
cat > levels.mjs <<'JAVASCRIPT'
import { createServer } from "node:http";
import { chromium } from "playwright-core";

const server = createServer((request, response) => response.end("<p>hello</p>")).listen(0, "127.0.0.1");
const browser = await chromium.launch({
  executablePath: process.argv[2],
  args: ["--no-sandbox", "--allow-loopback-in-peer-connection", "--autoplay-policy=no-user-gesture-required"],
});
console.log(`Chromium ${browser.version()}`);
const page = await browser.newPage();
await page.goto(`http://localhost:${server.address().port}/`);
await page.evaluate(async () => {
  const context = new AudioContext();
  const tone = context.createOscillator();
  const destination = context.createMediaStreamDestination();
  tone.connect(destination);
  tone.start();
  const [sender, receiver] = [new RTCPeerConnection(), new RTCPeerConnection()];
  sender.onicecandidate = ({ candidate }) => receiver.addIceCandidate(candidate);
  receiver.onicecandidate = ({ candidate }) => sender.addIceCandidate(candidate);
  const connected = new Promise((resolve) => {
    receiver.onconnectionstatechange = () => receiver.connectionState === "connected" && resolve();
  });
  receiver.ontrack = ({ track }) => {
    window.element = document.createElement("audio");
    element.srcObject = new MediaStream([track]);
    element.play();
  };
  sender.addTransceiver(destination.stream.getAudioTracks()[0], { direction: "sendonly" });
  await sender.setLocalDescription();
  await receiver.setRemoteDescription(sender.localDescription);
  await receiver.setLocalDescription();
  await sender.setRemoteDescription(receiver.localDescription);
  await connected;
  window.receiver = receiver;
});

/** The energy of the tone in a second of it, after the element was changed. */
async function look(name, change) {
  await page.evaluate(change);
  await page.waitForTimeout(1500);
  const told = await page.evaluate(async () => {
    const inbound = async () => [...(await receiver.getStats()).values()].find(({ type }) => type === "inbound-rtp");
    const before = await inbound();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const after = await inbound();
    const grown = (counter) => after[counter] - before[counter];
    return {
      energy: grown("totalAudioEnergy") / grown("totalSamplesDuration"),
      arrived: grown("packetsReceived") > 50 && grown("totalSamplesDuration") > 1,
      source: receiver.getReceivers()[0].getSynchronizationSources()[0].audioLevel,
    };
  });
  const { energy, arrived, source } = told;
  console.log(`${name}: energy ${energy.toFixed(4)}, arrived ${arrived}, source ${source.toFixed(2)}`);
  return told;
}

const full = await look("volume 1", () => (element.volume = 1));
const tenth = await look("volume 0.1", () => (element.volume = 0.1));
const muted = await look("muted", () => (element.muted = true));
const again = await look("as before", () => Object.assign(element, { muted: false, volume: 1 }));
const seen = [full, tenth, muted, again];
const asBefore =
  seen.every(({ arrived, source }) => arrived && Math.abs(source - full.source) < 0.1) &&
  full.energy > 0.01 &&
  again.energy > full.energy / 2 &&
  Math.abs(tenth.energy / full.energy - 0.01) < 0.005 &&
  muted.energy === 0;
console.log(asBefore ? "As before: the volume of the element is in the levels." : "CHANGED: what the levels tell");
await browser.close();
server.close();
process.exit(asBefore ? 0 : 1);
JAVASCRIPT
timeout 120 node levels.mjs "$chromium"
