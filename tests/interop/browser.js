// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

// Two tabs of the chat demo in a real browser talk to each other.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { chromium } = require("playwright-core");
const { check, run, skip, start } = require("./harness.js");

const [binary, executablePath] = process.argv.slice(2);
if (!executablePath || !fs.existsSync(executablePath)) {
  skip("chromium is missing");
}

const demos = path.join(__dirname, "..", "..", "resources", "demos");
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const profile = fs.mkdtempSync(path.join(os.tmpdir(), "switchboard-chromium-"));
process.on("exit", () => fs.rmSync(profile, { recursive: true, force: true }));

let server;
let browser;
const problems = [];

async function openChat(query) {
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await page.goto(`${server.url}/demo/chat/?${query}`);
  return page;
}

const say = async (page, text) => {
  await page.fill("#text", text);
  await page.press("#text", "Enter");
};

/** The chat's own rules, and two more that stand in for the operator. */
function rulesWithOperator() {
  const rules = JSON.parse(fs.readFileSync(path.join(demos, "chat", "reactions.json"), "utf8"));
  rules.rules.push(
    { on: "test-announce", namespace: "/chat",
      do: [{ emit: "announce", to: "sender", args: [{ html: "<b>five minutes</b>" }] }] },
    { on: "test-kick", namespace: "/chat", do: [{ disconnect: "namespace" }] });
  const file = path.join(profile, "rules.json");
  fs.writeFileSync(file, JSON.stringify(rules));
  return file;
}

(async () => {
  const rules = rulesWithOperator();
  server = await start(binary, "--reactions", rules);
  browser = await chromium.launchPersistentContext(profile, { executablePath, headless: true, args: flags });
  let ada;
  let grace;

  check("two tabs connect and upgrade to WebSocket", async () => {
    ada = await openChat("name=Ada&room=den");
    grace = await openChat("name=Grace&room=den");
    for (const page of [ada, grace]) {
      await page.getByText("Connected by WebSocket").waitFor();
    }
    await ada.getByText("Grace joined.").waitFor();
  }, 30_000);

  check("one sees the other typing, then the message", async () => {
    await ada.locator("#text").pressSequentially("hel");
    await grace.getByText("Ada is typing").waitFor();
    await say(ada, "hello <b>there</b>");
    const message = grace.locator(".message", { hasText: "Ada" });
    await message.waitFor();
    assert.equal(await message.locator(".bubble").textContent(), "hello <b>there</b>");
    assert.equal(await grace.locator("#log b").count(), 0);
    await ada.locator(".own:not(.pending)", { hasText: "hello" }).waitFor();
    assert.equal(await ada.locator(".message").count(), 1);
  }, 30_000);

  check("rooms are apart", async () => {
    const other = await openChat("name=Eve&room=attic");
    await other.getByText("You joined attic as Eve.").waitFor();
    await say(ada, "only in the den");
    await grace.getByText("only in the den").waitFor();
    assert.equal(await other.locator(".message").count(), 0);
    await other.close();
  }, 30_000);

  check("a name changed in the page is the new one for the others", async () => {
    await ada.fill("#name", "Ada L.");
    await ada.click("#apply");
    await grace.getByText("Ada L. joined.").waitFor();
    await say(ada, "me again");
    await grace.locator(".message", { hasText: "Ada L." }).waitFor();
  }, 30_000);

  check("what the operator sends is shown as text", async () => {
    await ada.evaluate(() => connection.emit("test-announce"));
    const message = ada.locator(".operator");
    await message.getByText("Operator: announce").waitFor();
    assert.equal(await message.locator(".bubble").textContent(), '{"html":"<b>five minutes</b>"}');
  }, 30_000);

  check("who is disconnected by the operator is told, and can come back", async () => {
    await ada.evaluate(() => connection.emit("test-kick"));
    await ada.getByText("Disconnected: io server disconnect").waitFor();
    await ada.getByRole("button", { name: "Reconnect" }).click();
    await ada.getByText("Connected by WebSocket").waitFor();
    assert.equal(await ada.locator("#notice").isVisible(), false);
  }, 30_000);

  check("the page has a name for everything and kept quiet in the console", async () => {
    for (const [role, name] of [["textbox", "Your name"], ["textbox", "Room"], ["textbox", "Message"],
      ["button", "Send"], ["log", "Messages"], ["heading", "Team chat"]]) {
      assert.equal(await ada.getByRole(role, { name }).count(), 1, name);
    }
    assert.deepEqual(problems, []);
  }, 30_000);

  check("the page says when the server goes, and comes back with it", async () => {
    const { port } = server;
    // Together: the text changes when the first attempt to come back fails.
    await Promise.all([
      ada.getByText("Connection lost: transport close. Trying again.").waitFor(),
      server.stop(),
    ]);
    server = await start(binary, "--port", String(port), "--reactions", rules);
    await ada.getByText("Connected by WebSocket").waitFor();
    await browser.close();
    await server.stop();
  }, 40_000);

  await run();
})();
