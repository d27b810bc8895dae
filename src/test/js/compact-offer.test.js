import assert from "node:assert/strict";
import test from "node:test";
import { compactOffer } from "../../main/webapp/resources/js/media/compact-offer.js";

const TRANSPORT = ["a=ice-ufrag:abcd", "a=ice-pwd:secret", "a=fingerprint:sha-256 AB", "a=setup:actpass"];
const section = (mid) => [
  "m=video 9 UDP/TLS/RTP/SAVPF 96 97 98 99 100 101",
  "c=IN IP4 0.0.0.0",
  ...TRANSPORT,
  `a=mid:${mid}`,
  "a=extmap:1 urn:ietf:params:rtp-hdrext:toffset",
  "a=extmap:4 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01",
  "a=recvonly",
  "a=rtcp-mux",
  "a=rtpmap:96 VP8/90000",
  "a=rtcp-fb:96 goog-remb",
  "a=rtcp-fb:96 nack",
  "a=rtcp-fb:96 nack pli",
  "a=rtpmap:97 rtx/90000",
  "a=fmtp:97 apt=96",
  "a=rtpmap:98 VP9/90000",
  "a=rtcp-fb:98 nack",
  "a=fmtp:98 profile-id=0",
  "a=rtpmap:99 red/90000",
  "a=rtpmap:100 rtx/90000",
  "a=fmtp:100 apt=99",
  "a=rtpmap:101 AV1/90000",
  "a=fmtp:101 level-idx=5;profile=1;tier=0",
];
const offer = ["v=0", "a=group:BUNDLE 0 1", ...section(0), ...section(1), ""].join("\r\n");

test("tells what is the same for all sections once, and nothing that the server does not use", () => {
  const short = (mid, transport) => [
    "m=video 9 UDP/TLS/RTP/SAVPF 96 97 98",
    "c=IN IP4 0.0.0.0",
    ...transport,
    `a=mid:${mid}`,
    "a=extmap:4 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01",
    "a=recvonly",
    "a=rtcp-mux",
    "a=rtpmap:96 VP8/90000",
    "a=rtcp-fb:96 nack pli",
    "a=rtpmap:97 rtx/90000",
    "a=fmtp:97 apt=96",
    "a=rtpmap:98 VP9/90000",
    "a=fmtp:98 profile-id=0",
    "a=rtcp-fb:* nack",
  ];
  assert.deepEqual(compactOffer(offer).split("\r\n"), [
    "v=0",
    "a=group:BUNDLE 0 1",
    ...short(0, TRANSPORT),
    ...short(1, []),
    "",
  ]);
});
