import assert from "node:assert/strict";
import test from "node:test";
import { withSoundLimits } from "../../main/webapp/resources/js/media/sound-limits.js";

const lines = (...all) => all.map((line) => `${line}\r\n`).join("");
const ANSWER = lines(
  "m=audio 9 UDP/TLS/RTP/SAVPF 111",
  "a=rtpmap:111 opus/48000/2",
  "a=fmtp:111 minptime=10;useinbandfec=1",
  "a=ptime:20",
  "m=video 9 UDP/TLS/RTP/SAVPF 96",
  "a=rtpmap:96 VP8/90000",
);

test("leaves an answer as it is where the site says nothing", () => {
  assert.equal(withSoundLimits(ANSWER, { bitrate: 0, packetTime: 20, dtx: false }), ANSWER);
});

test("tells Opus its bitrate, the length of packets and to be silent in silence", () => {
  assert.equal(
    withSoundLimits(ANSWER, { bitrate: 24_000, packetTime: 60, dtx: true }),
    lines(
      "m=audio 9 UDP/TLS/RTP/SAVPF 111",
      "a=rtpmap:111 opus/48000/2",
      "a=ptime:60",
      "a=fmtp:111 minptime=10;useinbandfec=1;maxaveragebitrate=24000;usedtx=1",
      "m=video 9 UDP/TLS/RTP/SAVPF 96",
      "a=rtpmap:96 VP8/90000",
    ),
  );
});

test("leaves an answer without sound alone", () => {
  const sdp = lines("m=video 9 UDP/TLS/RTP/SAVPF 96", "a=rtpmap:96 VP8/90000");
  assert.equal(withSoundLimits(sdp, { bitrate: 24_000, packetTime: 60, dtx: true }), sdp);
});

test("asks for both channels where there are two to hear", () => {
  const answer = withSoundLimits(ANSWER, { bitrate: 0, packetTime: 20, dtx: false, stereo: true });
  assert.match(answer, /^a=fmtp:111 minptime=10;useinbandfec=1;stereo=1\r$/m);
});
