// The conversation: shows what was said, sends what is written, and loses nothing between the two.

import { data, keepUnsent, stay, stays, unsent } from "./keep.js";
import { beforeLeaving } from "./leave.js";
import { bubble, choices, head, make } from "./show.js";
import * as wire from "./wire.js";

const $ = (id) => document.getElementById(id);
const [scroll, log, form, text, send, status, newer] = ["scroll", "log", "write", "text", "send", "status", "newer"].map($);
const numbers = new Set(data.numbers);
const shown = new Map(); // id → element
const unread = new Set();
const START = "start-of-chat";
let { queue, draft } = unsent();
let language = data.language;
let sending = false;
let sized = "";
let ending = true; // whether the newest message is in sight
const telling = { timer: 0, now: "" };

const words = () => data.languages[language].text;

// --- the page's own words follow the conversation's language ---

function speak(wanted) {
  if (!data.languages[wanted]) return;
  language = wanted;
  const own = data.languages[language];
  document.documentElement.lang = language;
  document.title = own.text.title;
  $("programme").textContent = own.programme;
  $("organisation").textContent = own.organisation;
  $("leave").title = own.text["leave-hint"];
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = own.text[element.dataset.text];
  text.placeholder = own.text.placeholder;
  text.setAttribute("aria-label", own.text.placeholder);
  log.setAttribute("aria-label", own.text.log);
  $("calls").setAttribute("aria-label", own.text.calls);
  [...$("calls").children].forEach((link, at) => {
    link.lastElementChild.textContent = own.hotlines[at].name;
    link.setAttribute("aria-label", `${own.hotlines[at].number} ${own.hotlines[at].name}`);
  });
  keeping();
}

function keeping() {
  $("note-text").textContent = words()[stays() ? "note-kept" : "note-tab"];
  $("keep").textContent = words()[stays() ? "unkeep" : "keep"];
  $("keep").setAttribute("aria-pressed", stays());
}

function tell(key) {
  telling.now = key;
  status.textContent = key ? words()[key] : "";
  status.hidden = !key;
}

// --- showing ---

const size = () => `${scroll.clientWidth}x${scroll.clientHeight}`;

// A scroll that a new size of the window brings about is not the person's.
function follow() {
  if (size() !== sized) return;
  ending = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120;
  if (ending) newer.hidden = true;
}

function toEnd() {
  const last = log.lastElementChild;
  const tall = last && last.offsetHeight > scroll.clientHeight - 24;
  scroll.scrollTop = tall && last.classList.contains("ours") ? last.offsetTop - 8 : scroll.scrollHeight;
  ending = true;
  newer.hidden = true;
}

function add(message) {
  const known = shown.get(message.id);
  if (message.ours && !message.read) unread.add(message.id);
  if (known) return arrived(message.id);
  const stayed = ending || !message.ours;
  const element = make("div", `message ${message.ours ? `ours ${message.purpose}` : "theirs"}`);
  const who = message.ours ? (message.purpose === "worker" ? "worker" : "bot") : "you";
  if (message.language) element.lang = message.language;
  const previous = log.lastElementChild;
  if (previous && previous.dataset.who === who) element.classList.add("again");
  element.dataset.who = who;
  const at = message.at ? new Date(message.at) : new Date();
  element.append(head(words()[who], at, language), bubble(message, numbers));
  if (message.choices && message.choices.length) element.append(choices(message, words(), press));
  if (message.ours) for (const old of log.querySelectorAll(".choices")) old.classList.add("quiet");
  log.append(element);
  shown.set(message.id, element);
  if (stayed) toEnd();
  else newer.hidden = false;
  return element;
}

function heard({ messages, erased }) {
  if (erased) {
    for (const [id, element] of shown) if (!queue.some((item) => item.id === id)) element.remove(), shown.delete(id);
  }
  const spoken = messages.filter((message) => message.language).pop();
  if (spoken && spoken.language !== language) speak(spoken.language);
  for (const message of messages) add(message);
  tellSeen();
}

function tellSeen() {
  clearTimeout(telling.timer);
  if (document.hidden || !unread.size) return;
  telling.timer = setTimeout(() => {
    const ids = [...unread].slice(0, 200);
    ids.forEach((id) => unread.delete(id));
    wire.seen(ids).catch(() => ids.forEach((id) => unread.add(id)));
  }, 300);
}

// --- sending ---

function state(id, key) {
  const element = shown.get(id);
  if (!element) return;
  element.dataset.state = key;
  element.querySelector(".state").textContent = words()[key];
  const old = element.querySelector(".again-button");
  if (old) old.remove();
  if (key !== "failed" && key !== "waiting") return;
  const button = make("button", "link again-button", words().again);
  button.type = "button";
  button.addEventListener("click", () => flush(true));
  element.querySelector(".who").append(" ", button);
}

function arrived(id) {
  const was = queue.length;
  queue = queue.filter((item) => item.id !== id);
  if (was !== queue.length) keepUnsent(queue, text.value);
  if (shown.has(id) && shown.get(id).dataset.who === "you") state(id, "sent");
}

function say(item) {
  item.id ||= `${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(2)).join("-")}`;
  queue.push(item);
  keepUnsent(queue, text.value);
  display(item);
  flush();
}

function display(item) {
  if (item.kind === "start") return;
  add({ id: item.id, ours: false, text: item.text, at: item.at });
  state(item.id, "sending");
}

function press(choice, label, group) {
  group.classList.add("quiet");
  say({ kind: "choice", choice, text: label, at: new Date().toISOString() });
}

async function flush(wanted = false) {
  if (sending || !queue.length) return;
  sending = true;
  let again = 0;
  for (const item of [...queue]) {
    if (item.failed && !wanted) continue;
    state(item.id, "sending");
    again = await attempt(item);
    if (again) break;
  }
  sending = false;
  if (again) setTimeout(flush, again);
  else if (queue.some((item) => !item.failed)) flush();
}

// Milliseconds to wait before trying once more; 0 when the item is through.
async function attempt(item) {
  let answer;
  try {
    answer = await wire.say(item, language);
  } catch {
    for (const waiting of queue) state(waiting.id, "waiting");
    tell("offline");
    return 5000;
  }
  const { status: code, body } = answer;
  if (code === 200) {
    tell("");
    arrived(item.id);
    heard({ messages: body.replies || [] });
    return 0;
  }
  if (code === 429 || code >= 500) {
    state(item.id, "waiting");
    if (code === 429) tell("limited");
    return code === 429 ? (body.after || 10) * 1000 : 5000;
  }
  item.failed = true;
  state(item.id, "failed");
  tell("failed");
  return 0;
}

function grow() {
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight + 2, innerHeight / 3)}px`;
  send.disabled = !text.value.trim();
  keepUnsent(queue, text.value);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const written = text.value.trim();
  if (!written) return;
  text.value = "";
  say({ kind: "text", choice: "", text: written, at: new Date().toISOString() });
  grow();
  text.focus();
});
text.addEventListener("input", grow);
text.addEventListener("keydown", (event) => {
  // While a Korean syllable is being composed, Enter belongs to the keyboard.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  form.requestSubmit();
});
$("keep").addEventListener("click", () => {
  stay(!stays());
  keeping();
});
newer.addEventListener("click", toEnd);
scroll.addEventListener("scroll", follow, { passive: true });
new ResizeObserver(() => {
  sized = size();
  if (ending) toEnd();
}).observe(scroll);
addEventListener("online", () => {
  wire.nudge();
  flush();
});
addEventListener("offline", () => tell("offline"));
document.addEventListener("visibilitychange", () => {
  tellSeen();
  if (!document.hidden) wire.nudge();
});
if (window.visualViewport) {
  visualViewport.addEventListener("resize", () => {
    if (visualViewport.scale > 1.01) return; // two fingers, not the keyboard
    document.documentElement.style.setProperty("--height", `${visualViewport.height}px`);
  });
}
beforeLeaving(() => {
  queue = [];
  wire.hangUp();
});

// --- opening ---

function linked(now) {
  if (!now) tell("offline");
  else if (telling.now === "offline") {
    tell("");
    flush();
  }
}

async function open() {
  $("plain").remove();
  form.hidden = $("note").hidden = false;
  speak(language);
  text.value = draft;
  grow();
  tell("connecting");
  for (;;) {
    try {
      await wire.look(heard);
      break;
    } catch {
      tell("offline");
      await new Promise((go) => setTimeout(go, 3000));
    }
  }
  tell("");
  queue.forEach(display);
  log.setAttribute("aria-busy", "false");
  if (!shown.size && !queue.length) queue.push({ kind: "start", id: START, text: "", choice: "" });
  flush();
  wire.listen(heard, linked);
}

open();
