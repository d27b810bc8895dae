import assert from "node:assert/strict";
import test from "node:test";
import { linked } from "../../main/webapp/resources/js/shared/links.js";

const links = (text) => linked(text).filter(({ href }) => href);

test("finds addresses of the web and of e-mail", () => {
  assert.deepEqual(linked("see https://example.org/a?b=c#d, please"), [
    { text: "see " },
    { text: "https://example.org/a?b=c#d", href: "https://example.org/a?b=c#d" },
    { text: ", please" },
  ]);
  assert.deepEqual(
    links("http://a.example HTTPS://B.EXAMPLE/x mailto:ada@example.org").map(({ href }) => href),
    ["http://a.example/", "https://b.example/x", "mailto:ada@example.org"],
  );
});

test("leaves what ends a sentence outside, and a bracket that was opened inside", () => {
  const found = (text) => links(text)[0].text;
  assert.equal(found("(https://example.org/a)."), "https://example.org/a");
  assert.equal(found("https://example.org/a_(b)!"), "https://example.org/a_(b)");
  assert.equal(found("看 https://example.org/站会。"), "https://example.org/站会");
});

test("makes no link of what a browser might run, and none of half an address", () => {
  for (const text of [
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "JaVaScRiPt://https://x",
    "vbscript:x file:///etc/passwd blob:https ftp://x",
    "http:// https://",
    "mailto:",
    "xhttp://example.org",
    '<a href="x">',
  ]) {
    assert.deepEqual(
      links(text).filter(({ href }) => !/^(https?|mailto):/u.test(href)),
      [],
      text,
    );
    assert.equal(
      linked(text)
        .map((piece) => piece.text)
        .join(""),
      text,
    );
  }
  assert.deepEqual(links("http:// https:// mailto: javascript:alert(1)"), []);
});

test("ends a link before mark-up", () => {
  assert.equal(links('https://example.org/"onclick="x')[0].text, "https://example.org/");
  assert.equal(links("https://example.org/<img>")[0].text, "https://example.org/");
});
