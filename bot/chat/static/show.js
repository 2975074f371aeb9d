// One message on the screen. Text only ever becomes text nodes.

const NUMBER = /[0-9](?:-?[0-9])+/g;

export function make(tag, className = "", text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

function call(number, name = "") {
  const link = make("a", name ? "call" : "");
  link.href = `tel:${number.replace(/-/g, "")}`;
  link.append(name ? make("b", "", number) : number);
  if (name) link.append(" ", make("span", "", name));
  return link;
}

// "109 suicide prevention line · 1577-0199 …": a paragraph of nothing but known numbers and their names
function callList(paragraph, numbers) {
  const found = paragraph.split(" · ").map((part) => {
    const number = part.split(" ", 1)[0];
    return numbers.has(number) && part.length > number.length ? call(number, part.slice(number.length + 1)) : null;
  });
  if (found.includes(null)) return null;
  const list = make("ul", "numbers");
  for (const link of found) {
    const item = make("li");
    item.append(link);
    list.append(item);
  }
  return list;
}

function paragraph(text, numbers) {
  const element = make("p");
  let from = 0;
  for (const match of text.matchAll(NUMBER)) {
    if (!numbers.has(match[0])) continue;
    element.append(text.slice(from, match.index), call(match[0]));
    from = match.index + match[0].length;
  }
  element.append(text.slice(from));
  return element;
}

export function bubble(message, numbers) {
  const known = message.ours && ["reply", "crisis"].includes(message.purpose) ? numbers : new Set();
  const element = make("div", "bubble");
  for (const part of message.text.split("\n\n")) if (part) element.append(callList(part, known) || paragraph(part, known));
  return element;
}

// Who said it, how far it has come, and when
export function head(who, at, language) {
  const element = make("p", "who");
  element.append(make("b", "", who), make("span", "state"), when(at, language));
  return element;
}

function when(at, language) {
  const element = make("time");
  const today = at.toDateString() === new Date().toDateString();
  const day = today ? {} : { month: "short", day: "numeric" };
  element.dateTime = at.toISOString();
  element.textContent = new Intl.DateTimeFormat(language, { ...day, hour: "numeric", minute: "2-digit" }).format(at);
  return element;
}

// The answers to choose from: big buttons, or boxes to tick with one button that ends it.
export function choices(message, words, press) {
  const group = make("div", "choices");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", words.choices);
  if (message.many) boxes(group, message, words, press);
  else for (const one of message.choices) group.append(button(one.label, () => press(one.id, one.label, group)));
  return group;
}

function button(label, act) {
  const element = make("button", "choice", label);
  element.type = "button";
  element.addEventListener("click", () => {
    element.classList.add("pressed");
    act();
  });
  return element;
}

function boxes(group, message, words, press) {
  const isDone = (choice) => choice.id.endsWith(":done");
  const end = message.choices.find(isDone) || { id: `${message.choices[0].id.split(":")[0]}:done`, label: words.done };
  for (const one of message.choices.filter((choice) => !isDone(choice))) {
    const label = make("label", "choice tick");
    const box = make("input");
    box.type = "checkbox";
    box.value = one.id;
    box.addEventListener("change", update);
    label.append(box, make("span", "", one.label));
    group.append(label);
  }
  const done = button(end.label, () => {
    const ticked = [...group.querySelectorAll("input:checked")];
    const labels = ticked.map((box) => box.nextSibling.textContent);
    press([...ticked.map((box) => box.value), end.id].join(","), labels.join(", ") || end.label, group);
  });
  done.classList.add("done");
  group.append(done);
  function update() {
    done.disabled = !message.choices.includes(end) && !group.querySelector("input:checked");
  }
  update();
}
