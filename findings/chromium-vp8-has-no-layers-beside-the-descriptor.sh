#!/usr/bin/env bash
# Chromium 156: a picture in VP8 whose dependency descriptor was agreed to carries no numbers and layers of its own.
#
# Expected: the header extension says beside the payload what the payload descriptor (RFC 7741, 4.2) says: a picture's
# number, TL0PICIDX, TID and KEYIDX, as in every packet of VP8 that Chromium sends in three temporal layers.
# Seen: the same encoding has all of them without the extension in the answer, and none of them with it, so whoever
# reads layers from the payload finds one layer, and whoever rewrites the numbers finds none.
# This script fails when that changes. Needs Node 20 or newer, npm, and a Chromium (CHROMIUM, or chromium in the path).
set -euo pipefail
chromium="${CHROMIUM:-$(command -v chromium)}"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --no-audit --no-fund --silent playwright-core@1.62.0 werift@0.24.4
cat > layers.mjs <<'JAVASCRIPT'
import { createServer } from "node:http";
import { chromium } from "playwright-core";
import { RTCPeerConnection, RTCRtpCodecParameters, RTCRtpHeaderExtensionParameters } from "werift";

const DESCRIPTOR = "https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension";
const server = createServer((request, response) => response.end("<p>hello</p>")).listen(0, "127.0.0.1");
const browser = await chromium.launch({
  executablePath: process.argv[2],
  args: ["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
});
console.log(`Chromium ${browser.version()}`);
const page = await browser.newPage();
await page.goto(`http://localhost:${server.address().port}/`);

/** What the payload descriptors of 300 packets have. */
async function sent(extensions) {
  const codec = new RTCRtpCodecParameters({ mimeType: "video/VP8", clockRate: 90_000 });
  const video = extensions.map((uri) => new RTCRtpHeaderExtensionParameters({ uri }));
  const peer = new RTCPeerConnection({ codecs: { video: [codec] }, headerExtensions: { video } });
  const counted = { packets: 0, described: 0, pictureId: 0, tl0: 0, layer: 0 };
  const enough = new Promise((resolve) =>
    peer.onTrack.subscribe((track) =>
      track.onReceiveRtp.subscribe(({ payload, header }) => {
        if (payload.length === 0 || counted.packets === 300) {
          return;
        }
        const more = payload[0] & 0x80 ? payload[1] : 0;
        counted.described += header.extensions.length > 0 ? 1 : 0;
        counted.pictureId += more & 0x80 ? 1 : 0;
        counted.tl0 += more & 0x40 ? 1 : 0;
        counted.layer += more & 0x20 ? 1 : 0;
        counted.packets += 1;
        if (counted.packets === 300) {
          resolve();
        }
      }),
    ),
  );
  const offer = await page.evaluate(async () => {
    const media = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 360 } });
    window.sender = new RTCPeerConnection();
    const sendEncodings = [{ scalabilityMode: "L1T3" }];
    const transceiver = sender.addTransceiver(media.getVideoTracks()[0], { direction: "sendonly", sendEncodings });
    const { codecs } = RTCRtpSender.getCapabilities("video");
    transceiver.setCodecPreferences(codecs.filter(({ mimeType }) => mimeType === "video/VP8"));
    await sender.setLocalDescription();
    await new Promise((resolve) => {
      sender.onicegatheringstatechange = () => sender.iceGatheringState === "complete" && resolve();
    });
    return sender.localDescription.sdp;
  });
  await peer.setRemoteDescription({ type: "offer", sdp: offer });
  await peer.setLocalDescription(await peer.createAnswer());
  await page.evaluate((sdp) => sender.setRemoteDescription({ type: "answer", sdp }), peer.localDescription.sdp);
  await enough;
  await page.evaluate(() => sender.close());
  await peer.close();
  const agreed = peer.localDescription?.sdp.includes(DESCRIPTOR) ? "agreed to" : "not agreed to";
  return `${agreed}: ${Object.entries(counted).map(([name, count]) => `${name} ${count}`).join(", ")}`;
}

console.log(await sent([]));
console.log(await sent([DESCRIPTOR]));
await browser.close();
server.close();
process.exit(0);
JAVASCRIPT
timeout 120 node layers.mjs "$chromium" | tee said
grep -q '^not agreed to: packets 300, .*pictureId 300, tl0 300, layer 300' said || { echo 'CHANGED: without it'; exit 1; }
grep -q '^agreed to: packets 300, .*pictureId 0, tl0 0, layer 0' said || { echo 'CHANGED: with the descriptor'; exit 1; }
