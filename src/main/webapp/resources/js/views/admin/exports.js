/** Has the links to exports export what the table's filters let through at that moment. */
export function showExports(root) {
  root.querySelectorAll("[data-export]").forEach((link) => {
    const base = link.href;
    link.addEventListener("click", () => {
      const address = new URL(base);
      root.querySelectorAll(".ui-column-filter").forEach((field) => {
        const column = field.closest("th").className.match(/\bfield-(\w+)/)?.[1];
        if (column && field.value) {
          address.searchParams.set(column, field.value);
        }
      });
      link.href = address.href;
    });
  });
}
