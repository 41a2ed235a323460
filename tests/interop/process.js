// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

// The program as a whole: what it prints, how it ends, whom it lets in.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const net = require("node:net");
const os = require("node:os");
const path = require("node:path");
const WebSocket = require("ws");
const { Program, check, next, run, start, until, withTimeout } = require("./harness.js");

const binary = process.argv[2];
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "switchboard-"));
process.on("exit", () => fs.rmSync(scratch, { recursive: true, force: true }));

/** Sends @p head as it stands; resolves with status line and everything else that came. */
function raw(port, head, host = "127.0.0.1") {
  return withTimeout(new Promise((resolve, reject) => {
    const socket = net.connect(port, host, () => socket.write(head.replaceAll("\n", "\r\n")));
    let text = "";
    socket.on("data", (data) => {
      text += data;
      if (/^HTTP\/1.1 101/.test(text)) {
        socket.destroy();
      }
    });
    socket.on("error", reject);
    socket.on("close", () => resolve({ status: Number(text.split(" ")[1]), text }));
  }), 5000, "the answer");
}

const get = (port, target, headers = "") =>
  raw(port, `GET ${target} HTTP/1.1\nHost: 127.0.0.1:${port}\nConnection: close\n${headers}\n`);

const handshake = "/socket.io/?EIO=4&transport=polling";

/** A WebSocket session that tells how it was closed. */
async function webSocket(port) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
  const closed = new Promise((resolve) => socket.on("close", (code) => resolve(code)));
  await next(socket, "message");
  return { socket, closed };
}

async function longPoll(port) {
  const base = `http://127.0.0.1:${port}${handshake}`;
  const { sid } = JSON.parse((await (await fetch(base)).text()).slice(1));
  return { answer: fetch(`${base}&sid=${sid}`).then((response) => response.text()) };
}

function checkCommandLine() {
  check("prints one line when it listens, and stops on SIGTERM", async () => {
    const program = await start(binary);
    assert.match(program.stdout, /^listening on http:\/\/127\.0\.0\.1:\d+\n$/);
    assert.deepEqual(await program.stop(), { code: 0, signal: null });
    assert.match(program.stdout, /^listening on \S+\n$/);
  });

  check("stops on SIGINT and SIGHUP, too", async () => {
    for (const signal of ["SIGINT", "SIGHUP"]) {
      assert.deepEqual(await (await start(binary)).stop(signal), { code: 0, signal: null });
    }
  });

  check("tells its states as JSON", async () => {
    const program = new Program(binary, ["--headless", "--port", "0", "--json"]);
    await until(() => program.stdout.includes("\n"), "the first line");
    await program.stop();
    const states = program.stdout.trim().split("\n").map((line) => JSON.parse(line));
    assert.deepEqual(states.map(({ state }) => state), ["listening", "stopping", "stopped"]);
    assert.equal(states[0].address, `http://127.0.0.1:${states[0].port}`);
  });

  check("says who has the port, within a second, and exits with 3", async () => {
    const program = await start(binary);
    const begun = process.hrtime.bigint();
    const second = new Program(binary, ["--headless", "--port", String(program.port)]);
    assert.deepEqual(await second.exited, { code: 3, signal: null });
    assert.ok(process.hrtime.bigint() - begun < 5_000_000_000n); // a second where nothing else runs
    assert.equal(second.stdout, "");
    assert.match(second.stderr, new RegExp(
      `^switchboard: Port ${program.port} is used by another program \\(\\S+, process ${program.process.pid}\\)`));
    await program.stop();
  });

  check("does not listen anywhere else when an address is not there", async () => {
    const program = new Program(binary, ["--headless", "--host", "192.0.2.1", "--port", "0"]);
    assert.deepEqual(await program.exited, { code: 3, signal: null });
    assert.match(program.stderr, /192\.0\.2\.1 is not on this computer/);
  });

  const wrong = {
    "an unknown option": [["--hedless"], /There is no option --hedless/],
    "a port that is no number": [["--port", "http"], /--port http: expected a number/],
    "a port too high": [["--port", "65536"], /expected a number from 0 to 65535/],
    "a missing value": [["--port"], /--port needs a value/],
    "a value too many": [["--headless=yes"], /--headless takes no value/],
    "an unknown key": [["--set", "colour=red"], /There is no option colour/],
    "a bad value": [["--set", "pingInterval=often"], /pingInterval=often: expected/],
    "a folder without a name": [["--serve", "folder"], /expected a name, '=' and a value/],
    "a folder that is not there": [["--headless", "--port", "0", "--serve", "x=/nope"], /\/nope is not there/],
    "a reactions file that is not there": [["--headless", "--port", "0", "--reactions", "/nope"], /\/nope cannot be read/],
  };
  for (const [name, [args, sentence]] of Object.entries(wrong)) {
    check(`exits with 2 on ${name}`, async () => {
      const program = new Program(binary, args);
      assert.deepEqual(await program.exited, { code: 2, signal: null });
      assert.match(program.stderr, sentence);
      assert.equal(program.stdout, "");
    });
  }

  check("exits with 2 on broken reactions, naming the place", async () => {
    const file = path.join(scratch, "broken.json");
    fs.writeFileSync(file, '{\n  "rules": [}\n');
    const program = new Program(binary, ["--headless", "--port", "0", "--reactions", file]);
    assert.deepEqual(await program.exited, { code: 2, signal: null });
    assert.match(program.stderr, /broken\.json.*line 2.*column/i);
  });

  check("has help and a version", async () => {
    const help = new Program(binary, ["--help"]);
    assert.equal((await help.exited).code, 0);
    for (const word of ["--headless", "--host", "--port", "--reactions", "--serve", "--set", "--json",
      "--ws-echo", "--engine-echo", "pingInterval", "limits.connections", "Exit codes"]) {
      assert.ok(help.stdout.includes(word), word);
    }
    assert.ok(help.stdout.split("\n").every((line) => line.length <= 100));
    const version = new Program(binary, ["--version"]);
    assert.equal((await version.exited).code, 0);
    assert.match(version.stdout, /^switchboard \d+\.\d+\.\d+\n$/);
  });

  check("says what to do where there is no display", async () => {
    const program = new Program(binary, [],
      { DISPLAY: undefined, WAYLAND_DISPLAY: undefined, QT_QPA_PLATFORM: undefined });
    assert.deepEqual(await program.exited, { code: 3, signal: null });
    assert.match(program.stderr, /switchboard --headless/);
  });
}

function checkStop() {
  check("tells 100 clients before it goes, within five seconds", async () => {
    const program = await start(binary);
    const sockets = await Promise.all(Array.from({ length: 50 }, () => webSocket(program.port)));
    const polls = await Promise.all(Array.from({ length: 50 }, () => longPoll(program.port)));
    // A request that never ends must not hold the server up either.
    const slow = net.connect(program.port, "127.0.0.1", () =>
      slow.write(`POST ${handshake}&sid=x HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99\r\n\r\nabc`));
    slow.on("error", () => {});
    await next(slow, "connect");
    assert.deepEqual(await program.stop(), { code: 0, signal: null });
    const codes = await withTimeout(Promise.all(sockets.map(({ closed }) => closed)), 2000, "closing");
    assert.deepEqual(codes, Array(50).fill(1001));
    const answers = await Promise.all(polls.map(({ answer }) => answer));
    assert.deepEqual(answers, Array(50).fill("1"));
    slow.destroy();
  }, 15_000);

  check("can be started again on the same port at once", async () => {
    const first = await start(binary);
    await webSocket(first.port);
    await first.stop();
    const second = await new Program(binary, ["--headless", "--port", String(first.port)]).listening();
    assert.equal(second.port, first.port);
    await second.stop();
  });

  check("ends at once on a second signal", async () => {
    const program = await start(binary);
    // A client that does not read its close frame keeps the first signal waiting.
    const { socket } = await webSocket(program.port);
    socket.pause();
    program.process.kill("SIGTERM");
    await until(async () => {
      try {
        await get(program.port, "/");
        return false;
      } catch {
        return true;
      }
    }, "the end of listening");
    if (program.process.exitCode === null) {
      program.process.kill("SIGTERM");
    }
    const { code } = await withTimeout(program.exited, 1000, "the end");
    assert.ok([0, 143].includes(code), `exit code ${code}`);
    socket.terminate();
  });
}

function checkGuard() {
  let program;
  check("starts for the checks of who may come in", async () => {
    program = await start(binary);
  });

  const upgrade = "Connection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13\n"
    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n";
  const ask = (kind, host, headers) => kind === "polling"
    ? raw(program.port, `GET ${handshake} HTTP/1.1\nHost: ${host}\nConnection: close\n${headers}\n`)
    : raw(program.port, `GET ${handshake.replace("polling", "websocket")} HTTP/1.1\nHost: ${host}\n${upgrade}${headers}\n`);

  for (const kind of ["polling", "websocket"]) {
    const passed = kind === "polling" ? 200 : 101;
    const rows = {
      "no Origin": ["127.0.0.1", "", passed],
      "its own page": ["localhost:PORT", "Origin: http://localhost:PORT\n", passed],
      "a local development server": ["127.0.0.1:PORT", "Origin: http://localhost:5173\n", passed],
      "a strange page": ["127.0.0.1:PORT", "Origin: https://evil.test\n", 403],
      "a page of no origin": ["127.0.0.1:PORT", "Origin: null\n", 403],
      "a page that only begins like ours": ["127.0.0.1:PORT", "Origin: http://localhost.evil.test\n", 403],
      "a rebound name": ["evil.test:PORT", "Origin: http://evil.test:PORT\n", 421],
      "a rebound name without Origin": ["evil.test", "", 421],
      "the address of no host": ["0.0.0.0:PORT", "", 421],
    };
    for (const [name, [host, headers, status]] of Object.entries(rows)) {
      check(`${kind}: ${name} gets ${status}`, async () => {
        const fill = (text) => text.replaceAll("PORT", program.port);
        const answer = await ask(kind, fill(host), fill(headers));
        assert.equal(answer.status, status);
      });
    }
  }

  check("the guard covers pages, too", async () => {
    const answer = await raw(program.port, "GET /demo/chat/ HTTP/1.1\nHost: evil.test\nConnection: close\n\n");
    assert.equal(answer.status, 421);
    assert.ok(!answer.text.includes("chat"));
  });

  check("listens on both loopback addresses", async () => {
    const answer = await raw(program.port, "GET / HTTP/1.1\nHost: localhost\nConnection: close\n\n", "::1");
    assert.equal(answer.status, 302);
  });

  check("goes", async () => {
    await program.stop();
    assert.match(program.stderr, /cors: https:\/\/evil\.test/);
  });
}

function checkPages() {
  let program;
  check("serves a folder beside the demo", async () => {
    fs.mkdirSync(path.join(scratch, "site"));
    fs.writeFileSync(path.join(scratch, "site", "index.html"), "<h1>mine</h1>");
    fs.writeFileSync(path.join(scratch, "site", ".env"), "SECRET=1");
    fs.writeFileSync(path.join(scratch, "outside"), "SECRET=2");
    fs.symlinkSync(path.join(scratch, "outside"), path.join(scratch, "site", "link"));
    program = await start(binary, "--serve", `mine=${path.join(scratch, "site")}`);
    const page = await get(program.port, "/demo/mine/");
    assert.equal(page.status, 200);
    assert.match(page.text, /<h1>mine<\/h1>/);
    assert.match((await get(program.port, "/")).text, /href="\/demo\/mine\/"/);
  });

  check("serves nothing from outside of the folder", async () => {
    for (const name of [".env", "link", "..%2foutside", "%2e%2e/outside", "..%5coutside", "../outside",
      "....//outside", "%c0%ae%c0%ae/outside", "/etc/passwd", "index.html%00"]) {
      const { status, text } = await get(program.port, `/demo/mine/${name}`);
      assert.equal(status, 404, name);
      assert.ok(!text.includes("SECRET"), name);
    }
  });

  check("answers ranges, HEAD and what the browser has", async () => {
    assert.match((await get(program.port, "/demo/mine/", "Range: bytes=4-7\n")).text, /\r\n\r\nmine$/);
    const head = await raw(program.port,
      `HEAD /demo/mine/ HTTP/1.1\nHost: localhost\nConnection: close\n\n`);
    assert.match(head.text, /Content-Length: 13\r\n/i);
    assert.ok(head.text.endsWith("\r\n\r\n"));
    const etag = /ETag: (\S+)/i.exec(head.text)[1];
    assert.equal((await get(program.port, "/demo/mine/", `If-None-Match: ${etag}\n`)).status, 304);
  });

  check("serves the client", async () => {
    const response = await fetch(`${program.url}/socket.io/socket.io.js`);
    assert.equal(response.headers.get("content-encoding"), "gzip");
    const text = await response.text();
    const { version } = require("socket.io-client/package.json");
    assert.ok(text.startsWith(`/*!\n * Socket.IO v${version}`));
    assert.equal(response.headers.get("etag"), `"${version}"`);
    const again = await get(program.port, "/socket.io/socket.io.js", `If-None-Match: W/"${version}"\n`);
    assert.equal(again.status, 304);
    assert.equal((await get(program.port, "/socket.io/socket.io.js%00")).status, 404);
  });

  check("goes after that", () => program.stop());

  check("echoes for conformance suites when asked to", async () => {
    const echo = await start(binary, "--ws-echo", "/echo", "--engine-echo", "/engine.io");
    const socket = new WebSocket(`ws://127.0.0.1:${echo.port}/echo`);
    await next(socket, "open");
    socket.send("text");
    assert.equal(String((await next(socket, "message"))[0]), "text");
    socket.send(Buffer.from([1, 2]));
    assert.deepEqual((await next(socket, "message"))[0], Buffer.from([1, 2]));
    const engine = new WebSocket(`ws://127.0.0.1:${echo.port}/engine.io/?EIO=4&transport=websocket`);
    await next(engine, "message");
    engine.send("4hello");
    assert.equal(String((await next(engine, "message"))[0]), "4hello");
    assert.deepEqual(await echo.stop(), { code: 0, signal: null });
  });

  check("answers events by a reactions file", async () => {
    const file = path.join(scratch, "rules.json");
    fs.writeFileSync(file, JSON.stringify({ rules: [{ on: "hello", do: [{ ack: ["{{args}}"] }] }] }));
    const server = await start(binary, "--reactions", file);
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/socket.io/?EIO=4&transport=websocket`);
    await next(socket, "message");
    socket.send("40");
    await next(socket, "message");
    socket.send('421["hello",12345678901234567890]');
    assert.equal(String((await next(socket, "message"))[0]), "431[12345678901234567890]");
    await server.stop();
  });
}

checkCommandLine();
checkStop();
checkGuard();
checkPages();
run();
