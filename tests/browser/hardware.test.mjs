// Hardware on the page: its example, the switch of the kind, its words, and the volume at which extra parts stop
// paying. Ids in brackets are those of the fault list.

import assert from 'node:assert/strict';
import { answered, noSidewaysScroll, openSite, pdfText, saved, screenshot, text, type } from './harness.mjs';

const site = await openSite();

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** Switches the kind of product and waits for its answer. */
async function switchTo(page, kind) {
  await page.click('#switch-kind');
  await page.waitForFunction((kind) => document.querySelector('.scene .kind b')?.textContent === kind, kind);
  await answered(page);
}

/** Opens everything that is one click away. */
async function openAll(page) {
  await page.click('.drawer summary');
  await page.evaluate(() => {
    for (const summary of document.querySelectorAll('.twin > summary, .months-box > summary')) summary.click();
  });
  await page.waitForSelector('.months tbody tr');
  for (const why of await page.locator('button.why').all()) await why.click();
  await page.locator('#in-cap0-likely').click();
}

/** What a page about a device has nothing to do with. */
const FOREIGN = /\busers?\b|\bpages? (?:take|speed|is|are)\b|\bper page\b|\bslow pages\b|\brebuil[dt]\w*|\bsign-ups?\b|\bhosting\b|\b(?:old|simple|scalable|over-built) code\b|\bversion is full\b/i;

/** The sentences of a page that speak of such things. */
const foreign = (page) => page.evaluate((source) => {
  const wrong = new RegExp(source, 'i');
  const own = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const elements = [...document.querySelectorAll('#main *, .scene *')].filter((element) => own(element) && !element.closest('option, select'));
  const spoken = elements.flatMap((element) => ['aria-label', 'aria-valuetext'].map((name) => element.getAttribute(name) ?? ''));
  return [...elements.map((element) => element.textContent.trim()), ...spoken].filter((words) => wrong.test(words));
}, FOREIGN.source);

site.test('the example of hardware has its numbers, its charts and its close verdict', async ({ page, axe }) => {
  await page.selectOption('#start-from', 'hardware');
  await answered(page);
  assert.equal(await text(page, 'price'), '349');
  assert.equal(await text(page, 'cap0'), '50');
  assert.equal(await page.locator('#in-v').count(), 0, 'no field of a service is left');
  assert.match(await page.innerText('.trio'), /MVP with early warning/);
  await page.click('.drawer summary');
  assert.equal(await text(page, 'bom_delta'), '3');
  const titles = await page.locator('.fig svg .t-14').allTextContents();
  for (const title of ['Units and room', 'How long they wait']) assert.ok(titles.includes(title), titles.join());
  assert.deepEqual(await axe(), []);
});

site.test('a number changes the verdict', async ({ page }) => {
  await page.selectOption('#start-from', 'hardware');
  await answered(page);
  const before = await page.innerText('#verdict');
  await type(page, 'p', '10');
  await answered(page);
  assert.notEqual(await page.innerText('#verdict'), before);
});

site.test('nothing on it speaks of users, pages or a rebuild', async ({ page }) => {
  await page.selectOption('#start-from', 'hardware');
  await answered(page);
  await openAll(page);
  await page.locator('.flip').first().waitFor({ timeout: 45_000 });
  assert.deepEqual(await foreign(page), []);
  await screenshot(page, 'hardware-all-1440');
});

site.test('a switch there and back keeps both, across a reload and undo [U6 U7]', async ({ page }) => {
  await type(page, 'p', '35');
  await type(page, 'C0', '180k');
  await switchTo(page, 'hardware');
  assert.equal(await text(page, 'p'), '30');
  await type(page, 'price', '4oo');
  await type(page, 'cap0', '60');
  await page.keyboard.press('Tab');
  await saved(page);
  await page.reload();
  await page.waitForSelector('#in-price');
  assert.equal(await text(page, 'price'), '4oo', 'the kind that was shown is shown again');
  await type(page, 'price', '400');
  await switchTo(page, 'software');
  assert.deepEqual([await text(page, 'p'), await text(page, 'C0')], ['35', '180k']);
  assert.match(await page.textContent('#undo'), /Switch to software/);
  await saved(page);
  await page.reload();
  await page.waitForSelector('#in-v');
  await switchTo(page, 'hardware');
  assert.deepEqual([await text(page, 'price'), await text(page, 'cap0')], ['400', '60']);
  await page.click('#undo');
  await page.waitForSelector('#in-v');
  assert.deepEqual([await text(page, 'p'), await text(page, 'C0')], ['35', '180k']);
  await page.click('#redo');
  await page.waitForSelector('#in-price');
  assert.equal(await text(page, 'price'), '400');
});

site.test('after a switch the answer is about the product shown, at once and with half a number', async ({ page }) => {
  await answered(page);
  await page.click('#switch-kind');
  await page.waitForSelector('#unit-price');
  assert.doesNotMatch(await page.innerText('#main'), /Users and room|users/);
  await answered(page);
  await type(page, 'price', '4oo');
  await page.waitForSelector('.stale-note');
  await page.click('#switch-kind');
  await answered(page);
  assert.equal(await page.locator('.stale-note').count(), 0);
  await page.click('#switch-kind');
  await page.waitForSelector('.stale-note');
  assert.match(await page.innerText('.stale-note'), /the example's number/);
  assert.equal(await page.locator('#unit-price').count(), 1);
});

site.test('a link holds the kind that is shown, and says what it leaves out', async ({ page }) => {
  await type(page, 'p', '35');
  await page.click('#switch-kind');
  await type(page, 'price', '400');
  await page.click('#open-share');
  await page.waitForSelector('#share-text');
  assert.match(await page.innerText('#left-out'), /hardware numbers only.*for software stays/);
  const link = (await page.inputValue('#share-text')).split('\n').at(-1);
  await page.goto('about:blank');
  await page.goto(link);
  await page.waitForSelector('#in-price');
  assert.equal(await text(page, 'price'), '400');
  await switchTo(page, 'software');
  assert.equal(await text(page, 'p'), '50', 'the example, not what was left out');
});

site.test('when three dollars a unit stop paying', async ({ page, axe }) => {
  assert.equal(await page.locator('#unit-price').count(), 0, 'software has no units');
  await page.click('#switch-kind');
  await answered(page);
  const section = page.locator('#unit-price');
  assert.equal(await section.locator('h2').textContent(), 'When $3 a unit stop paying');
  assert.match(await page.textContent('#unit-price-trade'), /^Spending \$62,500 now and \$3\.09 in every good unit \(\$3 of parts, 97% of the units good\) avoids a redesign of \$625,000 with a chance of 60 in 100; above 54,000 units a redesign later is cheaper\.$/);
  assert.match(await page.textContent('#cost-per-unit'), /a unit costs on average \$\d/);
  const chart = page.locator('#unit-price-chart');
  assert.equal(await chart.getAttribute('role'), 'img');
  assert.match(await chart.locator('desc').textContent(), /above 54,000 units/);
  await section.locator('.twin summary').click();
  await section.locator('.twin tbody tr').first().waitFor();
  assert.match(await section.locator('.twin').innerText(), /53,889, where it stops paying/);
  await page.click('.drawer summary');
  await type(page, 'bom_delta', '30');
  await answered(page);
  assert.equal(await section.locator('h2').textContent(), 'When $30 a unit stop paying');
  await page.waitForFunction(() => /already above it/.test(document.querySelector('#unit-price-trade')?.textContent));
  assert.deepEqual(await axe(), []);
});

site.test('the table of months has what a unit costs', async ({ page }) => {
  await page.selectOption('#start-from', 'hardware');
  await answered(page);
  await page.click('.months-box summary');
  await page.waitForSelector('.months tbody tr');
  const heads = await page.locator('.months thead th').allTextContents();
  for (const head of ['Orders wanted', 'Units shipped', 'Orders waiting', 'Lead time', 'Cost per unit', 'Redesign']) {
    assert.ok(heads.includes(head), heads.join());
  }
  const cost = heads.indexOf('Cost per unit');
  const cells = await page.locator(`.months tbody tr > :nth-child(${cost + 1})`).allTextContents();
  assert.equal(cells[0], '—');
  assert.match(cells.at(-1), /^\$\d\d\.?\d*$/);
});

for (const [name, context] of Object.entries({
  'hardware-1440': {},
  'hardware-1440-dark': { colorScheme: 'dark' },
  'hardware-390': phone,
  'hardware-320': { viewport: { width: 320, height: 640 } },
})) {
  site.test(`fits and passes axe: ${name}`, { context }, async ({ page, axe }) => {
    await page.click('#switch-kind');
    await answered(page);
    await page.locator('.flip').first().waitFor({ timeout: 45_000 });
    await noSidewaysScroll(page);
    assert.deepEqual(await axe(), []);
    await screenshot(page, name);
  });
}

site.test('paper has the section and the numbers of hardware', async ({ page }) => {
  await page.selectOption('#start-from', 'hardware');
  await answered(page);
  const paper = await pdfText(page);
  assert.match(paper, /When \$3 a unit stop paying/);
  assert.match(paper, /Units a month made by hand/);
  assert.doesNotMatch(paper, /\busers\b|Hosting/);
  assert.doesNotMatch(paper, /Kind hardware software/, 'the switch stays off paper');
});
