// The simulated futures on the page: the worker and its faults, what is stale, and that the page and
// the command line say the same.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { agree, amount, buildProgram, isRounded, SCENARIOS, shownFigures, simulated } from './commandline.mjs';
import { answered, axe, noSidewaysScroll, openSite, pdfText, root, screenshot } from './harness.mjs';

const site = await openSite();

before(buildProgram);

const field = (page, key) => page.locator(`[data-key="${key}"] input[type="text"]`);
/** A worker that says that it is ready, as this build. */
const READY = `postMessage([${JSON.stringify(JSON.parse(readFileSync(join(root, 'dist', 'version.json'), 'utf8')).build)}]);`;

/** How many workers the page has started; their file comes from the browser's cache. */
function startedWorkers(page) {
  const started = { count: page.workers().length };
  page.on('worker', () => { started.count += 1; });
  return () => started.count;
}
const isWorker = (path) => /\/worker-[0-9a-f]+\.js$/.test(path);
const marks = (page, name) => page.evaluate(
  (name) => performance.getEntriesByName(`headroom: ${name}`, 'mark').length,
  name,
);

/** The figures of the verdict as the page shows them. */
const verdict = (page) => page.evaluate(shownFigures);

site.test('the answer comes from 512 futures, then from 4,096, and says so', async ({ page }) => {
  await answered(page, 4096);
  assert.match(await page.innerText('#origin'), /^4,096 futures, seed 1, average lead ±\S+ \(two standard errors\), model \d+\.\d+\.\d+$/);
  assert.match(await page.innerText('.scene'), /4,096 futures, seed 1/);
  const { lead, trio } = await verdict(page);
  assert.match(lead, /in the middle future/);
  assert.match(lead, /futures/);
  assert.match(trio[2], /\d+ in 100?$/);
  assert.equal(await page.locator('.trio .big svg').count(), 2);
  assert.ok((await marks(page, 'answer')) >= 2, 'a first answer and a refined one');
});

site.test('typing is answered anew, and the chance of success needs no new draws', async ({ page }) => {
  await answered(page, 4096);
  const before = await verdict(page);
  await field(page, 'a').fill('60');
  await page.waitForFunction((lead) => document.querySelector('.verdict .lead')?.textContent !== lead, before.lead);
  await answered(page, 4096);
  const answers = await marks(page, 'answer');
  await field(page, 'p').fill('20');
  await page.waitForFunction(() => document.querySelector('#answer')?.getAttribute('aria-busy') === 'false');
  await answered(page, 4096);
  assert.equal(await marks(page, 'answer'), answers + 1, 'one answer, from all futures at once');
});

site.test('other futures at a click, and how far they moved the answer', async ({ page }) => {
  await answered(page, 4096);
  await page.click('#other-futures');
  await page.waitForFunction(() => /seed 2,/.test(document.querySelector('#origin')?.textContent));
  await answered(page, 4096);
  assert.match(await page.innerText('.futures .moved'), /with seed 2, and was \S+ with seed 1/);
});

site.test('a slider dragged for five seconds: live answers on the way, the right one at the end [W3 W4 N14]', async ({ page }) => {
  await answered(page, 4096);
  await page.evaluate(() => {
    window.long = [];
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.long.push(entry.duration)))
      .observe({ type: 'longtask' });
  });
  const slider = page.locator('[data-key="a"] input[type="range"]');
  const box = await slider.boundingBox();
  const y = box.y + box.height / 2;
  const before = await marks(page, 'answer');
  await page.mouse.move(box.x + box.width * 0.3, y);
  await page.mouse.down();
  const end = Date.now() + 5000;
  let step = 0;
  while (Date.now() < end) {
    step += 1;
    await page.mouse.move(box.x + box.width * (0.5 + 0.3 * Math.sin(step / 15)), y);
  }
  const during = (await marks(page, 'answer')) - before;
  await page.mouse.up();
  await answered(page, 4096);
  const shown = await verdict(page);
  const value = await field(page, 'a').inputValue();
  const long = await page.evaluate(() => window.long);
  const dropped = await marks(page, 'late answer dropped');
  console.log(`# dragged ${step} steps: ${during} answers on the way, ${dropped} late ones dropped, ${long.length} tasks over 50 ms (longest ${Math.round(Math.max(0, ...long))} ms)`);
  assert.ok(during >= 3, `${during} answers while the slider moved`);

  // The same number on a fresh page gives the same answer: nothing stale is left.
  await page.reload();
  await page.waitForSelector('#verdict');
  await field(page, 'a').fill(value);
  await answered(page, 4096);
  assert.deepEqual(await verdict(page), shown);
});

site.test('a worker that dies is started once more, and answers [W2]', { allow: [/uncaught|Uncaught|console error/] }, async ({ page }) => {
  await answered(page, 4096);
  const started = startedWorkers(page);
  const [worker] = page.workers();
  await worker.evaluate(() => { setTimeout(() => { throw new Error('killed by the test'); }, 0); });
  await waitFor(() => started() === 2, 'the second worker');
  await field(page, 'a').fill('40');
  await answered(page, 4096);
  assert.equal(await page.locator('#nowhere').count(), 0);
});

site.test('a worker that dies again and again is given up, said, and tried again at a click [W2]', {
  allow: [/./],
  alter: (reply, path) => (isWorker(path)
    ? { ...reply, body: `${READY} onmessage = () => { throw new Error("the test’s worker falls"); };` }
    : reply),
  start: false,
}, async ({ page, url }) => {
  const started = startedWorkers(page);
  await page.goto(url);
  await page.waitForSelector('#nowhere');
  assert.match(await page.innerText('#nowhere'), /with your numbers alone/);
  assert.equal(started(), 2, 'started once and once more');
  assert.equal(await page.getAttribute('#answer', 'data-futures'), '0');
  const before = await verdict(page);
  await field(page, 'p').fill('8');
  await page.waitForFunction((headline) => document.querySelector('#verdict')?.textContent !== headline, before.headline);
  assert.equal(await page.getAttribute('#answer', 'aria-busy'), 'false');
  await page.click('#nowhere button');
  await waitFor(() => started() >= 3, 'another try');
});

site.test('a worker that hangs is started once more, then given up; until then nothing stale is offered [W2 N14]', {
  start: false,
  alter: (reply, path) => (isWorker(path) ? { ...reply, body: READY } : reply),
}, async ({ page, url }) => {
  const started = startedWorkers(page);
  await page.clock.install();
  await page.goto(url);
  await waitFor(() => started() === 1, 'a worker');
  await page.waitForSelector('#verdict');
  // Without futures the numbers typed are answered all the same.
  const before = await verdict(page);
  await field(page, 'p').fill('8');
  await page.waitForFunction((headline) => document.querySelector('#verdict')?.textContent !== headline, before.headline);
  assert.equal(await page.getAttribute('#answer', 'aria-busy'), 'true');
  assert.ok(await page.getByRole('button', { name: /Download/ }).isDisabled());
  await waitFor(async () => {
    await page.clock.fastForward(11_000);
    return started() === 2;
  }, 'the second worker');
  await waitFor(async () => {
    await page.clock.fastForward(11_000);
    return (await page.locator('#nowhere').count()) === 1;
  }, 'giving up');
  assert.ok(await page.getByRole('button', { name: /Download/ }).isEnabled());
});

site.test('a hidden page, which may sleep, does not take its worker for hung [W5]', {
  start: false,
  init: () => Object.defineProperty(document, 'hidden', { get: () => !window.isInFront }),
  alter: (reply, path) => (isWorker(path) ? { ...reply, body: READY } : reply),
}, async ({ page, url }) => {
  const started = startedWorkers(page);
  await page.clock.install();
  await page.goto(url);
  await page.waitForSelector('#verdict');
  await waitFor(() => started() === 1, 'a worker');
  for (let watch = 0; watch < 4; watch += 1) await page.clock.fastForward(31_000);
  assert.equal(started(), 1);
  await page.evaluate(() => { window.isInFront = true; });
  await waitFor(async () => {
    await page.clock.fastForward(31_000);
    return started() === 2;
  }, 'the second worker');
});

const WITHOUT_WORKER = {
  'the worker’s file is missing': {
    allow: [/404/],
    alter: (reply, path) => (isWorker(path) ? { ...reply, status: 404, body: '', type: 'text/plain' } : reply),
  },
  'the browser has no workers': { init: () => { delete window.Worker; } },
  'the worker is of another build [W6]': {
    alter: (reply, path) => (isWorker(path) ? { ...reply, body: 'postMessage(["0.0.0+other"]);' } : reply),
  },
  'the program does not start in the worker': {
    alter: (reply, path) => (isWorker(path) ? { ...reply, body: 'postMessage("it did not start");' } : reply),
  },
};
for (const [fault, options] of Object.entries(WITHOUT_WORKER)) {
  site.test(`${fault}: the page computes in slices, and says so [W1 W10]`, options, async ({ page }) => {
    await answered(page, 4096);
    assert.match(await page.innerText('#in-page'), /does not let the page compute in the background/);
    await field(page, 'a').fill('40');
    await answered(page, 4096);
    assert.match(await page.innerText('#origin'), /4,096 futures/);
  });
}

site.test('paper shows the answer to what is typed, with its origin', async ({ page }) => {
  await answered(page, 4096);
  await field(page, 'p').fill('8');
  const text = (await pdfText(page)).replace(/\s+/g, ' ');
  assert.ok(/Build nothing yet\./.test(text), 'the answer to 8 in 100');
  await answered(page, 4096);
  const later = (await pdfText(page)).replace(/\s+/g, ' ');
  assert.match(later, /4,096 futures, seed 1, average lead ±/);
});

site.test('what would change the answer comes with table twins, and nothing breaks WCAG', async ({ page }) => {
  await answered(page, 4096);
  await page.locator('.fig #tornado-title').waitFor({ state: 'attached' });
  const twins = page.locator('.fig details summary');
  const figures = await page.locator('.fig svg[role="img"]').count();
  assert.ok(figures >= 3, `${figures} figures`);
  assert.equal(await twins.count(), figures, 'one table for each');
  for (let place = 0; place < figures; place += 1) {
    await twins.nth(place).click();
    await page.locator('.fig details').nth(place).locator('tbody tr').first().waitFor();
  }
  assert.deepEqual(await axe(page), []);
  await noSidewaysScroll(page);
  await screenshot(page, 'futures-1440');
});

site.test('the changed answer is announced once, after a pause [W9 A5]', async ({ page }) => {
  await answered(page, 4096);
  await page.evaluate(() => {
    window.said = [];
    new MutationObserver(() => window.said.push(document.querySelector('#announced').textContent))
      .observe(document.querySelector('#announced'), { childList: true, characterData: true, subtree: true });
  });
  for (const chance of ['20', '15', '10', '8']) await field(page, 'p').fill(chance);
  await page.waitForFunction(() => window.said.length > 0);
  await answered(page, 4096);
  const said = await page.evaluate(() => window.said);
  assert.match(said.at(-1), /^Build nothing yet\./);
  assert.ok(said.length <= 2, said.join(' | '));
});

site.test('a market test is as good as it is typed, and its price decides', async ({ page }) => {
  await answered(page, 4096);
  const rows = () => page.innerText('[aria-labelledby="finding-out"] tbody');
  const before = await rows();
  await page.fill('#test-hit', '95');
  await page.waitForFunction((before) => document.querySelector('[aria-labelledby="finding-out"] tbody')?.innerText !== before, before);
  await page.fill('#test-price', '1000');
  await page.locator('#first').waitFor();
  assert.match(await page.innerText('#first'), /^Find out first: the market test costs \$1,000 and is worth up to \$/);
  await page.fill('#test-price', '9M');
  await page.locator('#first').waitFor({ state: 'detached' });
  assert.match(await page.innerText('.decision'), /Do not pay \$9,000,000/);
  await page.fill('#test-hit', '120');
  assert.equal(await page.getAttribute('#test-hit', 'aria-invalid'), 'true');
});

for (const { example, typed, base, file } of SCENARIOS) {
  const what = [example, ...Object.keys(typed)].join(', ');
  site.test(`the page says what the command line says: ${what}`, async ({ page }) => {
    await page.waitForSelector('#verdict');
    await page.click('.drawer summary');
    await page.selectOption('#start-from', example);
    for (const [key, text] of Object.entries(typed)) await field(page, key).fill(text);
    await answered(page, 4096);
    agree(await verdict(page), simulated(file, base));
  });
}

test('amounts are read as they are written', () => {
  assert.equal(amount('+$155,000'), 155_000);
  assert.equal(amount('−$1.2M'), -1_200_000);
  assert.ok(isRounded(155_000, 154_820, 3) && !isRounded(155_000, 154_420, 3));
});

/** Waits until something outside the page is so. */
async function waitFor(condition, what) {
  const end = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => { setTimeout(resolve, 25); });
  }
}

site.test('what would change the answer to earlier numbers is marked as such [N14]', async ({ page }) => {
  await answered(page);
  await page.locator('.flip').first().waitFor();
  await page.selectOption('#start-from', 'long_shot');
  await answered(page);
  // Either it is the new one already, or the old one says that it is old and stays off paper.
  await page.waitForFunction(() => {
    const note = document.querySelector('.earlier .stale-note');
    return note ? /earlier numbers/.test(note.textContent) : /you: 8%/.test(document.querySelector('.flips').textContent);
  });
  await page.waitForFunction(() => !document.querySelector('.earlier') && /you: 8%/.test(document.querySelector('.flips')?.textContent));
});
