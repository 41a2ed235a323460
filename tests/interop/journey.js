// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

// The browsers of the journey. Takes one step per line of standard input, as JSON:
//   {"step": "open", "who": "Ada", "text": "http://127.0.0.1:3000/demo/chat/"}
// and prints its outcome as a line: {"value": "Connected by WebSocket"} or {"error": "…"}. Begins
// with a line of its own when the browser is up, and ends with its input.
"use strict";

const readline = require("node:readline");
const { chromium } = require("playwright-core");

const [executablePath] = process.argv.slice(2);
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const timeout = 15_000;

const pages = new Map(); // who -> their page, each in a browser context of its own

const steps = {
  /** Opens the chat demo at the address @p text; says how it is connected. */
  async open(browser, who, text) {
    const page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(timeout);
    pages.set(who, page);
    await page.goto(`${text}?name=${who}&room=den`);
    await page.getByText(`You joined den as ${who}.`).waitFor();
    const state = page.getByText("Connected by WebSocket");
    await state.waitFor();
    return state.textContent();
  },

  async say(browser, who, text) {
    await pages.get(who).fill("#text", text);
    await pages.get(who).press("#text", "Enter");
    return "";
  },

  /** Waits for the message @p text; says who it is from. */
  async author(browser, who, text) {
    const message = pages.get(who).locator(".message", { hasText: text });
    await message.waitFor();
    return message.locator(".author").textContent();
  },

  /** All messages up to now, one per line. */
  async messages(browser, who) {
    return (await pages.get(who).locator(".message .bubble").allTextContents()).join("\n");
  },

  /** Waits for the notice above the messages; says what it says. */
  async notice(browser, who) {
    const notice = pages.get(who).locator("#notice-text");
    await notice.waitFor();
    return notice.textContent();
  },

  async state(browser, who) {
    return pages.get(who).locator("#state").textContent();
  },
};

const print = (outcome) => console.log(JSON.stringify(outcome));

(async () => {
  const browser = await chromium.launch({ executablePath, headless: true, args });
  print({ value: `Chromium ${browser.version()}` });
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { step, who, text } = JSON.parse(line);
    try {
      print({ value: await steps[step](browser, who, text) });
    } catch (error) {
      print({ error: String(error) });
    }
  }
  await browser.close();
})();
