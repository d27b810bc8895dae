import assert from "node:assert/strict";
import test from "node:test";
import { withStereo } from "../../main/webapp/resources/js/media/stereo.js";

const lines = (...all) => all.map((line) => `${line}\r\n`).join("");
const offer = (direction, ...parameters) =>
  lines(
    "v=0",
    "m=video 9 UDP/TLS/RTP/SAVPF 96",
    "a=recvonly",
    "a=rtpmap:96 VP8/90000",
    "m=audio 9 UDP/TLS/RTP/SAVPF 63 111",
    `a=${direction}`,
    "a=rtpmap:63 red/48000/2",
    "a=fmtp:63 111/111",
    "a=rtpmap:111 opus/48000/2",
    ...parameters,
    "m=audio 9 UDP/TLS/RTP/SAVPF 111",
    `a=${direction}`,
    "a=rtpmap:111 opus/48000/2",
    ...parameters,
  );

test("asks for stereo in each section whose sound is received", () => {
  assert.equal(
    withStereo(offer("recvonly", "a=fmtp:111 minptime=10;useinbandfec=1")),
    offer("recvonly", "a=fmtp:111 minptime=10;useinbandfec=1;stereo=1"),
  );
});

test("asks where the browser names no parameters", () => {
  assert.equal(withStereo(offer("recvonly")), offer("recvonly", "a=fmtp:111 stereo=1"));
});

test("leaves alone what the browser says of it", () => {
  const firefox = offer("recvonly", "a=fmtp:111 maxplaybackrate=48000;stereo=1;useinbandfec=1");
  const mono = offer("recvonly", "a=fmtp:111 stereo=0");
  assert.equal(withStereo(firefox), firefox);
  assert.equal(withStereo(mono), mono);
});

test("is not misled by what only ends like it", () => {
  assert.equal(
    withStereo(offer("recvonly", "a=fmtp:111 sprop-stereo=1")),
    offer("recvonly", "a=fmtp:111 sprop-stereo=1;stereo=1"),
  );
});

test("leaves alone what the browser sends, and sections without Opus", () => {
  const sent = offer("sendonly", "a=fmtp:111 minptime=10");
  const other = lines("m=audio 9 RTP/SAVPF 0", "a=recvonly", "a=rtpmap:0 PCMU/8000");
  assert.equal(withStereo(sent), sent);
  assert.equal(withStereo(other), other);
});
