// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

// Both protocols as their specifications tell them, byte by byte: Engine.IO v4 and Socket.IO v5
// without a client library in between.
"use strict";

const assert = require("node:assert/strict");
const WebSocket = require("ws");
const { check, next, run, start, until, withTimeout } = require("./harness.js");

const pingInterval = 300;
const pingTimeout = 200;
let server;

// ---- Engine.IO over HTTP ----

const address = (query) => `${server.url}/socket.io/?${query}`;
const polling = (sid, rest = "") => address(`EIO=4&transport=polling${sid ? `&sid=${sid}` : ""}${rest}`);

async function request(url, options) {
  const response = await fetch(url, options);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function openPolling() {
  const { status, text } = await request(polling());
  assert.equal(status, 200);
  assert.equal(text[0], "0");
  return JSON.parse(text.slice(1)).sid;
}

const post = (sid, body) => request(polling(sid), { method: "POST", body });
const poll = async (sid) => (await request(polling(sid))).text;

/** Polls until a packet that is not a ping comes; answers pings. */
async function pollPacket(sid) {
  for (;;) {
    const packets = (await poll(sid)).split("\x1e");
    if (packets.includes("2")) {
      await post(sid, "3");
    }
    const rest = packets.filter((packet) => packet !== "2");
    if (rest.length > 0) {
      return rest;
    }
  }
}

// ---- Engine.IO over WebSocket ----

/** A WebSocket that keeps what came, so that nothing is missed between two awaits. */
class Wire {
  constructor(query = "EIO=4&transport=websocket", options = {}) {
    this.socket = new WebSocket(address(query).replace("http", "ws"), options);
    this.inbox = [];
    this.waiting = [];
    this.closed = new Promise((resolve) =>
      this.socket.on("close", (code, reason) => resolve({ code, reason: String(reason) })));
    this.socket.on("message", (data, binary) => {
      const message = binary ? data : String(data);
      const waiter = this.waiting.shift();
      if (waiter) {
        waiter(message);
      } else {
        this.inbox.push(message);
      }
    });
    this.socket.on("error", (error) => (this.error = error));
  }

  next() {
    if (this.inbox.length > 0) {
      return Promise.resolve(this.inbox.shift());
    }
    return withTimeout(new Promise((resolve) => this.waiting.push(resolve)), 3000, "a message");
  }

  /** The next message that is not a ping; pings are answered. */
  async packet() {
    for (;;) {
      const message = await this.next();
      if (message !== "2") {
        return message;
      }
      this.send("3");
    }
  }

  send(data) {
    this.socket.send(data);
  }

  async ends() {
    const end = await withTimeout(this.closed, 3000, "closing");
    return end.code;
  }
}

async function openWire() {
  const wire = new Wire();
  wire.handshake = JSON.parse((await wire.next()).slice(1));
  return wire;
}

/** In the namespace "/", with what the server says on connecting taken. */
async function joined() {
  const wire = await openWire();
  wire.send("40");
  assert.match(await wire.packet(), /^40\{"sid":"[\w-]{20}"\}$/);
  assert.equal(await wire.packet(), '42["auth",{}]');
  return wire;
}

function checkEngine() {
  check("polling: opens", async () => {
    const { status, headers, text } = await request(polling());
    assert.equal(status, 200);
    assert.equal(headers.get("content-type"), "text/plain; charset=UTF-8");
    const open = JSON.parse(text.slice(1));
    assert.deepEqual({ ...open, sid: "" }, {
      sid: "", upgrades: ["websocket"], pingInterval, pingTimeout, maxPayload: 1_000_000,
    });
    assert.match(open.sid, /^[\w-]{20}$/);
  });

  const refusals = {
    "no protocol": ["transport=polling", 400, 5],
    "protocol that is no number": ["EIO=abc&transport=polling", 400, 5],
    "no transport": ["EIO=4", 400, 0],
    "unknown transport": ["EIO=4&transport=abc", 400, 0],
    "unknown sid": ["EIO=4&transport=polling&sid=AAAAAAAAAAAAAAAAAAAA", 400, 1],
  };
  for (const [name, [query, status, code]] of Object.entries(refusals)) {
    check(`polling: refuses ${name}`, async () => {
      const answer = await request(address(query));
      assert.equal(answer.status, status);
      assert.equal(JSON.parse(answer.text).code, code);
    });
  }

  check("polling: refuses other methods for a handshake", async () => {
    for (const method of ["POST", "PUT", "DELETE"]) {
      const answer = await request(polling(), { method });
      assert.equal(answer.status, 400);
      assert.equal(JSON.parse(answer.text).code, 2);
    }
  });

  check("websocket: opens", async () => {
    const wire = await openWire();
    assert.deepEqual({ ...wire.handshake, sid: "" }, {
      sid: "", upgrades: [], pingInterval, pingTimeout, maxPayload: 1_000_000,
    });
  });

  check("websocket: refuses a wrong protocol, transport and sid before upgrading", async () => {
    for (const query of ["EIO=abc&transport=websocket", "EIO=4&transport=abc", "EIO=4",
      "EIO=4&transport=websocket&sid=AAAAAAAAAAAAAAAAAAAA"]) {
      const wire = new Wire(query);
      assert.equal(await wire.ends(), 1006);
      assert.match(wire.error.message, /Unexpected server response: 400/);
    }
  });

  check("polling: pings, and keeps who answers", async () => {
    const sid = await openPolling();
    for (let i = 0; i < 2; ++i) {
      assert.equal(await poll(sid), "2");
      assert.deepEqual((await post(sid, "3")).text, "ok");
    }
  });

  check("polling: drops who does not answer", async () => {
    const sid = await openPolling();
    assert.equal(await poll(sid), "2");
    await until(async () => (await request(polling(sid))).status === 400, "the end of the session");
  });

  check("websocket: pings, and keeps who answers", async () => {
    const wire = await openWire();
    for (let i = 0; i < 2; ++i) {
      assert.equal(await wire.next(), "2");
      wire.send("3");
    }
    assert.equal(wire.socket.readyState, WebSocket.OPEN);
  });

  check("websocket: drops who does not answer", async () => {
    const wire = await openWire();
    assert.equal(await wire.next(), "2");
    await wire.ends();
  });

  check("polling: a close packet ends the waiting request and the session", async () => {
    const sid = await openPolling();
    const waiting = request(polling(sid));
    await post(sid, "1");
    assert.equal((await waiting).text, "6");
    await until(async () => (await request(polling(sid))).status === 400, "the end of the session");
  });

  check("websocket: a close packet ends the session", async () => {
    const wire = await openWire();
    wire.send("1");
    await wire.ends();
  });

  check("polling: several packets in one body, in order", async () => {
    const sid = await openPolling();
    await post(sid, "40");
    await post(sid, '42["message",1]\x1e42["message",2]\x1e42["message",3]');
    const packets = [];
    await until(async () => {
      packets.push(...await pollPacket(sid));
      return packets.length >= 5;
    }, "the answers");
    assert.deepEqual(packets.slice(2),
      ['42["message-back",1]', '42["message-back",2]', '42["message-back",3]']);
  });

  check("polling: a second request at the same time ends the session", async () => {
    const sid = await openPolling();
    const [first, second] = await Promise.all([request(polling(sid)), request(polling(sid))]);
    assert.deepEqual([first.status, second.status].sort(), [200, 400]);
    assert.equal((await request(polling(sid))).status, 400);
  });

  check("polling: a body beyond the limit is answered 413", async () => {
    const sid = await openPolling();
    assert.equal((await post(sid, "4" + "x".repeat(1_000_000))).status, 413);
  });

  check("upgrade: probes, takes over, and the old transport is dead", async () => {
    const sid = await openPolling();
    const wire = new Wire(`EIO=4&transport=websocket&sid=${sid}`);
    await next(wire.socket, "open");
    wire.send("2probe");
    assert.equal(await wire.packet(), "3probe");
    wire.send("5");
    wire.send("40");
    assert.match(await wire.packet(), /^40\{"sid":/);
    assert.equal((await request(polling(sid))).status, 400);
    const second = new Wire(`EIO=4&transport=websocket&sid=${sid}`);
    await second.ends();
    wire.send('42["message","still here"]');
    assert.equal(await wire.packet(), '42["auth",{}]');
    assert.equal(await wire.packet(), '42["message-back","still here"]');
  });

  check("upgrade: the waiting request is released", async () => {
    const sid = await openPolling();
    const waiting = poll(sid);
    const wire = new Wire(`EIO=4&transport=websocket&sid=${sid}`);
    await next(wire.socket, "open");
    wire.send("2probe");
    assert.equal(await wire.packet(), "3probe");
    assert.match(await waiting, /^[26]$/);
    wire.send("5");
    wire.send("40");
    assert.match(await wire.packet(), /^40/);
  });

  check("websocket: a message beyond the limit is closed with 1009", async () => {
    const wire = await joined();
    wire.send("4" + "x".repeat(1_000_000));
    assert.equal(await wire.ends(), 1009);
  });

  check("websocket: a packet of no known type ends the session", async () => {
    const wire = await openWire();
    wire.send("abc");
    await wire.ends();
  });
}

function checkSocketIo() {
  check("connects to the main namespace, without and with auth", async () => {
    await joined();
    const wire = await openWire();
    wire.send('40{"token":"123"}');
    assert.match(await wire.packet(), /^40\{"sid":"[\w-]{20}"\}$/);
    assert.equal(await wire.packet(), '42["auth",{"token":"123"}]');
  });

  check("connects to a custom namespace, without and with auth", async () => {
    for (const auth of ["", '{"token":"abc"}']) {
      const wire = await openWire();
      wire.send(`40/custom,${auth}`);
      assert.match(await wire.packet(), /^40\/custom,\{"sid":"[\w-]{20}"\}$/);
      assert.equal(await wire.packet(), `42/custom,["auth",${auth || "{}"}]`);
    }
  });

  check("answers auth with every digit and in its own order", async () => {
    const wire = await openWire();
    wire.send('40{"b":12345678901234567890,"a":1.50}');
    await wire.packet();
    assert.equal(await wire.packet(), '42["auth",{"b":12345678901234567890,"a":1.50}]');
  });

  check("refuses an unknown namespace and keeps the connection", async () => {
    const wire = await joined();
    wire.send("40/random");
    assert.equal(await wire.packet(), '44/random,{"message":"Invalid namespace"}');
    wire.send('42["message",1]');
    assert.equal(await wire.packet(), '42["message-back",1]');
  });

  check("closes who joins nothing in time", async () => {
    const wire = await openWire();
    for (;;) {
      const message = await Promise.race([wire.next(), wire.closed]);
      if (message !== "2") {
        break;
      }
      wire.send("3");
    }
    await wire.ends();
  });

  check("leaves the main namespace", async () => {
    const wire = await joined();
    wire.send("41");
    // As in the reference server, an event to a namespace one is not in ends the connection.
    wire.send('42["message","message to main namespace"]');
    await wire.ends();
  });

  check("leaves a custom namespace and stays in the main one", async () => {
    const wire = await joined();
    wire.send("40/custom,");
    await wire.packet();
    await wire.packet();
    wire.send("41/custom,");
    wire.send('42["message","still"]');
    assert.equal(await wire.packet(), '42["message-back","still"]');
  });

  check("sends text and numbers", async () => {
    const wire = await joined();
    wire.send('42["message",1,"2",{"3":[true]}]');
    assert.equal(await wire.packet(), '42["message-back",1,"2",{"3":[true]}]');
  });

  check("sends binary", async () => {
    const wire = await joined();
    wire.send('452-["message",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]');
    wire.send(Buffer.from([1, 2, 3]));
    wire.send(Buffer.from([4, 5, 6]));
    assert.equal(await wire.packet(),
      '452-["message-back",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]');
    assert.deepEqual(await wire.packet(), Buffer.from([1, 2, 3]));
    assert.deepEqual(await wire.packet(), Buffer.from([4, 5, 6]));
  });

  check("acks text", async () => {
    const wire = await joined();
    wire.send('42456["message-with-ack",1,"2",{"3":[false]}]');
    assert.equal(await wire.packet(), '43456[1,"2",{"3":[false]}]');
  });

  check("acks binary", async () => {
    const wire = await joined();
    wire.send('452-789["message-with-ack",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]');
    wire.send(Buffer.from([1, 2, 3]));
    wire.send(Buffer.from([4, 5, 6]));
    assert.equal(await wire.packet(),
      '462-789[{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]');
    assert.deepEqual(await wire.packet(), Buffer.from([1, 2, 3]));
    assert.deepEqual(await wire.packet(), Buffer.from([4, 5, 6]));
  });

  const broken = {
    "a packet of no known type": "4abc",
    "an event before any namespace": '42["message"]',
    "auth that is not an object": '40["array"]',
    "an event without arguments": "42[]",
    "an event whose name is an object": '42[{"a":1}]',
    "a reserved event name": '42["connect"]',
    "JSON that ends early": '42["message",{"a":1',
    "text after the JSON": '42["message"]x',
    "an ack that is not a list": '431{"a":1}',
    "an event that claims 11 attachments": '4511-["message"]',
    "attachments without a dash": '451["message"]',
    "a placeholder whose number is a string": '451-["message",{"_placeholder":true,"num":"0"}]',
    "a disconnect with a payload": '41{"a":1}',
  };
  for (const [name, text] of Object.entries(broken)) {
    check(`closes on ${name}`, async () => {
      const wire = name.includes("before") ? await openWire() : await joined();
      wire.send(text);
      if (text.includes("_placeholder")) {
        wire.send(Buffer.from([1]));
      }
      await wire.ends();
    });
  }

  check("closes on binary nobody announced", async () => {
    const wire = await joined();
    wire.send(Buffer.from([1, 2, 3]));
    await wire.ends();
  });

  check("closes on text where an attachment was announced", async () => {
    const wire = await joined();
    wire.send('451-["message",{"_placeholder":true,"num":0}]');
    wire.send('42["message"]');
    await wire.ends();
  });
}

(async () => {
  server = await start(process.argv[2], "--set", `pingInterval=${pingInterval}`,
    "--set", `pingTimeout=${pingTimeout}`, "--set", "connectTimeout=1000");
  checkEngine();
  checkSocketIo();
  check("the server is still well", async () => {
    await joined();
    assert.deepEqual(await server.stop(), { code: 0, signal: null });
  });
  await run();
})();
