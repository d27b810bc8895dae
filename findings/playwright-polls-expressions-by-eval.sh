#!/usr/bin/env bash
# Playwright 1.62.0: waitForFunction with an expression works under a Content-Security-Policy while nobody has to wait.
#
# Expected: the policy "script-src 'self'" matters to an expression as little as it does in evaluate, or it fails always.
# Seen: an expression that is true at once is evaluated; one that becomes true later fails at the second look with an
# EvalError, which the page reports as its own uncaught error, too. As a function, or as the text of one, it waits.
# This script fails when that changes. Needs Node 20 or newer, npm, and a Chromium (CHROMIUM, or chromium in the path).
set -euo pipefail
chromium="${CHROMIUM:-$(command -v chromium)}"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --no-audit --no-fund --silent playwright-core@1.62.0
cat > waits.mjs <<'JAVASCRIPT'
import { createServer } from "node:http";
import { chromium } from "playwright-core";

const head = { "Content-Type": "text/html", "Content-Security-Policy": "script-src 'self'" };
const server = createServer((request, response) => response.writeHead(200, head).end("<p>hello</p>")).listen(0, "127.0.0.1");
const browser = await chromium.launch({ executablePath: process.argv[2], args: ["--no-sandbox"] });
const page = await browser.newPage();
page.on("pageerror", (error) => console.log("uncaught:", error.message.slice(0, 50)));
await page.goto(`http://127.0.0.1:${server.address().port}/`);

async function look(name, ask, later) {
  await page.evaluate((wait) => (window.later = Date.now() + wait), later);
  const told = await ask().then(() => "true", (error) => error.message.split(":").slice(0, 3).join(":"));
  console.log(`${name}: ${told}`);
}

const options = { timeout: 10_000 };
await look("evaluate, expression", () => page.evaluate("Date.now() > later"), 0);
await look("expression, at once", () => page.waitForFunction("Date.now() >= later", undefined, options), 0);
await look("expression, later", () => page.waitForFunction("Date.now() > later", undefined, options), 700);
await look("function, later", () => page.waitForFunction(() => Date.now() > window.later, undefined, options), 700);
await look("text of a function, later", () => page.waitForFunction("() => Date.now() > later", undefined, options), 700);
await browser.close();
server.close();
JAVASCRIPT
timeout 120 node waits.mjs "$chromium" | tee said
grep -q '^expression, at once: true' said || { echo 'CHANGED: an expression that is true at once'; exit 1; }
grep -q '^expression, later: .*EvalError' said || { echo 'CHANGED: an expression that becomes true'; exit 1; }
grep -q '^uncaught: Evaluating a string' said || { echo 'CHANGED: what the page reports'; exit 1; }
grep -q '^text of a function, later: true' said || { echo 'CHANGED: the text of a function'; exit 1; }
