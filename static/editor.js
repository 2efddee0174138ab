/* The card of one weakness: rows taken out and put back, words about saving, marks on fields. It works without. */
(function () {
  "use strict";
  var form = document.getElementById("chain-form"), saved = document.getElementById("luu");
  if (!form) return;
  var dirty = false;

  function say(words) {
    var line = document.createElement("p");
    line.className = "error";
    line.textContent = words;
    saved.replaceChildren(line);
  }

  function changed() { form.dispatchEvent(new Event("change", { bubbles: true })); }

  /* After a row is gone the focus goes to the row above it, else to the heading of the section. */
  function above(row) {
    var before = row.previousElementSibling;
    while (before && (before.hidden || !before.matches("[data-row]"))) before = before.previousElementSibling;
    return before || document.getElementById(row.parentElement.id.replace("-rows", "-heading"));
  }

  function takeOut(row) {
    var line = document.createElement("p"), undo = document.createElement("button");
    row.querySelector("[data-removed]").value = "1";
    row.hidden = true;
    undo.type = "button";
    undo.className = "btn-link";
    undo.textContent = form.dataset.undo;
    line.className = "taken-out";
    line.append(row.querySelector("legend").textContent + ": " + form.dataset.gone + " ", undo);
    row.after(line);
    undo.addEventListener("click", function () { line.remove(); putBack(row); });
    above(row).focus();
    changed();
  }

  function putBack(row) {
    row.querySelector("[data-removed]").value = "";
    row.hidden = false;
    row.focus();
    changed();
  }

  form.addEventListener("click", function (event) {
    var button = event.target.closest("[data-remove]");
    if (!button) return;
    event.preventDefault();
    takeOut(button.closest("[data-row]"));
  });

  /* What is ticked is read in the closed list, too. */
  form.addEventListener("change", function (event) {
    var list = event.target.closest && event.target.closest("details[data-count]");
    if (!list) return;
    var names = Array.prototype.map.call(list.querySelectorAll("input:checked"), function (box) { return box.parentElement.textContent.trim(); });
    var chosen = list.querySelector("[data-chosen]");
    chosen.textContent = names.join(", ") || chosen.dataset.none;
  });

  /* A field with a word beside it is marked as wrong, and no longer when the word is gone. */
  function markFields() {
    form.querySelectorAll("[data-note]").forEach(function (note) {
      var field = document.getElementById(note.dataset.note), error = note.querySelector(".error");
      if (!field || field.matches("fieldset, div")) return;
      var others = (field.getAttribute("aria-describedby") || "").split(" ").filter(function (id) { return id && !/_error$/.test(id); });
      if (error) { field.setAttribute("aria-invalid", "true"); others.push(error.id); } else field.removeAttribute("aria-invalid");
      if (others.length) field.setAttribute("aria-describedby", others.join(" ")); else field.removeAttribute("aria-describedby");
    });
  }

  /* A refusal is said where saving is said; the log-in that ended and the network that failed, too. */
  saved.addEventListener("htmx:beforeSwap", function (event) {
    if (event.detail.xhr.status !== 409) return;
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  });
  ["htmx:sendError", "htmx:responseError", "htmx:timeout"].forEach(function (name) {
    form.addEventListener(name, function (event) {
      var isLoggedOut = event.detail.xhr && event.detail.xhr.status === 401;
      say(isLoggedOut ? form.dataset.loggedOut : form.dataset.failed);
      if (!isLoggedOut) event.stopPropagation();
    });
  });

  form.addEventListener("input", function () { dirty = true; });
  form.addEventListener("submit", function () { dirty = false; });
  form.addEventListener("htmx:beforeRequest", function (event) { if (event.target === form) dirty = false; });
  form.addEventListener("htmx:afterRequest", function (event) { if (event.target === form && !event.detail.successful) dirty = true; });
  window.addEventListener("beforeunload", function (event) { if (dirty) event.preventDefault(); });
  document.addEventListener("htmx:afterSettle", markFields);
}());
