// Everything works without this file; with it, text and record move together and files are
// sent one by one with their progress. Nothing here writes HTML from words of a document.
"use strict";

function lightUp(root, item, from) {
  for (const lit of root.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const one of root.querySelectorAll(`[data-item="${CSS.escape(item)}"]`)) one.classList.add("lit");
  const target = root.querySelector(from.closest(".text")
    ? `.record [data-item="${CSS.escape(item)}"]` : `.text [data-item="${CSS.escape(item)}"]`);
  if (!target) return;
  for (let one = target.closest("details:not([open])"); one; one = target.closest("details:not([open])")) one.open = true;
  const pane = target.closest(".text, .record");
  const fixed = getComputedStyle(pane).overflowY !== "visible" && pane.scrollHeight > pane.clientHeight;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  const wide = matchMedia("(min-width: 60rem)").matches;
  if (fixed && wide) {
    const gap = target.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollBy({ top: gap - pane.clientHeight / 3, behavior: calm });
  } else target.scrollIntoView({ block: "center", behavior: calm });
}

// On a phone the pages stand in one line that scrolls: the present one must be in sight.
const line = document.querySelector(".top nav");
const present = line?.querySelector("[aria-current]");
if (present && line.scrollWidth > line.clientWidth) {
  line.scrollLeft = present.offsetLeft - line.offsetLeft - (line.clientWidth - present.offsetWidth) / 2;
}

for (const root of document.querySelectorAll("[data-beside]")) {
  root.addEventListener("click", (event) => {
    const inner = event.target.closest("a");
    if (inner && !inner.matches(".to, .go, .sheet a")) return;
    if (event.target.closest("summary")) return;
    const place = event.target.closest("[data-item]");
    if (!place || !root.contains(place)) return;
    event.preventDefault();
    const side = place.closest(".text") ? "at-" : "r-";
    history.replaceState(null, "", `#${side}${place.dataset.item}`);
    lightUp(root, place.dataset.item, place);
  });
  // An address that names a place lights up both sides.
  const named = decodeURIComponent(location.hash.slice(1));
  const start = named && (document.getElementById(named) || document.getElementById(named.replace(/^at-/, "r-")));
  if (start && root.contains(start) && start.dataset.item) {
    start.scrollIntoView({ block: "center" });
    lightUp(root, start.dataset.item, start);
  }
}

for (const form of document.querySelectorAll("[data-bulk]")) {
  const all = form.querySelector("[data-all]");
  if (!all) continue;
  all.hidden = false;
  all.addEventListener("click", () => {
    const boxes = [...form.querySelectorAll("input[type=checkbox]")];
    const every = boxes.every((box) => box.checked);
    for (const box of boxes) box.checked = !every;
  });
}

for (const form of document.querySelectorAll("[data-drop]")) {
  const input = form.querySelector("input[type=file]");
  const zone = form.querySelector(".zone");
  const shown = form.querySelector("[data-progress]");
  for (const kind of ["dragover", "dragleave", "drop"]) {
    zone.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.toggle("over", kind === "dragover");
      if (kind === "drop" && event.dataTransfer.files.length) {
        input.files = event.dataTransfer.files;
        form.requestSubmit();
      }
    });
  }
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const files = [...input.files];
    const bar = shown.querySelector("progress");
    const said = shown.querySelector("[role=status]");
    const fates = document.querySelector("[data-fates]");
    fates.replaceChildren();
    shown.hidden = false;
    for (const [number, file] of files.entries()) {
      bar.value = number / files.length;
      said.textContent = `${file.name} ${form.dataset.sending}`;
      const sent = new FormData();
      sent.append("csrf", form.elements.csrf.value);
      sent.append("files", file);
      try {
        const answer = await fetch(form.action, { method: "POST", body: sent });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        // A page of our own, already escaped; scripts in a parsed document never run.
        const told = page.querySelector("[data-fates] section");
        if (told && fates.childElementCount) told.querySelector("h2").remove();
        fates.append(told ? document.importNode(told, true) : failure(file, form));
      } catch {
        fates.append(failure(file, form));
      }
    }
    bar.value = 1;
    said.textContent = form.dataset.done.replace("{done}", files.length).replace("{all}", files.length);
    input.value = "";
    fates.scrollIntoView({ block: "nearest" });
  });
}

function failure(file, form) {
  const line = document.createElement("p");
  line.className = "trouble";
  line.textContent = `${file.name} ${form.dataset.failed}`;
  return line;
}
