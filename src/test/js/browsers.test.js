import assert from "node:assert/strict";
import { test } from "node:test";
import { browserOf, browserVersionOf } from "../../main/webapp/resources/js/shared/browsers.js";

const CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0";

test("says what people call a browser", () => {
  assert.equal(browserOf("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"), "Firefox, Linux");
  assert.equal(browserOf(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36`), "Chrome, Windows");
  assert.equal(browserOf(`Mozilla/5.0 (Windows NT 10.0) ${CHROME} Safari/537.36 Edg/131.0.0.0`), "Edge, Windows");
  assert.equal(browserOf(`Mozilla/5.0 (Linux; Android 14) ${CHROME} Mobile Safari/537.36`), "Chrome, Android");
  const safari = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";
  assert.equal(browserOf(`Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${safari}`), "Safari, iOS");
  assert.equal(browserOf("curl/8.5"), "");
});

test("tells a browser's version", () => {
  assert.equal(browserVersionOf(`Mozilla/5.0 (X11; Linux x86_64) ${CHROME} Safari/537.36`), "Chrome 131, Linux");
  assert.equal(
    browserVersionOf(`Mozilla/5.0 (Windows NT 10.0) ${CHROME} Safari/537.36 Edg/130.0.0.0`),
    "Edge 130, Windows",
  );
  assert.equal(
    browserVersionOf("Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"),
    "Firefox 153, Linux",
  );
  const safari = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";
  assert.equal(browserVersionOf(`Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${safari}`), "Safari 18, iOS");
  assert.equal(browserVersionOf("curl/8.5"), "");
});
