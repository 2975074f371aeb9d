// What this phone remembers: the key to the conversation, and what is not sent yet. Nothing else, and nothing in an address.

export const data = JSON.parse(document.getElementById("data").textContent);

const KEY = `chat:${data.line}`;
const UNSENT = `${KEY}:unsent`;
const ours = (name) => name.startsWith("chat:");
let memory = {}; // stands in where the browser refuses to store

function stores() {
  const found = {};
  for (const name of ["sessionStorage", "localStorage"]) {
    try {
      found[name] = window[name];
    } catch {
      // a browser that stores nothing
    }
  }
  return found;
}

const { sessionStorage: tab, localStorage: phone } = stores();

function read(store, key) {
  try {
    return store.getItem(key);
  } catch {
    return memory[key] || null;
  }
}

function write(store, key, value) {
  try {
    if (value === null) store.removeItem(key);
    else store.setItem(key, value);
  } catch {
    memory[key] = value;
  }
}

function fresh() {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}

// A key kept on the phone goes before the tab's own.
export const token = read(phone, KEY) || read(tab, KEY) || fresh();
if (!stays()) write(tab, KEY, token);

export function stays() {
  return read(phone, KEY) === token;
}

export function stay(wanted) {
  write(phone, KEY, wanted ? token : null);
  write(tab, KEY, wanted ? null : token);
}

export function unsent() {
  try {
    const kept = JSON.parse(read(tab, UNSENT));
    return { queue: kept.queue || [], draft: kept.draft || "" };
  } catch {
    return { queue: [], draft: "" };
  }
}

export function keepUnsent(queue, draft) {
  write(tab, UNSENT, queue.length || draft ? JSON.stringify({ queue, draft }) : null);
}

export function wipe() {
  memory = {};
  for (const store of [tab, phone]) {
    try {
      Object.keys(store).filter(ours).forEach((name) => store.removeItem(name));
    } catch {
      // nothing was stored
    }
  }
}
