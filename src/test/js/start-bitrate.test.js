import assert from "node:assert/strict";
import test from "node:test";
import { withStartBitrate } from "../../main/webapp/resources/js/media/start-bitrate.js";

const lines = (...all) => all.map((line) => `${line}\r\n`).join("");

test("tells the bitrate beside the parameters that a codec has", () => {
  const sdp = lines(
    "m=video 9 UDP/TLS/RTP/SAVPF 102",
    "a=rtpmap:102 H264/90000",
    "a=fmtp:102 packetization-mode=1",
    "a=sendonly",
  );
  assert.ok(
    withStartBitrate(sdp, 2_000_000).includes("\r\na=fmtp:102 packetization-mode=1;x-google-start-bitrate=2000\r\n"),
  );
});

test("gives parameters to a codec that has none", () => {
  const sdp = lines("a=rtpmap:96 VP8/90000", "a=rtcp-fb:96 nack");
  assert.equal(
    withStartBitrate(sdp, 2_000_000),
    lines("a=rtpmap:96 VP8/90000", "a=fmtp:96 x-google-start-bitrate=2000", "a=rtcp-fb:96 nack"),
  );
});

test("leaves sound and retransmissions alone", () => {
  const sdp = lines("a=rtpmap:111 opus/48000/2", "a=fmtp:111 minptime=10", "a=rtpmap:97 rtx/90000", "a=fmtp:97 apt=96");
  assert.equal(withStartBitrate(sdp, 2_000_000), sdp);
});

test("does not take one payload type for another that begins alike", () => {
  const sdp = lines("a=rtpmap:9 VP8/90000", "a=fmtp:96 apt=9", "a=rtpmap:96 rtx/90000");
  assert.equal(
    withStartBitrate(sdp, 500_000),
    lines("a=rtpmap:9 VP8/90000", "a=fmtp:9 x-google-start-bitrate=500", "a=fmtp:96 apt=9", "a=rtpmap:96 rtx/90000"),
  );
});
