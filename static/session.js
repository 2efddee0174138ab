/* The end of a log-in costs nobody his text: a warning before it, and what was typed is kept in this tab for its person. */
(function () {
  "use strict";
  var WARNING = 5 * 60 * 1000, PREFIX = "kept:", SENT = "kept-sent", UNKEPT = /^(hidden|password|file|submit|button|reset|fieldset)$/;
  var $ = function (selector, root) { return (root || document).querySelector(selector); };
  var all = function (selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); };
  var person = document.body.dataset.person, box = $("#session"), ends, timer;
  if (!person || !box) return;

  /* --- how long the log-in lasts --- */
  function show(name) { all("[data-part]", box).forEach(function (part) { part.hidden = part.dataset.part !== name; }); }

  function tell() {
    var left = ends - Date.now();
    clearTimeout(timer);
    show(left <= 0 ? "ended" : left <= WARNING ? "ending" : "");
    if (left > 0) timer = setTimeout(tell, left > WARNING ? left - WARNING : left);
  }

  function end() { ends = 0; tell(); }

  /* Whoever logged in again in another tab has a new token; somebody else's log-in does not count. */
  function stay() {
    var token = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie);
    fetch(box.dataset.extend, { method: "POST", headers: { "X-CSRFToken": token ? token[1] : "" } }).then(function (answer) {
      return answer.ok ? answer.json() : { person: "" };
    }).then(function (now) {
      if (String(now.person) !== person) return end();
      all("[name=csrfmiddlewaretoken]").forEach(function (field) { field.value = token[1]; });
      ends = Date.now() + 1000 * now.seconds;
      tell();
    }).catch(function () { /* no network: the words on the screen still hold */ });
  }

  function comeBack() { if (ends === undefined || document.hidden) return; if (ends <= Date.now()) stay(); else tell(); }

  $("#stay").addEventListener("click", stay);
  document.addEventListener("visibilitychange", comeBack);
  window.addEventListener("focus", comeBack);
  document.addEventListener("htmx:responseError", function (event) { if (event.detail.xhr.status === 401) end(); });
  if ($("main form[method=post]")) { ends = Date.now() + 1000 * Number(box.dataset.seconds); tell(); }

  /* --- what was typed --- */
  function read(key) { try { return JSON.parse(sessionStorage.getItem(key)); } catch (error) { return null; } }
  function write(key, value) { try { sessionStorage.setItem(key, JSON.stringify(value)); } catch (error) { /* full or forbidden */ } }
  function forget(key) { try { sessionStorage.removeItem(key); } catch (error) { /* forbidden */ } }

  function keyOf(form) { return PREFIX + person + ":" + location.pathname + "#" + form.getAttribute("id"); }
  function isTicked(field) { return field.type === "checkbox" || field.type === "radio"; }

  function fieldsOf(form) {
    return Array.prototype.filter.call(form.elements, function (field) { return field.id && !UNKEPT.test(field.type); });
  }

  function wordsOf(form) {
    return fieldsOf(form).reduce(function (words, field) {
      words[field.id] = isTicked(field) ? field.checked : field.value;
      return words;
    }, {});
  }

  function putBack(form, kept) {
    fieldsOf(form).forEach(function (field) {
      if (!(field.id in kept)) return;
      field[isTicked(field) ? "checked" : "value"] = kept[field.id];
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  function offer(form, kept) {
    var notice = $("#kept").content.firstElementChild.cloneNode(true);
    $("[data-part=back]", notice).addEventListener("click", function () { notice.remove(); putBack(form, kept); fieldsOf(form)[0].focus(); });
    $("[data-part=away]", notice).addEventListener("click", function () { notice.remove(); forget(keyOf(form)); });
    form.before(notice);
  }

  function offerAll() {
    var sent = read(SENT);
    forget(SENT);
    if (sent && $("main > .notice-ok")) forget(sent);
    all("form[data-keep][id]").forEach(function (form) {
      var kept = read(keyOf(form)), now = wordsOf(form);
      if (kept && Object.keys(kept).some(function (id) { return id in now && now[id] !== kept[id]; })) offer(form, kept);
    });
  }

  function isKept(form) { return form && form.hasAttribute("data-keep") && form.hasAttribute("id"); }

  document.addEventListener("input", function (event) { if (isKept(event.target.form)) write(keyOf(event.target.form), wordsOf(event.target.form)); });
  document.addEventListener("submit", function (event) {
    if (isKept(event.target)) write(SENT, keyOf(event.target));
    if (event.target.hasAttribute("data-forget")) Object.keys(sessionStorage).filter(function (key) { return key.indexOf(PREFIX) === 0; }).forEach(forget);
  });
  document.addEventListener("htmx:afterRequest", function (event) {
    var form = event.detail.requestConfig.elt.closest("form");
    if (isKept(form) && event.detail.successful && event.detail.requestConfig.verb === "post") forget(keyOf(form));
  });
  offerAll();
}());
