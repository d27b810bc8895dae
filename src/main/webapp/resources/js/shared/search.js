/** Those of `items` whose name contains what somebody wrote into a search field, whatever the case. */
export function matching(items, wanted) {
  const letters = wanted.trim().toLocaleLowerCase();
  return items.filter(({ name }) => name.toLocaleLowerCase().includes(letters));
}
