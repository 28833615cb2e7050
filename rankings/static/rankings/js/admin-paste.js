// One choice for all names of a pasted table on which nothing is decided yet.

const rest = document.querySelector("[data-rest]");

rest?.querySelector("select").addEventListener("change", ({ target }) => {
  for (const choice of document.querySelectorAll(".paste-name > select")) {
    choice.value ||= target.value;
  }
  target.value = "";
});
rest?.removeAttribute("hidden");
