// The line to the server: what was said, live or by asking again and again, and what the person says.

import { data, token } from "./keep.js";

const BASE = `/chat/${data.line}`;
const FIRST = 8000; // milliseconds in which a stream must show life; a proxy that holds it back never does
const SILENT = 40000; // milliseconds after which a quiet stream is taken for dead; the server speaks every 15 s
const POLLS = 30; // looks before the stream is tried again where it does not work
const leaving = new AbortController();
let cursor = "";
let wake = () => {};

export function hangUp() {
  leaving.abort();
}

// Look at once instead of waiting: the network or the person is back.
export function nudge() {
  wake();
}

function ask(path, options = {}, patience = 20000) {
  const own = new AbortController();
  const stop = () => own.abort();
  leaving.signal.addEventListener("abort", stop);
  const timer = setTimeout(stop, patience);
  const headers = { Authorization: `Bearer ${token}`, ...(options.body ? { "Content-Type": "application/json" } : {}) };
  const over = () => {
    clearTimeout(timer);
    leaving.signal.removeEventListener("abort", stop);
  };
  const answer = fetch(path, { ...options, headers, cache: "no-store", credentials: "omit", signal: own.signal });
  return { answer, stop, over };
}

async function json(path, options) {
  const { answer, over } = ask(path, options);
  try {
    const response = await answer;
    const body = response.status === 204 ? {} : await response.json().catch(() => ({}));
    return { status: response.status, body };
  } finally {
    over();
  }
}

export async function say(item, language) {
  const { id, kind, text, choice } = item;
  return json(`/hooks/${data.line}`, { method: "POST", body: JSON.stringify({ token, id, kind, text, choice, language }) });
}

export async function seen(ids) {
  return json(`${BASE}/seen`, { method: "POST", body: JSON.stringify({ ids }) });
}

export async function look(heard) {
  const { status, body } = await json(`${BASE}/messages?after=${cursor}`);
  if (status !== 200) throw new Error("look");
  take(body, heard);
}

function take(body, heard) {
  cursor = body.cursor || cursor;
  heard(body);
}

async function stream(heard, linked) {
  const { answer, stop, over } = ask(`${BASE}/events?after=${cursor}`, {}, FIRST);
  let watch = 0;
  let alive = false;
  try {
    const response = await answer;
    if (!response.ok || !response.body) throw new Error("stream");
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    wake = () => stop();
    for (let rest = ""; ; ) {
      const { value, done } = await reader.read();
      if (done) return alive;
      over();
      clearTimeout(watch);
      watch = setTimeout(stop, SILENT);
      leaving.signal.addEventListener("abort", stop);
      alive = true;
      linked(true);
      const parts = (rest + decoder.decode(value, { stream: true })).split("\n\n");
      rest = parts.pop();
      for (const line of parts.join("\n").split("\n")) if (line.startsWith("data: ")) take(JSON.parse(line.slice(6)), heard);
    }
  } catch {
    return alive;
  } finally {
    over();
    clearTimeout(watch);
    stop();
  }
}

function pause(milliseconds) {
  return new Promise((go) => {
    const timer = setTimeout(go, milliseconds);
    wake = () => {
      clearTimeout(timer);
      go();
    };
  });
}

export async function listen(heard, linked) {
  let failures = 0;
  let polls = 0;
  while (!leaving.signal.aborted) {
    if (!polls && (await stream(heard, linked))) {
      failures = 0;
      await pause(300 + Math.random() * 700);
      continue;
    }
    if (leaving.signal.aborted) return;
    try {
      await look(heard);
      linked(true);
      failures += 1;
      polls = polls ? polls - 1 : failures > 1 ? POLLS : 0;
      await pause(document.hidden ? 20000 : 4000);
    } catch {
      linked(false);
      failures = 0;
      polls = 0;
      await pause(2000 + Math.random() * 3000);
    }
  }
}
