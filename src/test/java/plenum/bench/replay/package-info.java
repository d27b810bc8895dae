/**
 * What Chromium sends, recorded once and sent again and again by publishers that need next to no
 * processor: benchmarks have many of them beside one real browser.
 */
package plenum.bench.replay;
