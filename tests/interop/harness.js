// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

// Runs checks one after another, each bounded in time, and prints them as TAP. Also starts and ends
// the programs that are checked.
"use strict";

const { spawn } = require("node:child_process");

const skipCode = 77; // ctest's SKIP_RETURN_CODE
const checks = [];
const children = new Set();

function check(name, run, timeout = 10_000) {
  checks.push({ name, run, timeout });
}

function withTimeout(promise, milliseconds, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took more than ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Resolves with the arguments of the next @p event. */
function next(emitter, event, timeout = 3000) {
  let heard;
  const promise = new Promise((resolve) => {
    heard = (...args) => resolve(args);
    emitter.once(event, heard);
  });
  return withTimeout(promise, timeout, `"${event}"`).finally(() => emitter.off(event, heard));
}

/** Resolves when @p condition returns something true. */
async function until(condition, what, timeout = 3000) {
  const deadline = Date.now() + timeout;
  for (;;) {
    const value = await condition();
    if (value) {
      return value;
    }
    if (Date.now() > deadline) {
      throw new Error(`${what}: not within ${timeout} ms`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A program under test with what it printed. */
class Program {
  constructor(path, args, environment = {}) {
    this.stdout = "";
    this.stderr = "";
    this.process = spawn(path, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...environment },
    });
    children.add(this.process);
    this.process.stdout.on("data", (data) => (this.stdout += data));
    this.process.stderr.on("data", (data) => (this.stderr += data));
    this.exited = new Promise((resolve) => {
      // "close" comes when all it printed has been read, too.
      this.process.on("close", (code, signal) => {
        children.delete(this.process);
        resolve({ code, signal });
      });
    });
  }

  async listening() {
    const line = await Promise.race([
      until(() => /listening on (\S+)/.exec(this.stdout), "listening", 10_000),
      this.exited.then(({ code }) => {
        throw new Error(`exit code ${code} instead of listening: ${this.stderr}`);
      }),
    ]);
    this.url = line[1];
    this.port = Number(new URL(this.url).port);
    return this;
  }

  stop(signal = "SIGTERM") {
    this.process.kill(signal);
    return withTimeout(this.exited, 6000, "stopping");
  }
}

const start = (path, ...args) =>
  new Program(path, ["--headless", "--host", "127.0.0.1", "--port", "0", ...args]).listening();

function skip(reason) {
  console.log(`1..0 # SKIP ${reason}`);
  process.exit(skipCode);
}

async function run() {
  console.log(`1..${checks.length}`);
  let failed = 0;
  for (const [index, { name, run: body, timeout }] of checks.entries()) {
    try {
      await withTimeout(body(), timeout, "the check");
      console.log(`ok ${index + 1} - ${name}`);
    } catch (error) {
      ++failed;
      console.log(`not ok ${index + 1} - ${name}\n  ${String(error.stack).replaceAll("\n", "\n  ")}`);
    }
  }
  for (const child of children) {
    child.kill("SIGKILL");
  }
  process.exit(failed === 0 ? 0 : 1);
}

process.on("unhandledRejection", (error) => {
  console.log(`Bail out! ${error.stack}`);
  process.exit(1);
});

module.exports = { Program, check, next, run, skip, start, until, withTimeout };
