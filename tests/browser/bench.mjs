// How long from a keystroke to the painted answer: `node bench.mjs`, after `cargo xtask build`.
// Prints figures; it judges nothing.

import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { BROWSER_FLAGS, browserPath, root, serve } from './harness.mjs';

const KEYSTROKES = 200;

const server = await serve(join(root, 'dist'), {});
const browser = await chromium.launch({ executablePath: browserPath(), args: BROWSER_FLAGS });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
const opened = Date.now();
await page.goto(server.url);
await page.waitForSelector('#verdict');
console.log(`start to verdict: ${Date.now() - opened} ms`);

const times = await page.evaluate(async (count) => {
  const field = document.querySelector('[data-key="C0"] input[type="text"]');
  // The frame's work is done and painted when a task runs after the next animation frame.
  const painted = () => new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(null);
    });
  });
  const times = [];
  for (let i = 0; i < count; i += 1) {
    await painted();
    const before = document.querySelector('.trio').textContent;
    const start = performance.now();
    field.value = String(100000 + 1000 * i);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await painted();
    times.push(performance.now() - start);
    if (document.querySelector('.trio').textContent === before) throw new Error('the answer did not follow');
  }
  return times;
}, KEYSTROKES);

times.sort((a, b) => a - b);
const show = (value) => `${value.toFixed(1)} ms`;
console.log(`keystroke to painted answer, ${KEYSTROKES} times: median ${show(times[KEYSTROKES / 2])}, ` +
  `95 in 100 ${show(times[Math.floor(KEYSTROKES * 0.95)])}, worst ${show(times.at(-1))}`);

await browser.close();
await server.close();
