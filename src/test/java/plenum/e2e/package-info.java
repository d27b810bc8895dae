/**
 * Browser journeys: what people do on the pages, with real browsers, fake cameras and microphones,
 * and the real application behind them.
 *
 * <p>{@link plenum.e2e.People} brings browser profiles ({@link plenum.e2e.Person}) to a test; pages
 * are objects that say what a person does and sees there. Nothing here sleeps for a fixed time:
 * everything is awaited with {@link plenum.e2e.Eventually} or Playwright's own assertions, whose
 * deadlines are far longer than a quiet machine needs. How fast Plenum is, benchmarks say.
 */
package plenum.e2e;
