/* What the pages do beyond plain links and forms; everything works without it. */
(function () {
  "use strict";
  var $ = function (selector, root) { return (root || document).querySelector(selector); };
  var all = function (selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); };

  function main() { return $("#main"); }
  function focusErrors() { var summary = $("#errors"); if (summary) summary.focus(); }

  /* A second click on a form that is under way does nothing; the server guards against it too. */
  document.addEventListener("submit", function (event) {
    var form = event.target, button = event.submitter || $("button.btn-primary, button:not([type=button])", form);
    if (form.method !== "post" || !button) return;
    if (button.getAttribute("aria-disabled") === "true") { event.preventDefault(); return; }
    button.setAttribute("aria-disabled", "true");
    button.dataset.words = button.textContent;
    button.textContent = document.body.dataset.saving;
  });

  /* Coming back with the browser's button finds the form ready again. */
  window.addEventListener("pageshow", function () {
    all("button[aria-disabled=true]").forEach(function (button) {
      button.removeAttribute("aria-disabled");
      button.textContent = button.dataset.words;
    });
  });

  /* Ctrl+Enter sends the form that has the focus; not while Telex or VNI composes a letter. */
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || !event.ctrlKey || event.isComposing) return;
    var form = event.target.form;
    if (form && form.method === "post") form.requestSubmit();
  });

  /* Single keys, for those who switched them on: never while something is typed or a letter is composed. */
  var going = 0;
  function rowLinks() {
    return all("main .rows a, main tbody .main-link, main tbody th[scope=row] a").filter(function (link) { return link.offsetParent; });
  }
  function step(by) {
    var links = rowLinks(), here = links.indexOf(document.activeElement);
    if (here < 0) here = links.indexOf($("main .rows a[aria-current]"));
    var next = links[here < 0 ? (by > 0 ? 0 : -1) : here + by];
    if (next) next.focus();
  }
  function follow(link) { if (link) link.click(); }
  function press(key, isGoing) {
    if (isGoing) follow(key === "v" ? $(".nav a") : /^[a-z]$/.test(key) && $('.nav a[data-key="' + key + '"]'));
    else if (key === "/") { var search = $("input[type=search], input[name=q]"); if (search) search.focus(); return Boolean(search); }
    else if (key === "?") location.assign($('.who a[data-key="?"]').href + "#phim-tat");
    else if (key === "j" || key === "k") step(key === "j" ? 1 : -1);
    else if (key === "n") follow($("[data-next]"));
  }
  document.addEventListener("keydown", function (event) {
    if (!document.body.dataset.shortcuts || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input, select, textarea, [contenteditable]")) return;
    var isGoing = Date.now() - going < 1500;
    going = event.key === "g" ? Date.now() : 0;
    if (press(event.key, isGoing)) event.preventDefault();
  });

  function prepareButtons() {
    all("[data-copy]").forEach(function (button) {
      var field = document.getElementById(button.dataset.copy);
      button.hidden = false;
      field.addEventListener("focus", function () { field.select(); });
      button.addEventListener("click", function () {
        field.select();
        if (navigator.clipboard) navigator.clipboard.writeText(field.value); else document.execCommand("copy");
        $("#live").textContent = button.textContent = button.dataset.copied;
      });
    });
    all("[data-print]").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () { window.print(); });
    });
    all("[data-show]").forEach(function (button) {
      var field = document.getElementById(button.dataset.show), show = button.textContent;
      button.hidden = false;
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", function () {
        var isHidden = field.type === "password";
        field.type = isHidden ? "text" : "password";
        button.textContent = isHidden ? button.dataset.hideWords : show;
        button.setAttribute("aria-pressed", String(isHidden));
      });
    });
  }

  /* The list's address keeps only the filters that say something. */
  document.addEventListener("htmx:configRequest", function (event) {
    if (event.detail.verb !== "get" || !event.detail.elt.closest("#filters, #sort, #bench")) return;
    Array.from(new Set(event.detail.formData.keys())).forEach(function (name) {
      if (!event.detail.formData.getAll(name).some(Boolean)) event.detail.formData.delete(name);
    });
  });

  /* How many rows are ticked, of each kind; one box ticks them all. */
  function countTicked() {
    all("[data-ticked]").forEach(function (words) {
      var kind = words.dataset.ticked, boxes = all("input[type=checkbox][form=bulk]" + (kind && "[name=" + kind + "]")), whole = $("[data-tick-all]");
      var ticked = boxes.filter(function (box) { return box.checked; }).length;
      words.textContent = words.dataset.words + ": " + ticked;
      if (!whole) return;
      whole.hidden = !boxes.length;
      whole.checked = ticked > 0 && ticked === boxes.length;
    });
  }
  document.addEventListener("change", function (event) {
    if (event.target.matches("[data-tick-all]")) all("input[type=checkbox][form=bulk]").forEach(function (box) { box.checked = event.target.checked; });
    if (event.target.matches("[data-tick-all], input[form=bulk]")) countTicked();
  });
  document.addEventListener("htmx:afterSettle", countTicked);
  window.addEventListener("pageshow", countTicked);

  /* Ticked lines and rows stand in the address: turning back, reloading and forms that lead back keep them. */
  document.addEventListener("change", function (event) {
    var box = event.target, full = $("[data-of=" + (box.name || "none") + "]"), address = new URL(location.href), ticked;
    if (!full || !box.matches("input[type=checkbox][form=bulk]")) return;
    ticked = all("input[name=" + box.name + "][form=bulk]:checked");
    full.hidden = ticked.length <= Number(full.dataset.most);
    if (!full.hidden) { box.checked = false; countTicked(); return; }
    address.searchParams.delete(box.name);
    ticked.forEach(function (each) { address.searchParams.append(box.name, each.value); });
    history.replaceState(history.state, "", address);
  });
  document.addEventListener("submit", function (event) {
    var form = event.target, button = event.submitter;
    if (event.defaultPrevented || !form.matches("[data-with-ticks]")) return;
    if (button && button.hasAttribute("formaction")) button.formAction = button.formAction.split("?")[0] + location.search;
    else form.action = form.action.split("?")[0] + location.search;
  });

  /* On paper everything is open. */
  window.addEventListener("beforeprint", function () {
    all("details:not([open])").forEach(function (part) { part.open = true; part.dataset.closed = "yes"; });
  });
  window.addEventListener("afterprint", function () {
    all("details[data-closed]").forEach(function (part) { part.open = false; delete part.dataset.closed; });
  });

  /* What should stay fresh is asked for again each minute while somebody looks at it. Ticks stay as they are. */
  var FRESH = 60000, refreshed = Date.now(), told = "", ticks = [];
  function isFresh(event) { var asked = event.detail.requestConfig; return Boolean(asked && asked.elt.hasAttribute("data-fresh")); }
  function refresh() {
    if (document.hidden) return;
    refreshed = Date.now();
    all("[data-fresh]").forEach(function (part) { part.dispatchEvent(new CustomEvent("refresh")); });
  }
  setInterval(refresh, FRESH);
  document.addEventListener("visibilitychange", function () { if (Date.now() - refreshed >= FRESH) refresh(); });
  document.addEventListener("htmx:beforeSwap", function (event) {
    if (!isFresh(event)) return;
    told = $("#count") ? $("#count").textContent : "";
    ticks = all("input[form=bulk]:checked").map(function (box) { return box.id; });
  });
  document.addEventListener("htmx:afterSwap", function (event) {
    if (isFresh(event)) ticks.forEach(function (id) { var box = document.getElementById(id); if (box) box.checked = true; });
  });

  /* Lists that change in place: say so, and keep the old rows when the network fails. */
  document.addEventListener("htmx:beforeRequest", function (event) { if (!isFresh(event)) event.detail.target.setAttribute("aria-busy", "true"); });
  document.addEventListener("htmx:afterRequest", function (event) { event.detail.target.removeAttribute("aria-busy"); });
  document.addEventListener("htmx:afterSettle", function (event) {
    var count = $("#count"), live = $("#live"), notice = $("#failed");
    if (count && live && !(isFresh(event) && count.textContent === told)) live.textContent = count.textContent;
    if (notice) notice.remove();
  });
  ["htmx:sendError", "htmx:responseError", "htmx:timeout"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      if ($("#failed") || (event.detail.xhr && event.detail.xhr.status === 401)) return;
      var notice = document.createElement("p");
      notice.id = "failed";
      notice.className = "notice notice-bad";
      notice.setAttribute("role", "alert");
      notice.textContent = document.body.dataset.failed;
      event.detail.target.prepend(notice);
    });
  });

  /* Forms that change their part of the page in place: a mistake is focused, success is said, a refusal is a page.
     What an earlier form was told goes; whoever's button went away finds himself in the part that changed. */
  document.addEventListener("htmx:beforeSwap", function (event) {
    var detail = event.detail, form = detail.requestConfig.elt;
    if (form.matches("form[method=post]")) all("main > .notice-ok, [data-said] > *").forEach(function (notice) { notice.remove(); });
    if (!form.hasAttribute("data-in-place") || [403, 404, 409].indexOf(detail.xhr.status) < 0) return;
    detail.shouldSwap = true;
    detail.isError = false;
    detail.target = $("#main");
    detail.selectOverride = "#main";
    detail.swapOverride = "outerHTML";
  });
  document.addEventListener("htmx:afterRequest", function (event) {
    all("button[aria-disabled=true]", event.detail.elt).forEach(function (button) {
      button.removeAttribute("aria-disabled");
      button.textContent = button.dataset.words;
    });
  });
  document.addEventListener("htmx:afterSettle", function (event) {
    var form = event.detail.requestConfig && event.detail.requestConfig.elt, said, part;
    if (!form || !form.hasAttribute("data-in-place")) return;
    part = $(form.getAttribute("hx-target"));
    said = part && $("[data-said]", part);
    focusErrors();
    if (part && !(document.activeElement.offsetParent && main().contains(document.activeElement))) part.focus();
    if (said && said.textContent.trim()) $("#live").textContent = said.textContent.trim();
  });

  /* A file that is too large is said to be so before it travels. */
  document.addEventListener("change", function (event) {
    var field = event.target, limit = Number(field.dataset.mostBytes), id = field.id + "_large", old = document.getElementById(id);
    if (!limit) return;
    if (old) old.remove();
    if (!field.files.length || field.files[0].size <= limit) return;
    var words = document.createElement("p");
    words.id = id;
    words.className = "error";
    words.setAttribute("role", "alert");
    words.textContent = field.files[0].name + ": " + field.dataset.tooLarge;
    field.value = "";
    field.before(words);
  });

  /* The case that a queue has opened is where the keyboard goes on. */
  function focusCase() { var part = $("[data-begin]"); if (part) part.focus({ preventScroll: true }); }

  document.addEventListener("DOMContentLoaded", function () { prepareButtons(); focusCase(); focusErrors(); });
}());
