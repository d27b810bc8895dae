import assert from "node:assert/strict";
import test from "node:test";
import { waysIn } from "../../main/webapp/resources/js/shared/ingests.js";

const whip = { protocol: "whip", address: "/rtc/v1/whip/?app=group&stream=s-device", key: "AQ" };
const rtmp = { protocol: "rtmp", address: "rtmp://10.0.0.5:1935/group", key: "s-device?ticket=AQ" };
const srt = { protocol: "srt", address: "srt://10.0.0.5:10080", key: "#!::r=group/s-device,ticket=AQ,m=publish" };

test("gives WHIP as a whole address of this origin, with the token apart", () => {
  const [way] = waysIn([whip], "https://plenum.example");
  const url = "https://plenum.example/rtc/v1/whip/?app=group&stream=s-device";
  assert.deepEqual(way.fields, [
    { name: "server", value: url },
    { name: "token", value: "AQ" },
  ]);
  assert.ok(way.command.endsWith(`-c:a libopus -ar 48000 -ac 2 -f whip -authorization "AQ" "${url}"`), way.command);
});

test("gives RTMP as server and stream key, and as one address to ffmpeg", () => {
  const [way] = waysIn([rtmp], "https://plenum.example");
  assert.deepEqual(
    way.fields.map(({ value }) => value),
    [rtmp.address, rtmp.key],
  );
  assert.match(way.command, /^ffmpeg -re .*-c:v libx264 .*-bf 0 -g 30 -tune zerolatency -c:a aac -f flv /);
  assert.ok(way.command.endsWith('"rtmp://10.0.0.5:1935/group/s-device?ticket=AQ"'), way.command);
});

test("writes SRT's stream id so that a shell leaves it alone", () => {
  const [way] = waysIn([srt], "https://plenum.example");
  assert.equal(way.fields[1].value, srt.key);
  const address = /"(srt:.*)"$/.exec(way.command)[1];
  assert.ok(!/[!#"$`\\]/.test(address), address);
  assert.equal(new URLSearchParams(address.split("?")[1]).get("streamid"), srt.key);
});

test("leaves out what it does not know and keeps the order", () => {
  const ways = waysIn([whip, { protocol: "rist", address: "rist://x", key: "k" }, rtmp], "https://plenum.example");
  assert.deepEqual(
    ways.map(({ protocol }) => protocol),
    ["whip", "rtmp"],
  );
});
