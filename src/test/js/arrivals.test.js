import assert from "node:assert/strict";
import test from "node:test";
import { Arrivals } from "../../main/webapp/resources/js/media/arrivals.js";

/** A connection whose picture's statistics the test sets. */
function connection() {
  const picture = { type: "inbound-rtp", kind: "video", timestamp: 0, bytesReceived: 1, packetsReceived: 0 };
  const peer = { getStats: async () => new Map([["v", { ...picture }]]) };
  const arrivals = new Arrivals();
  const look = async (counts) => {
    Object.assign(picture, { timestamp: picture.timestamp + 2_000 }, counts);
    return arrivals.look(peer);
  };
  /** Looks as often as tells nothing yet. */
  const warm = () =>
    look({ bytesReceived: 1 }).then(() => look({ bytesReceived: 2, packetsReceived: 100, framesDecoded: 10 }));
  return { look, warm, peer };
}

test("tells what came since the last look", async () => {
  const { look, warm } = connection();
  assert.deepEqual(await warm(), [], "it has just begun");
  const rows = await look({
    bytesReceived: 5_002,
    packetsReceived: 190,
    packetsLost: 10,
    framesDecoded: 40,
    totalFreezesDuration: 0.3,
  });
  const milliseconds = 2_000;
  assert.deepEqual(rows, [
    { kind: "video", bytes: 5_000, milliseconds, lost: 100, frozen: 300, concealed: 0, losses: true },
  ]);
});

test("takes a picture of which nothing was decoded for one that stands still", async () => {
  const { look, warm } = connection();
  await warm();
  const [row] = await look({ bytesReceived: 900 });
  assert.deepEqual([row.frozen, row.losses], [2_000, false]);
});

test("knows by requests that something was lost though it came in the end", async () => {
  const { look, warm } = connection();
  await warm();
  const losses = [];
  for (const nackCount of [2, 5]) {
    const [row] = await look({ bytesReceived: 100 * nackCount, framesDecoded: 10 * nackCount, nackCount });
    losses.push(row.losses);
  }
  assert.deepEqual(losses, [false, true]);
});

test("tells nothing of what nothing came of, and of a connection that is gone", async () => {
  const { look, warm, peer } = connection();
  await warm();
  assert.deepEqual(await look({}), []);
  peer.getStats = async () => {
    throw new Error("closed");
  };
  assert.deepEqual(await look({}), []);
});
