import assert from "node:assert/strict";
import test from "node:test";
import { wayOf, worstWay } from "../../main/webapp/resources/js/media/way.js";

/** A connection whose pair of candidates is this. */
function peer(local, { firefox = false } = {}) {
  const entries = [
    { id: "other", type: "candidate-pair", localCandidateId: "unused", nominated: true },
    { id: "pair", type: "candidate-pair", localCandidateId: "local", ...(firefox && { selected: true }) },
    { id: "unused", type: "local-candidate", candidateType: "host", protocol: "udp" },
    { id: "local", type: "local-candidate", ...local },
    ...(firefox ? [] : [{ id: "t", type: "transport", selectedCandidatePairId: "pair" }]),
  ];
  return { getStats: async () => new Map(entries.map((entry) => [entry.id, entry])) };
}

const UDP = { candidateType: "host", protocol: "udp" };
const TCP = { candidateType: "prflx", protocol: "tcp" };
const RELAY = { candidateType: "relay", protocol: "udp", relayProtocol: "tls" };

test("a connection goes directly, by TCP, or through a relay", async () => {
  assert.equal(await wayOf(peer(UDP)), "udp");
  assert.equal(await wayOf(peer(TCP)), "tcp");
  assert.equal(await wayOf(peer(RELAY)), "relay");
});

test("Firefox names the pair differently", async () => {
  assert.equal(await wayOf(peer(TCP, { firefox: true })), "tcp");
});

test("without a connection there is no way", async () => {
  assert.equal(await wayOf(undefined), undefined);
  assert.equal(await wayOf({ getStats: async () => new Map() }), undefined);
  assert.equal(await wayOf({ getStats: () => Promise.reject(new Error("closed")) }), undefined);
});

test("of several connections the worst is told", async () => {
  assert.equal(await worstWay([peer(UDP), undefined, peer(TCP)]), "tcp");
  assert.equal(await worstWay([peer(RELAY), peer(UDP)]), "relay");
  assert.equal(await worstWay([undefined]), undefined);
  assert.equal(await worstWay([]), undefined);
});
