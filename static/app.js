/* What the pages do beyond plain links and forms; everything works without it. */
(function () {
  "use strict";
  var $ = function (selector, root) { return (root || document).querySelector(selector); };
  var all = function (selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); };

  function focusErrors() { var summary = $("#errors"); if (summary) summary.focus(); }

  /* A second click on a form that is under way does nothing; the server guards against it too. */
  document.addEventListener("submit", function (event) {
    var form = event.target, button = $("button.btn-primary, button:not([type=button])", form);
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
    var links = rowLinks(), here = links.indexOf(document.activeElement), next = links[here < 0 ? (by > 0 ? 0 : -1) : here + by];
    if (next) next.focus();
  }
  function follow(link) { if (link) link.click(); }
  function press(key, isGoing) {
    if (isGoing) follow(key === "v" ? $(".nav a") : /^[a-z]$/.test(key) && $('.nav a[data-key="' + key + '"]'));
    else if (key === "/") { var search = $("input[type=search], input[name=q]"); if (search) search.focus(); return Boolean(search); }
    else if (key === "?") follow($('.who a[data-key="?"]'));
    else if (key === "j" || key === "k") step(key === "j" ? 1 : -1);
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

  /* On a phone the list comes first; the filters open with a tap. */
  function foldFilters() {
    var more = $("#more-filters"), phone = window.matchMedia("(max-width: 640px)");
    if (!more) return;
    more.open = !phone.matches;
    phone.addEventListener("change", function () { more.open = !phone.matches; });
  }

  /* On paper everything is open. */
  window.addEventListener("beforeprint", function () {
    all("details:not([open])").forEach(function (part) { part.open = true; part.dataset.closed = "yes"; });
  });
  window.addEventListener("afterprint", function () {
    all("details[data-closed]").forEach(function (part) { part.open = false; delete part.dataset.closed; });
  });

  /* Lists that change in place: say so, and keep the old rows when the network fails. */
  document.addEventListener("htmx:beforeRequest", function (event) { event.detail.target.setAttribute("aria-busy", "true"); });
  document.addEventListener("htmx:afterRequest", function (event) { event.detail.target.removeAttribute("aria-busy"); });
  document.addEventListener("htmx:afterSettle", function () {
    var count = $("#count"), live = $("#live"), notice = $("#failed");
    if (count && live) live.textContent = count.textContent;
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

  document.addEventListener("DOMContentLoaded", function () { prepareButtons(); foldFilters(); focusErrors(); });
}());
