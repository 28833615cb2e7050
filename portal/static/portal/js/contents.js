// The contents of an article are folded where they stand in its way, open where they stand beside it.

for (const contents of document.querySelectorAll("[data-contents]")) {
  contents.open = getComputedStyle(contents.parentElement).position === "sticky";
}
