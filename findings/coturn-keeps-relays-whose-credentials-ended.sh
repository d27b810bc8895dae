#!/usr/bin/env bash
# coturn 4.6.1: credentials by use-auth-secret that have ended still refresh the relay that they opened.
#
# Expected: the user name is the time at which the credentials end (draft-uberti-behave-turn-rest, 2.2), so that from
# then on a Refresh is answered as an Allocate is, with 401; at the latest when stale-nonce has made the client prove
# anew who it is (438).
# Seen: the Allocate is answered 401, the Refresh of a relay that is open is not: neither at once nor with the new nonce.
# So the time bounds when a relay is opened, not how long it is used.
# This script fails when that changes. Needs Node 20 or newer, and coturn (TURNSERVER, or turnserver in the path);
# takes some ten seconds, and uses the ports 34780 (and the next one) and 34800 to 34820 of 127.0.0.1.
set -euo pipefail
program="${TURNSERVER:-$(command -v turnserver)}"
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
cat > turnserver.conf <<TEXT
listening-ip=127.0.0.1
listening-port=34780
relay-ip=127.0.0.1
min-port=34800
max-port=34820
realm=tried
use-auth-secret
static-auth-secret=secret
stale-nonce=4
no-cli
no-tls
no-dtls
log-file=$folder/log
simple-log
pidfile=$folder/pid
userdb=$folder/users
TEXT
"$program" -c turnserver.conf > output 2>&1 &
server=$!
cat > relay.mjs <<'JAVASCRIPT'
import { createHash, createHmac, randomBytes } from "node:crypto";
import { createSocket } from "node:dgram";
import { setTimeout as wait } from "node:timers/promises";

const [ALLOCATE, REFRESH] = [0x003, 0x004];
const [USERNAME, INTEGRITY, ERROR, LIFETIME, REALM, NONCE, TRANSPORT, SOFTWARE] = [
  0x006, 0x008, 0x009, 0x00d, 0x014, 0x015, 0x019, 0x8022,
];

function attribute(type, value) {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

/** A request (RFC 8489, 5), with a MESSAGE-INTEGRITY where there is a key. */
function request(method, attributes, key) {
  const head = Buffer.alloc(20);
  head.writeUInt16BE(method, 0);
  head.writeUInt32BE(0x2112a442, 4);
  randomBytes(12).copy(head, 8);
  let message = Buffer.concat([head, ...attributes.map(([type, value]) => attribute(type, value))]);
  message.writeUInt16BE(message.length - 20 + (key ? 24 : 0), 2);
  if (key) {
    message = Buffer.concat([message, attribute(INTEGRITY, createHmac("sha1", key).update(message).digest())]);
  }
  return message;
}

function attributes(message) {
  const found = new Map();
  for (let at = 20; at + 4 <= message.length; ) {
    const length = message.readUInt16BE(at + 2);
    found.set(message.readUInt16BE(at), message.subarray(at + 4, at + 4 + length));
    at += 4 + length + ((4 - (length % 4)) % 4);
  }
  return found;
}

/** A client of its own address. */
class Client {
  #socket = createSocket("udp4");
  #nonce = Buffer.alloc(0);
  #user;
  #key;

  constructor(seconds) {
    this.#user = `${Math.floor(Date.now() / 1000) + seconds}:ada`;
    const password = createHmac("sha1", "secret").update(this.#user).digest("base64");
    this.#key = createHash("md5").update(`${this.#user}:tried:${password}`).digest();
  }

  async #ask(message) {
    const answer = new Promise((resolve) => this.#socket.once("message", resolve));
    this.#socket.send(message, 34780, "127.0.0.1");
    return attributes(await answer);
  }

  /** The status, after a first try that brings the nonce. */
  async send(method, more, proven = true) {
    const known = [
      [USERNAME, Buffer.from(this.#user)],
      [REALM, Buffer.from("tried")],
      [NONCE, this.#nonce],
    ];
    const answer = await this.#ask(proven ? request(method, [...more, ...known], this.#key) : request(method, more));
    this.#nonce = answer.get(NONCE) ?? this.#nonce;
    this.software = answer.get(SOFTWARE)?.toString();
    const error = answer.get(ERROR);
    return error ? error[2] * 100 + error[3] : 200;
  }

  async open() {
    const more = [[TRANSPORT, Buffer.from([17, 0, 0, 0])]];
    await this.send(ALLOCATE, more, false);
    return this.send(ALLOCATE, more);
  }

  refresh() {
    return this.send(REFRESH, [[LIFETIME, Buffer.from([0, 0, 2, 88])]]);
  }
}

const early = new Client(3);
const opened = await early.open();
console.log(early.software);
console.log(`opened before the end: ${opened}`);
await wait(6_000);
console.log(`opened after it: ${await new Client(-3).open()}`);
console.log(`refreshed after it, with the old nonce: ${await early.refresh()}`);
console.log(`refreshed after it, with the new nonce: ${await early.refresh()}`);
process.exit(0);
JAVASCRIPT
sleep 2
timeout 60 node relay.mjs | tee said
cat > expected <<'TEXT'
opened before the end: 200
opened after it: 401
refreshed after it, with the old nonce: 438
refreshed after it, with the new nonce: 200
TEXT
tail -n +2 said | diff expected - || { echo 'CHANGED: what ended credentials are good for'; exit 1; }
echo 'As before: a relay that is open outlives its credentials.'
