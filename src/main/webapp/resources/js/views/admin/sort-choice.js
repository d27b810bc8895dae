const CHOICE = ".ui-reflow-dropdown";
const ORDERS = ["ascending", "descending"];

/**
 * Has the field that sorts a table on a phone say how it is sorted: PrimeFaces writes it with its first choice,
 * whatever the order is. Goes on doing so for tables that come later to an element.
 */
export function showOrders(root) {
  const showAll = () => root.querySelectorAll(CHOICE).forEach(show);
  showAll();
  new MutationObserver(showAll).observe(root, { childList: true, subtree: true, attributeFilter: ["aria-sort"] });
}

function show(choice) {
  const table = choice.closest(".ui-datatable");
  const sorted = [...table.querySelectorAll("th")].find((head) => ORDERS.includes(head.getAttribute("aria-sort")));
  const value = sorted && `${sorted.id}_${ORDERS.indexOf(sorted.getAttribute("aria-sort"))}`;
  choice.selectedIndex = [...choice.options].findIndex((option) => option.value === value);
}
