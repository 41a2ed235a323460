// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

// The official JavaScript client against our server, once per way of transport.
"use strict";

const assert = require("node:assert/strict");
const { io } = require("socket.io-client");
const { check, next, run, start, until } = require("./harness.js");

const ways = {
  polling: { transports: ["polling"] },
  websocket: { transports: ["websocket"] },
  upgrade: { transports: ["polling", "websocket"] },
};
const messages = 1000;
let server;
const open = new Set();

function client(namespace, options) {
  const socket = io(server.url + namespace, { forceNew: true, reconnection: false, ...options });
  open.add(socket);
  return socket;
}

async function connected(namespace, options) {
  const socket = client(namespace, options);
  await next(socket, "connect");
  return socket;
}

const ask = (socket, event, ...args) => socket.timeout(3000).emitWithAck(event, ...args);

/** What the server will have noted as the reason why @p id left. */
const reasonOf = (witness, id, expected) =>
  until(async () => (await ask(witness, "reason-of", id)) === expected, `reason "${expected}"`);

function checkWay(way, options) {
  const it = (name, body, timeout) =>
    check(`${way}: ${name}`, async () => {
      try {
        await body();
      } finally {
        open.forEach((socket) => socket.close());
        open.clear();
      }
    }, timeout);

  it("connects and gets its auth back", async () => {
    const socket = client("/", { ...options, auth: { token: "123", "ключ": "значение" } });
    const [auth] = await next(socket, "auth");
    assert.deepEqual(auth, { token: "123", "ключ": "значение" });
    assert.equal(socket.id.length, 20);
    assert.notEqual(socket.id, socket.io.engine.id);
  });

  it("joins a second namespace on the same connection", async () => {
    const main = await connected("/", options);
    const custom = main.io.socket("/custom", { auth: { who: "second" } });
    const [auth] = await next(custom, "auth");
    assert.deepEqual(auth, { who: "second" });
    assert.equal(custom.io.engine, main.io.engine);
    assert.notEqual(custom.id, main.id);
  });

  it("is told that a namespace does not exist", async () => {
    const [error] = await next(client("/nope", options), "connect_error");
    assert.equal(error.message, "Invalid namespace");
  });

  it("finds a namespace made by pattern", async () => {
    const [name] = await next(client("/room-42", options), "welcome");
    assert.equal(name, "/room-42");
  });

  it("is refused by a middleware with data", async () => {
    const [error] = await next(client("/test", { ...options, auth: { token: "wrong" } }), "connect_error");
    assert.equal(error.message, "not allowed");
    assert.deepEqual(error.data, { code: "E_TOKEN" });
  });

  it("passes a middleware that takes its time", () =>
    connected("/test", { ...options, auth: { token: "slow" } }));

  it("sends and gets every kind of value", async () => {
    const socket = await connected("/", options);
    const values = [1, -0.5, 1e300, "", "text \u0000 ünï \u{1F600} \u2028", true, null, [], {}, [[1], { a: [null] }]];
    socket.emit("message", ...values);
    assert.deepEqual(await next(socket, "message-back"), values);
  });

  it("gets binary back, in any depth", async () => {
    const socket = await connected("/test", options);
    const bytes = Buffer.from([0, 1, 2, 254, 255, 0x1e]);
    const values = [bytes, { deep: [{ er: bytes }, "text"] }, Buffer.alloc(0)];
    const [back, acked] = await Promise.all([next(socket, "echo"), new Promise((resolve) =>
      socket.emit("echo", ...values, (...args) => resolve(args)))]);
    assert.deepEqual(back, values);
    assert.deepEqual(acked, values);
  });

  it("acks in both directions", async () => {
    const socket = await connected("/test", options);
    socket.on("question", (text, done) => done(`answer to ${text}`, Buffer.from([7])));
    assert.equal(await ask(socket, "slow-ack"), "late");
    socket.emit("ask-me", "that");
    assert.deepEqual(await next(socket, "answered"), ["answer to that", Buffer.from([7])]);
    assert.deepEqual(await ask(await connected("/", options), "message-with-ack", 5), 5);
  });

  it("talks in rooms", async () => {
    const [a, b, c] = await Promise.all([1, 2, 3].map(() => connected("/test", options)));
    const heard = [];
    [a, b, c].forEach((socket, index) => socket.on("told", (text) => heard.push(`${index}:${text}`)));
    assert.equal(await ask(a, "join", "den"), true);
    assert.equal(await ask(b, "join", "den"), true);
    assert.deepEqual(await ask(a, "rooms"), ["den"]);
    a.emit("tell", "den", "one");
    await until(() => heard.length === 1, "the first");
    c.emit("tell-except", "den", "two");
    await until(() => heard.length === 2, "the second");
    await ask(b, "leave", "den");
    c.emit("tell", "den", "three");
    c.emit("tell", a.id, "four");
    await until(() => heard.length === 4, "the last two");
    assert.deepEqual(heard.sort(), ["0:four", "0:three", "1:one", "2:two"].sort());
  });

  it("answers a broadcast that asks for acks", async () => {
    const room = `answers-${way}`;
    const sockets = await Promise.all([1, 2, 3].map(() => connected("/test", options)));
    await Promise.all(sockets.map((socket) => ask(socket, "join", room)));
    sockets.slice(0, 2).forEach((socket, index) => socket.on("question", (text, done) => done(index)));
    const [answered, all, answers] = await new Promise((resolve) =>
      sockets[0].emit("ask-all", room, (...args) => resolve(args)));
    assert.equal(answered, 2);
    assert.equal(all, 3); // the third one never answers
    assert.deepEqual(answers.sort(), [0, 1]);
  });

  it("gets volatile packets while it can take them", async () => {
    const socket = await connected("/test", options);
    const heard = [];
    socket.on("maybe", () => heard.push("maybe"));
    socket.emit("volatile");
    await next(socket, "surely");
    // Over polling the first packet may find no request waiting, and is then dropped.
    assert.ok(heard.length === 1 || (way === "polling" && heard.length === 0));
  });

  it(`keeps ${messages} messages in order both ways`, async () => {
    const socket = client("/test", options);
    const seen = [];
    socket.on("number", (number) => seen.push(number));
    // The first ones leave before the handshake, the others while the transport changes.
    for (let i = 0; i < messages; ++i) {
      socket.emit("number", i);
      if (i % 50 === 49) {
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    }
    await until(() => seen.length >= messages, "all numbers", 10_000);
    const [count, inOrder] = await new Promise((resolve) =>
      socket.emit("numbers-seen", (...args) => resolve(args)));
    assert.equal(count, messages);
    assert.equal(inOrder, true);
    assert.deepEqual(seen, Array.from({ length: messages }, (_, i) => i));
    assert.equal(socket.io.engine.transport.name, way === "polling" ? "polling" : "websocket");
  }, 20_000);

  it("is disconnected by the server, from one namespace or altogether", async () => {
    const witness = await connected("/test", options);
    const one = await connected("/test", options);
    const oneId = one.id;
    const rest = one.io.socket("/custom");
    await next(rest, "connect");
    one.emit("kick", false);
    assert.equal((await next(one, "disconnect"))[0], "io server disconnect");
    assert.equal(rest.connected, true);
    await reasonOf(witness, oneId, "server namespace disconnect");

    const two = await connected("/test", options);
    two.emit("kick", true);
    assert.equal((await next(two, "disconnect"))[0], "io server disconnect");
    assert.equal(two.active, false);
  });

  it("leaves with the reason the server should see", async () => {
    const witness = await connected("/test", options);
    const polite = await connected("/test", options);
    const politeId = polite.id;
    polite.disconnect();
    await reasonOf(witness, politeId, "client namespace disconnect");
    if (way !== "polling") {
      const rude = await connected("/test", options);
      await until(() => rude.io.engine.transport.name === "websocket", "the upgrade");
      const rudeId = rude.id;
      rude.io.engine.transport.ws.terminate();
      await reasonOf(witness, rudeId, "transport close");
    }
  });

  it("reconnects by itself", async () => {
    const socket = client("/test", { ...options, reconnection: true, reconnectionDelay: 10 });
    await next(socket, "connect");
    const before = socket.id;
    const left = next(socket, "disconnect");
    const back = next(socket, "connect");
    socket.io.engine.close();
    assert.equal((await left)[0], "forced close");
    await back;
    assert.notEqual(socket.id, before);
    assert.deepEqual(await ask(socket, "rooms"), []);
  });

  it("passes 900 kB, but not more than the limit", async () => {
    const socket = await connected("/test", options);
    const large = "x".repeat(900_000);
    assert.equal((await ask(socket, "echo", large)).length, large.length);
    socket.emit("echo", "x".repeat(1_100_000));
    const [reason] = await next(socket, "disconnect");
    assert.ok(["transport close", "transport error"].includes(reason), reason);
  });
}

(async () => {
  server = await start(process.argv[2], "--set", "cors=*");
  for (const [way, options] of Object.entries(ways)) {
    checkWay(way, options);
  }
  check("the server stops cleanly after all that", async () => {
    assert.deepEqual(await server.stop(), { code: 0, signal: null });
  });
  await run();
})();
