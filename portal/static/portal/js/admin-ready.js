// Beside the buttons stands in which languages readers will see the article. The boxes there tick
// those of the texts, which may lie in a tab that is closed.

const place = document.querySelector("[data-ready-languages]");
const links = place ? [...place.querySelectorAll("a")] : [];
const fields = links.map((link) => document.querySelector(link.hash));
links.forEach((link, index) => link.replaceWith(twin(link, fields[index])));

function twin(link, field) {
  const box = document.createElement("input");
  box.type = "checkbox";
  const show = () => {
    box.checked = field.checked;
    if (box.checked) place.querySelector("[data-none]").hidden = true;
  };
  box.addEventListener("change", () => field.click());
  field.addEventListener("change", show);
  show();
  const label = document.createElement("label");
  link.querySelector("[data-state]").remove();
  label.append(box, ...link.childNodes);
  return label;
}

// What is refused by the server comes back without the files that were chosen.
place?.closest("form").addEventListener("submit", refuseWithoutLanguage, { capture: true });

function refuseWithoutLanguage(event) {
  const isWithout = "forReaders" in (event.submitter?.dataset ?? {}) && !fields.some(isTicked);
  place.querySelector("[data-none]").hidden = !isWithout;
  if (!isWithout) return;
  event.preventDefault();
  place.querySelector("input").focus();
}

function isTicked(field) {
  return field.checked;
}
