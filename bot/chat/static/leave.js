// Leaving quickly: storage and screen are wiped first, then a harmless site takes this page's place in the history.

import { data, wipe } from "./keep.js";

const TWICE = 1000; // milliseconds between two presses of Esc
const others = "BroadcastChannel" in window ? new BroadcastChannel(`chat:${data.line}`) : null;
const last = [];
let gone = false;
let escaped = -TWICE;

export function beforeLeaving(act) {
  last.push(act);
}

export function leave(told = false) {
  gone = true;
  document.documentElement.replaceChildren();
  for (const act of last) {
    try {
      act();
    } catch {
      // nothing may stand in the way
    }
  }
  wipe();
  if (others && !told) others.postMessage("leave");
  const spoken = data.languages[document.documentElement.lang] || data.languages[data.language];
  location.replace(spoken.text["exit-url"]);
}

if (others) others.onmessage = () => leave(true);
document.getElementById("leave").addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (event.timeStamp - escaped < TWICE) leave();
  escaped = event.timeStamp;
});
// A browser may bring the page back from its memory: it stays empty and goes away again.
addEventListener("pageshow", () => gone && leave(true));
