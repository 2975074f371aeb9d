// Everything works without this file, by reloading. It keeps a page fresh, and sends a reply with Ctrl+Enter.
"use strict";
(() => {
  const body = document.body;
  const news = document.getElementById("news");
  const notice = document.getElementById("notice");
  const told = new Map();

  // What changes with every rendering and means nothing to the reader.
  const plain = (node) => node.outerHTML.replace(/(name="once" value=")[0-9a-f]+/g, "$1").replace(/ open=""/g, "");

  const dirty = (region) =>
    [...region.querySelectorAll("input:not([type=hidden]), textarea, select")].some((field) =>
      field.tagName === "SELECT"
        ? [...field.options].some((option) => option.selected !== option.defaultSelected) && field.selectedIndex > 0
        : field.value !== field.defaultValue);

  const toEnd = (node) => { node.scrollTop = node.scrollHeight; };
  const atEnd = (node) => node.scrollHeight - node.scrollTop - node.clientHeight < 40;

  // Where the focus is, for what has no id of its own: the nearest that has one, and the how-manieth in it.
  function place(node) {
    const home = node.closest("[id]");
    return { id: home.id, index: [...home.querySelectorAll("*")].indexOf(node) };
  }

  function focus({ id, index }) {
    const home = document.getElementById(id);
    (index < 0 ? home : home?.querySelectorAll("*")[index])?.focus({ preventScroll: true });
  }

  function swap(old, fresh) {
    const focused = old.contains(document.activeElement) ? place(document.activeElement) : null;
    const open = [...old.querySelectorAll("details[open]")].map((one) => one.id);
    const scroll = old.hasAttribute("data-scroll-end") ? (atEnd(old) ? Infinity : old.scrollTop) : null;
    const next = document.importNode(fresh, true);
    old.replaceWith(next);
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    if (scroll !== null) scroll === Infinity ? toEnd(next) : (next.scrollTop = scroll);
    if (focused) focus(focused);
  }

  function tell(id, text) {
    if (told.has(id) && told.get(id) !== text) news.textContent = text;
    told.set(id, text);
  }

  function say(text) {
    notice.textContent = text;
    notice.hidden = !text;
  }

  // What somebody is writing is never thrown away: then they are told instead.
  function leave(pause) {
    if ([...document.forms].some(dirty)) say(body.dataset.over);
    else setTimeout(() => location.reload(), pause);
  }

  let busy = false;
  let again = false;
  async function refresh() {
    if (busy || document.hidden) { again = true; return; }
    busy = true;
    again = false;
    try {
      const answer = await fetch(body.dataset.page || location.href, { headers: { "x-live": "1" }, redirect: "manual" });
      if (answer.status === 401 || answer.status === 404) { leave(0); return; }
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      let stale = false;
      for (const fresh of page.querySelectorAll("[data-region]")) {
        const old = document.getElementById(fresh.id);
        if (!old || plain(old) === plain(fresh)) continue;
        if (dirty(old)) { stale = true; continue; }
        swap(old, fresh);
      }
      for (const one of page.querySelectorAll("[data-news]")) tell(one.id, one.dataset.news);
      document.title = page.title;
      say(stale ? body.dataset.stale : "");
      body.dataset.fresh = String(Number(body.dataset.fresh || 0) + 1);
      if (page.querySelector("[data-moving]")) setTimeout(refresh, 1500);
    } catch { /* the stream tells when the server is back */ } finally {
      busy = false;
      if (again && !document.hidden) refresh();
    }
  }

  if (body.dataset.live) {
    for (const one of document.querySelectorAll("[data-news]")) told.set(one.id, one.dataset.news);
    const stream = new EventSource(body.dataset.live);
    let lost = 0;
    stream.addEventListener("open", () => { clearTimeout(lost); lost = 0; say(""); refresh(); });
    stream.addEventListener("change", refresh);
    stream.addEventListener("error", () => {
      if (stream.readyState === EventSource.CLOSED) { leave(3000); return; }
      if (!lost) lost = setTimeout(() => say(body.dataset.lost), 8000);
    });
    document.addEventListener("visibilitychange", () => { if (!document.hidden) refresh(); });
    addEventListener("pagehide", () => stream.close());
  }

  document.querySelectorAll("[data-scroll-end]").forEach(toEnd);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing && event.target.matches?.("[data-send]")) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
  });
  document.addEventListener("focusin", (event) => { if (event.target.matches("[data-select]")) event.target.select(); });
})();
