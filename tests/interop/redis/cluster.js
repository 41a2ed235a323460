// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

// One cluster of a Node server (socket.io and its Redis adapter), the emitter, and a server of
// ours: cluster.js PROGRAM. What a client of either asks for must reach the clients of both.
"use strict";

const net = require("node:net");
const http = require("node:http");
const { execFileSync } = require("node:child_process");
const { Program, check, next, run, skip, until, withTimeout } = require("../harness.js");

const packages = ["socket.io", "socket.io-client", "redis", "@socket.io/redis-adapter", "@socket.io/redis-emitter"];
for (const name of packages) {
  try {
    require.resolve(name);
  } catch {
    skip(`the npm package ${name} is missing`);
  }
}
try {
  execFileSync("redis-server", ["--version"]);
} catch {
  skip("redis-server is missing");
}

const { Server } = require("socket.io");
const { io: connect } = require("socket.io-client");
const { createClient } = require("redis");
const { createAdapter } = require("@socket.io/redis-adapter");
const { Emitter } = require("@socket.io/redis-emitter");

const program = process.argv[2];
let node; // socket.io's Server
let emitter;
let redis;
let mine; // a client of ours
let theirs; // a client of Node's
let ours; // the program under test

const freePort = () =>
  new Promise((resolve) => {
    const probe = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

async function client(url, nsp = "/") {
  const socket = connect(url + nsp, { transports: ["websocket"], forceNew: true, reconnection: false });
  await next(socket, "connect");
  return socket;
}

/** Collects what @p socket gets of @p event. */
function listen(socket, event) {
  const got = [];
  socket.on(event, (...args) => got.push(args));
  return got;
}

/** After it, everything published before has arrived on both sides. */
let fences = 0;
async function fence() {
  const name = `fence-${++fences}`;
  const both = [mine, theirs].map((socket) => next(socket, name));
  new Emitter(redis).emit(name);
  await Promise.all(both);
}

const same = (actual, expected, what) => {
  const [left, right] = [actual, expected].map((value) => JSON.stringify(value));
  if (left !== right) {
    throw new Error(`${what}: ${left} instead of ${right}`);
  }
};

async function setUp() {
  const redisPort = await freePort();
  const server = new Program("redis-server", ["--port", redisPort, "--bind", "127.0.0.1", "--save", ""]);
  await until(() => /Ready to accept/.test(server.stdout), "redis-server", 10_000);
  redis = createClient({ url: `redis://127.0.0.1:${redisPort}` });
  const sub = redis.duplicate();
  await Promise.all([redis.connect(), sub.connect()]);
  emitter = new Emitter(redis);

  const web = http.createServer();
  node = new Server(web, { adapter: createAdapter(redis, sub) });
  node.of("/chat");
  node.on("connection", (socket) => {
    socket.on("join", (room, done) => {
      socket.join(room);
      done();
    });
  });
  await new Promise((resolve) => web.listen(0, "127.0.0.1", resolve));
  const theirUrl = `http://127.0.0.1:${web.address().port}`;

  ours = await new Program(program, [String(redisPort)]).listening();
  for (const nsp of ["/", "/chat"]) {
    const channel = `socket.io-request#${nsp}#`;
    await until(async () => (await redis.pubSubNumSub([channel]))[channel] >= 2, `both servers in ${nsp}`, 5000);
  }
  mine = await client(ours.url);
  theirs = await client(theirUrl);
  mine.on("question", (...args) => args.pop()("mine", args));
  theirs.on("question", (...args) => args.pop()("theirs", args));
}

check("a cluster of two", setUp, 20_000);

check("a broadcast of Node reaches our clients", async () => {
  const got = next(mine, "hello");
  node.emit("hello", 1, "ä", { a: [1.5, null, true], b: { c: -70000 } }, 4294967296);
  same(await got, [1, "ä", { a: [1.5, null, true], b: { c: -70000 } }, 4294967296], "arguments");
});

check("a broadcast of ours reaches Node's clients, bytes included", async () => {
  const got = next(theirs, "all");
  const ownCopy = next(mine, "all");
  mine.emit("all", 1.5, "ü", { k: [Buffer.from([0, 255, 128])] }, Buffer.alloc(70_000, 7));
  for (const [number, text, object, large] of [await got, await ownCopy]) {
    same([number, text], [1.5, "ü"], "text");
    same([...object.k[0]], [0, 255, 128], "small bytes");
    same([large.length, large[69_999]], [70_000, 7], "large bytes");
  }
});

check("bytes of Node reach our clients", async () => {
  const got = next(mine, "bin");
  node.emit("bin", Buffer.from("abc"), { deep: [new Uint8Array([1, 2])] });
  const [first, second] = await got;
  same([[...first], [...second.deep[0]]], [[97, 98, 99], [1, 2]], "bytes");
});

check("dates and undefined arrive as JSON has them", async () => {
  const got = next(mine, "odd");
  node.emit("odd", new Date(1500), [undefined, 1], { gone: undefined, kept: 1 });
  same(await got, ["1970-01-01T00:00:01.500Z", [null, 1], { kept: 1 }], "arguments");
});

check("rooms and exceptions hold over both", async () => {
  await mine.timeout(2000).emitWithAck("join", "red");
  await theirs.timeout(2000).emitWithAck("join", "red");
  const my = [listen(mine, "in-red"), listen(mine, "except")];
  const their = [listen(theirs, "in-red"), listen(theirs, "except")];
  node.to("red").emit("in-red", "node");
  node.to("blue").emit("in-red", "nobody");
  mine.emit("to", "red", "in-red", "ours"); // leaves its sender out
  mine.emit("except", "red");
  node.except("red").emit("except");
  emitter.to(["red", "blue"]).emit("in-red", "once");
  emitter.to("red").except(theirs.id).emit("in-red", "only ours");
  node.to(mine.id).emit("in-red", "by id");
  await fence();
  const words = (list) => list.map(([word]) => word).sort();
  same(words(my[0]), ["by id", "node", "once", "only ours"], "ours");
  same(words(their[0]), ["node", "once", "ours"], "Node's");
  same([my[1], their[1]], [[], []], "exceptions");
});

check("the emitter speaks to one namespace", async () => {
  const chatting = await client(ours.url, "/chat");
  const got = next(chatting, "chat-only");
  const stray = listen(mine, "chat-only");
  emitter.of("/chat").emit("chat-only", 1);
  same(await got, [1], "arguments");
  same(stray, [], "the other namespace");
  chatting.disconnect();
});

check("Node asks all clients and hears ours", async () => {
  const answers = await node.timeout(2000).emitWithAck("question", 5);
  same(answers.sort(), ["mine", "theirs"], "answers");
});

check("we ask all clients and hear Node's", async () => {
  const all = await new Promise((resolve) => mine.emit("ask", 5, (...list) => resolve(list)));
  same(all.map(([who]) => who).sort(), ["mine", "theirs"], "answers");
});

check("Node fetches our sockets, handshake and all", async () => {
  const sockets = await node.fetchSockets();
  same(sockets.map(({ id }) => id).sort(), [mine.id, theirs.id].sort(), "ids");
  const remote = sockets.find(({ id }) => id === mine.id);
  same([...remote.rooms].sort(), [mine.id, "red"].sort(), "rooms");
  same(remote.data, { from: "switchboard" }, "data");
  same([remote.handshake.query.EIO, remote.handshake.secure, remote.handshake.address], ["4", false, "127.0.0.1"], "handshake");
  if (!remote.handshake.headers.host || Math.abs(Date.now() - remote.handshake.issued) > 60_000) {
    throw new Error(`headers or time: ${JSON.stringify(remote.handshake)}`);
  }
});

check("Node counts rooms and sockets of ours", async () => {
  const rooms = await node.of("/").adapter.allRooms();
  same([rooms.has("red"), rooms.has(mine.id), rooms.has(theirs.id)], [true, true, true], "rooms");
});

check("we fetch Node's sockets", async () => {
  const found = await new Promise((resolve) => mine.emit("fetch", (...list) => resolve(list)));
  same(found.map(({ id }) => id).sort(), [mine.id, theirs.id].sort(), "ids");
  same(found.find(({ id }) => id === theirs.id).rooms, 1, "rooms without its own");
});

check("either side moves clients of both", async () => {
  const mineIn = (room) => async () => (await new Promise((done) => mine.emit("rooms", (...all) => done(all)))).includes(room);
  const theirsIn = (room) => () => node.sockets.adapter.rooms.get(room)?.has(theirs.id) ?? false;
  node.in("red").socketsJoin("green");
  await until(mineIn("green"), "ours joins");
  mine.emit("sockets-join", "red", "yellow");
  await until(theirsIn("yellow"), "Node's joins");
  await until(mineIn("yellow"), "ours joins, too");
  emitter.in("yellow").socketsLeave("green");
  await until(async () => !(await mineIn("green")()), "ours leaves");
  mine.emit("sockets-leave", "red", "yellow");
  await until(() => !theirsIn("yellow")(), "Node's leaves");
});

check("servers emit to each other", async () => {
  const got = new Promise((resolve) => node.once("from-switchboard", (...args) => resolve(args)));
  mine.emit("to-servers", 1, "two");
  same(await withTimeout(got, 3000, "the event"), [1, "two"], "to Node");
  const heard = next(mine, "server-side");
  node.serverSideEmit("sync", 3);
  same(await heard, ["sync", [3]], "to us");
  const answers = await new Promise((resolve, reject) =>
    node.serverSideEmit("sync", (error, list) => (error ? reject(error) : resolve(list))));
  same(answers, ["switchboard heard"], "answers");
});

check("order is kept from one sender", async () => {
  const got = listen(mine, "count");
  for (let i = 0; i < 2000; ++i) {
    node.emit("count", i);
  }
  await until(() => got.length === 2000, "all of them", 8000);
  same(got.findIndex(([number], index) => number !== index), -1, "first out of order");
}, 15_000);

check("either side disconnects clients of the other", async () => {
  const gone = next(theirs, "disconnect");
  mine.emit("sockets-disconnect", theirs.id);
  same((await gone)[0], "io server disconnect", "reason at Node's");
  const left = next(mine, "disconnect");
  emitter.in(mine.id).disconnectSockets(true);
  same((await left)[0], "io server disconnect", "reason at ours");
});

run();
