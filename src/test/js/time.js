/**
 * Time is the test's, as `t.mock.timers` has it: `apis`, and both clocks. What this answers sets the computer's clock
 * by so many milliseconds, without any time passing.
 */
export function playTime(t, apis) {
  t.mock.timers.enable({ apis: [...apis, "Date"] });
  const passed = Date.now.bind(Date);
  let set = 0;
  t.mock.method(performance, "now", passed);
  t.mock.method(Date, "now", () => passed() + set);
  return (by) => (set += by);
}
