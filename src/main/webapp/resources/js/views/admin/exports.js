/** Has the links to exports export what the table's filters let through at that moment. */
export function showExports(root) {
  root.querySelectorAll("[data-export]").forEach((link) => {
    const base = link.href;
    link.addEventListener("click", () => {
      const address = new URL(base);
      root.querySelectorAll("input.ui-column-filter").forEach((input) => {
        const column = input.closest("th").className.match(/\bfield-(\w+)/)?.[1];
        if (column && input.value) {
          address.searchParams.set(column, input.value);
        }
      });
      link.href = address.href;
    });
  });
}
