// How long people wait, and how fast the worker simulates: `node bench.mjs`, after
// `cargo xtask build`. Prints figures; it judges nothing.

import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { answered, BROWSER_FLAGS, browserPath, root, serve } from './harness.mjs';

const KEYSTROKES = 60;
const MONTHS = 36;

const server = await serve(join(root, 'dist'), {});
const browser = await chromium.launch({ executablePath: browserPath(), args: BROWSER_FLAGS });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });

const show = (value) => `${value.toFixed(1)} ms`;
const summary = (times) => {
  const sorted = times.toSorted((a, b) => a - b);
  return `median ${show(sorted[Math.floor(sorted.length / 2)])}, ` +
    `95 in 100 ${show(sorted[Math.floor(sorted.length * 0.95)])}, worst ${show(sorted.at(-1))}`;
};

const opened = Date.now();
await page.goto(server.url);
await page.waitForSelector('#verdict');
console.log(`start to verdict: ${Date.now() - opened} ms`);
await page.waitForFunction(() => document.querySelector('#answer').dataset.futures !== '0');
console.log(`start to the first futures: ${Date.now() - opened} ms`);
await answered(page);
console.log(`start to 4,096 futures: ${Date.now() - opened} ms`);
await page.waitForSelector('#answer[data-complete="true"]', { timeout: 120_000 });
console.log(`start to tornado and switch points from 4,096 futures: ${Date.now() - opened} ms`);

/** Types numbers and waits for the answers from 512 and from 4,096 futures, painted. */
const typing = (key, values) => page.evaluate(async ([key, values]) => {
  const field = document.querySelector(`[data-key="${key}"] input[type="text"]`);
  const answer = document.querySelector('#answer');
  const lead = () => document.querySelector('.trio').textContent;
  // The frame's work is done and painted when a task runs after the next animation frame.
  const painted = () => new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(null);
    });
  });
  const until = async (condition) => {
    while (!condition()) await painted();
  };
  const times = { first: [], all: [] };
  for (const value of values) {
    const before = lead();
    const start = performance.now();
    field.value = String(value);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await until(() => answer.ariaBusy === 'false' && lead() !== before);
    times.first.push(performance.now() - start);
    await until(() => answer.ariaBusy === 'false' && answer.dataset.futures === '4096');
    times.all.push(performance.now() - start);
  }
  return times;
}, [key, values]);

const numbers = Array.from({ length: KEYSTROKES }, (_, place) => place);
const cost = await typing('C0', numbers.map((place) => 100_000 + 1000 * place));
console.log(`keystroke to the painted answer over 512 futures: ${summary(cost.first)}`);
console.log(`keystroke to the painted answer over 4,096 futures: ${summary(cost.all)}`);
const chance = await typing('p', numbers.map((place) => 20 + place));
console.log(`another chance of success to the painted answer over 4,096 futures: ${summary(chance.first)}`);

// In the worker itself, warm: from the ask to the answer, with everything that is computed for it.
const marks = await page.workers()[0].evaluate(() => performance.getEntriesByType('mark')
  .map((mark) => ({ name: mark.name, at: mark.startTime })));
const rates = { 512: [], 4096: [] };
let asked = null;
for (const { name, at } of marks) {
  const [, draws] = name.match(/: (\d+) futures/) ?? [];
  if (name.endsWith('asked')) asked = at;
  else if (draws && asked !== null && rates[draws]) rates[draws].push(at - asked);
}
for (const [draws, times] of Object.entries(rates)) {
  const full = times.slice(0, KEYSTROKES).toSorted((a, b) => a - b);
  const median = full[Math.floor(full.length / 2)];
  const rate = (draws * MONTHS) / median / 1000;
  console.log(`worker, ask to ${draws} futures with all answers: ${summary(full)}; ${rate.toFixed(2)} million draws x months per second`);
}

await browser.close();
await server.close();
