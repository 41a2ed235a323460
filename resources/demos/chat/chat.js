// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
//
// The chat demo, on the namespace /chat. It emits
//   join(room, name)           acknowledged; again after every reconnection
//   message({room, name, text}) acknowledged
//   typing({room, name, on})
// and receives joined, message and typing for its room. Any other event, such as one the operator
// sends from the window, is shown as it came. All text goes into the page as text, never as markup.
"use strict";

const byId = (id) => document.getElementById(id);
const mostEntries = 500;
const typingPause = 2500;
const ackTimeout = 5000;

const page = {
  state: byId("state"),
  profile: byId("profile"),
  name: byId("name"),
  room: byId("room"),
  apply: byId("apply"),
  notice: byId("notice"),
  noticeText: byId("notice-text"),
  reconnect: byId("reconnect"),
  log: byId("log"),
  typing: byId("typing"),
  composer: byId("composer"),
  text: byId("text"),
  send: byId("send"),
};

// ---- Who we are ----

function remembered(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null; // storage may be switched off
  }
}

function remember(key, value) {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // The next load asks again; nothing else is lost.
  }
}

function inventName() {
  const colours = ["Amber", "Blue", "Coral", "Green", "Ivory", "Jade", "Silver", "Violet"];
  const animals = ["Badger", "Crane", "Fox", "Heron", "Lynx", "Otter", "Owl", "Wren"];
  const pick = (list) => list[Math.floor(Math.random() * list.length)];
  return `${pick(colours)} ${pick(animals)}`;
}

const asked = new URLSearchParams(location.search);
const me = {
  name: (asked.get("name") || remembered("name") || inventName()).slice(0, 40),
  room: (asked.get("room") || remembered("room") || "lobby").slice(0, 40),
};

// ---- The log ----

function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

let followsEnd = true;

function followEnd() {
  if (followsEnd) {
    page.log.scrollTop = page.log.scrollHeight;
  }
}

function append(item) {
  page.log.append(item);
  while (page.log.childElementCount > mostEntries) {
    page.log.firstElementChild.remove();
  }
  followEnd();
  return item;
}

page.log.addEventListener("scroll", () => {
  followsEnd = page.log.scrollHeight - page.log.scrollTop - page.log.clientHeight < 40;
});
new ResizeObserver(followEnd).observe(page.log);

const note = (text) => append(element("li", "note", text));

function hueOf(name) {
  let hue = 0;
  for (const character of name) {
    hue = (hue * 31 + character.codePointAt(0)) % 3600;
  }
  return (hue * 137.5) % 360; // the golden angle keeps neighbours apart
}

function bubble(kind, author, text) {
  const item = element("li", `message ${kind}`, "");
  const avatar = element("span", "avatar", Array.from(author)[0] || "?");
  avatar.setAttribute("aria-hidden", "true");
  avatar.style.setProperty("--hue", hueOf(author));
  item.append(avatar, element("span", "author", author), element("span", "bubble", text));
  return append(item);
}

// Binary arguments have no JSON; say what they are.
function shown(value) {
  return JSON.stringify(value, (key, inner) =>
    inner instanceof ArrayBuffer ? `<${inner.byteLength} bytes>` : inner);
}

// ---- The connection ----

const connection = io("/chat", {
  autoConnect: false,
  auth: (send) => send({ name: me.name }),
});

function showState(state, text) {
  page.state.dataset.state = state;
  page.state.textContent = text;
  updateSend();
}

function showTransport() {
  const words = { polling: "long polling", websocket: "WebSocket" };
  const transport = connection.io.engine.transport.name;
  showState("connected", `Connected by ${words[transport] || transport}`);
}

function showNotice(text, canReconnect) {
  page.noticeText.textContent = text;
  page.reconnect.hidden = !canReconnect;
  page.notice.hidden = false;
}

function updateSend() {
  page.send.disabled = !connection.connected || page.text.value.trim() === "";
}

connection.on("connect", () => {
  page.notice.hidden = true;
  showTransport();
  connection.io.engine.on("upgrade", showTransport);
  connection.timeout(ackTimeout).emit("join", me.room, me.name, (error) => {
    note(error ? `The server did not answer to joining ${me.room}.`
      : `You joined ${me.room} as ${me.name}.`);
  });
});

connection.on("disconnect", (reason) => {
  clearTyping();
  showState("disconnected", "Disconnected");
  if (reason === "io client disconnect") {
    return;
  }
  // The client reconnects by itself unless the server asked it to leave.
  const isFinal = !connection.active;
  showNotice(isFinal ? `Disconnected: ${reason}` : `Connection lost: ${reason}. Trying again.`, isFinal);
});

connection.on("connect_error", (error) => {
  const isFinal = !connection.active;
  showState(isFinal ? "disconnected" : "connecting", isFinal ? "Refused" : "Connecting");
  showNotice(isFinal ? `The server refused: ${error.message}` : "The server does not answer. Trying again.",
    isFinal);
});

page.reconnect.addEventListener("click", () => {
  page.notice.hidden = true;
  showState("connecting", "Connecting");
  connection.connect();
});

// ---- What arrives ----

const typists = new Map(); // name -> timer that forgets them

function clearTyping() {
  typists.forEach(clearTimeout);
  typists.clear();
  showTyping();
}

function showTyping() {
  const names = [...typists.keys()];
  page.typing.textContent = names.length === 0 ? ""
    : names.length === 1 ? `${names[0]} is typing`
      : names.length === 2 ? `${names[0]} and ${names[1]} are typing`
        : "Several people are typing";
}

function setTyping(name, on) {
  clearTimeout(typists.get(name));
  if (on && typists.size < 100) {
    typists.set(name, setTimeout(() => setTyping(name, false), 2 * typingPause));
  } else {
    typists.delete(name);
  }
  showTyping();
}

const isObject = (value) => typeof value === "object" && value !== null;

const known = {
  message(message) {
    if (!isObject(message)) {
      return false;
    }
    const author = String(message.name);
    setTyping(author, false);
    const pending = author === me.name && page.log.querySelector(".pending");
    if (pending && pending.lastElementChild.textContent === String(message.text)) {
      pending.classList.remove("pending");
    } else {
      bubble(author === me.name ? "own" : "", author, String(message.text));
    }
    return true;
  },
  joined(who) {
    const name = isObject(who) ? who.name : who;
    if (name !== me.name) {
      note(`${name} joined.`);
    }
    return true;
  },
  typing(who) {
    if (!isObject(who)) {
      return false;
    }
    if (who.name !== me.name) {
      setTyping(String(who.name), who.on === true);
    }
    return true;
  },
};

connection.onAny((event, ...args) => {
  const takesIt = Object.hasOwn(known, event) && known[event](...args.slice(0, 1));
  // Acknowledging is what lets the operator see that this page got the event.
  const answer = typeof args.at(-1) === "function" ? args.pop() : null;
  if (!takesIt) {
    const text = args.length === 1 && typeof args[0] === "string" ? args[0] : args.map(shown).join(", ");
    bubble("operator", `Operator: ${event}`, text);
  }
  if (answer) {
    answer({ name: me.name });
  }
});

// ---- What leaves ----

let isTyping = false;
let typingTimer = 0;

function tellTyping(on) {
  clearTimeout(typingTimer);
  if (on) {
    typingTimer = setTimeout(() => tellTyping(false), typingPause);
  }
  if (on !== isTyping) {
    isTyping = on;
    connection.volatile.emit("typing", { room: me.room, name: me.name, on });
  }
}

page.text.addEventListener("input", () => {
  updateSend();
  tellTyping(page.text.value.trim() !== "");
});

page.composer.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = page.text.value.trim();
  if (text === "" || !connection.connected) {
    return;
  }
  tellTyping(false);
  followsEnd = true;
  bubble("own pending", me.name, text);
  connection.timeout(ackTimeout).emit("message", { room: me.room, name: me.name, text }, (error) => {
    if (error) {
      note("That message was not acknowledged.");
    }
  });
  page.text.value = "";
  updateSend();
});

page.profile.addEventListener("input", () => {
  page.apply.disabled = page.name.value.trim() === "" || page.room.value.trim() === ""
    || (page.name.value.trim() === me.name && page.room.value.trim() === me.room);
});

page.profile.addEventListener("submit", (event) => {
  event.preventDefault();
  if (page.apply.disabled) {
    return;
  }
  me.name = page.name.value.trim();
  me.room = page.room.value.trim();
  remember("name", me.name);
  remember("room", me.room);
  page.apply.disabled = true;
  // A new connection takes the name along and leaves the old room.
  connection.disconnect().connect();
});

page.name.value = me.name;
page.room.value = me.room;
remember("name", me.name);
remember("room", me.room);
connection.connect();
