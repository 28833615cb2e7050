// A form that came back begins with what has to be mended: each leads to its field, wherever that
// is hidden.

const list = document.querySelector("[data-mistakes]");
list?.focus();
list?.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  // Tabs open for what is revealed within them.
  field.dispatchEvent(new Event("reveal", { bubbles: true }));
  if (!field.matches("input, select, textarea")) return;
  event.preventDefault();
  field.focus({ preventScroll: true });
  field.closest(".form-row, td")?.scrollIntoView({ block: "center" });
});
