// The words for stakeholders, the four cards, the price of being right, and "why?" beside every result.

import assert from 'node:assert/strict';
import { before } from 'node:test';
import { buildProgram, stated } from './commandline.mjs';
import { answered, axe, noSidewaysScroll, openSite, pdfText, screenshot } from './harness.mjs';

const site = await openSite();

before(buildProgram);

const READS_CLIPBOARD = { context: { permissions: ['clipboard-read', 'clipboard-write'] } };

/** The sentences shown, without what can be pressed beside them. */
const sentences = (page) => page.evaluate(() => [...document.querySelectorAll('.document .told > p')].map((told) => {
  const copy = told.cloneNode(true);
  for (const button of copy.querySelectorAll('.why')) button.remove();
  return copy.textContent.trim();
}));

/** The clipboard once a copy is said to be made. */
async function copied(page, button) {
  await page.click(button);
  await page.waitForFunction(() => document.querySelector('#statements-copied')?.textContent.startsWith('Copied'));
  return page.evaluate(() => navigator.clipboard.readText());
}

for (const [audience, name] of [['ceo', 'CEO'], ['cfo', 'CFO'], ['product', 'Product'], ['engineering', 'Engineering']]) {
  site.test(`the page tells the ${name} what the command line does`, READS_CLIPBOARD, async ({ page }) => {
    await answered(page);
    await page.getByLabel(name, { exact: true }).check();
    for (const [length, label] of [['line', 'One line'], ['30s', 'Thirty seconds']]) {
      await page.getByLabel(label).check();
      const expected = stated({ audience, length }, { p: 0.5 });
      assert.equal(await copied(page, '#copy-text'), expected);
      const shown = (await sentences(page)).join(' ');
      assert.equal(shown, expected.split('\n\n')[0]);
      const markdown = await copied(page, '#copy-markdown');
      assert.equal(markdown, stated({ audience, length, markup: 'markdown' }, { p: 0.5 }));
    }
  });
}

site.test('hardware is told in its own words, as on the command line', READS_CLIPBOARD, async ({ page }) => {
  await page.selectOption('#start-from', 'hardware');
  await answered(page);
  await page.waitForFunction(() => /Month \d+/.test(document.querySelector('.card .figure')?.textContent));
  for (const [audience, name] of [['cfo', 'CFO'], ['engineering', 'Engineering']]) {
    await page.getByLabel(name, { exact: true }).check();
    await page.waitForFunction(() => document.querySelector('.document')?.textContent.includes('MVP with early warning'));
    const expected = stated({ audience, length: '30s', base: 'HARDWARE' }, {});
    assert.equal(await copied(page, '#copy-text'), expected);
  }
  await page.getByLabel('One page').check();
  const text = await page.locator('.document').innerText();
  assert.match(text, /What the extra parts buy\s+Spending \$62,500 now and \$3\.09 in every good unit/);
  assert.match(text, /a redesign/);
  assert.doesNotMatch(text, /rebuil|users|pages take/);
  assert.match(await page.locator('.card').first().innerText(), /orders exceed what we can make/);
  assert.match(await page.locator('.reactions').innerText(), /If we redesign late/);
});

site.test('one page has every question under its heading, and copies with its title', READS_CLIPBOARD, async ({ page }) => {
  await answered(page);
  await page.getByLabel('One page').check();
  const headings = await page.locator('.document h3').allInnerTexts();
  assert.equal(headings[0], 'What we recommend');
  assert.ok(headings.length >= 12, headings.join());
  assert.ok(headings.includes('The price of being right') && headings.includes('What we ask for'));
  const markdown = await copied(page, '#copy-markdown');
  assert.match(markdown, /^# Build the scalable version now\.\n/);
  for (const heading of headings) assert.ok(markdown.includes(`## ${heading}\n`), heading);
  assert.match(markdown, /## What is not counted\n\n- /);
});

site.test('a copy with its link opens the same numbers', READS_CLIPBOARD, async ({ page, context }) => {
  await answered(page);
  await page.locator('[data-key="a"] input[type="text"]').fill('30');
  await answered(page);
  await page.waitForFunction(() => /\$45,000|3 weeks/.test(document.querySelector('.document')?.textContent));
  const text = await copied(page, '#copy-with-link');
  const link = text.trim().split('\n').at(-1);
  assert.match(link, /^http:.*#/);
  const other = await context.newPage();
  await other.goto(link);
  await answered(other);
  assert.equal(await other.inputValue('[data-key="a"] input[type="text"]'), '30');
  assert.equal((await sentences(other)).join(' '), text.split('\n\n')[0]);
});

site.test('an assumption in a sentence is changed where it stands', async ({ page }) => {
  await answered(page);
  await page.locator('.document .num-why.assumed', { hasText: '50 in 100' }).first().click();
  const here = page.locator('#said-recommendation-in-p');
  await here.fill('8');
  await page.waitForFunction(() => document.querySelector('#verdict')?.textContent.startsWith('Build nothing'));
  await answered(page);
  await page.waitForFunction(() => document.querySelector('.document')?.textContent.includes('We assume 8 in 100'));
  assert.equal(await page.inputValue('#in-p'), '8', 'the form has the same number');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'said-recommendation-in-p', 'and typing goes on');
  await here.fill('8x');
  await page.locator('#said-recommendation-in-p-said .warn').waitFor();
  assert.equal(await here.getAttribute('aria-invalid'), 'true');
  await page.click('#undo');
  assert.notEqual(await page.inputValue('#in-p'), '8x');
});

site.test('an answer stays while its assumption is changed, and goes with its kind of product', async ({ page }) => {
  await answered(page);
  const told = page.locator('#said-prevention').locator('..');
  await told.locator('.num-why.assumed', { hasText: '1,000 customers' }).click();
  const here = page.locator('#said-prevention-in-cap0');
  await page.locator('#in-p').fill('8');
  await page.waitForFunction(() => document.querySelector('#verdict')?.textContent.startsWith('Build nothing'));
  await answered(page);
  await here.fill('999999');
  await answered(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'said-prevention-in-cap0');
  await page.click('#switch-kind');
  await answered(page);
  await page.waitForFunction(() => !document.querySelector('.in-place'));
});

site.test('every number of a statement opens its own reasons, by keyboard', async ({ page }) => {
  await answered(page);
  const numbers = page.locator('.document .num-why');
  const count = await numbers.count();
  assert.ok(count >= 6, `${count} numbers`);
  for (let place = 0; place < count; place += 1) {
    const number = numbers.nth(place);
    const text = await number.innerText();
    await number.focus();
    await page.keyboard.press('Enter');
    assert.equal(await number.getAttribute('aria-expanded'), 'true');
    const reasons = page.locator(`#${await number.getAttribute('aria-controls')}`);
    const said = await reasons.innerText();
    assert.ok(said.includes(text), `${text} in ${said}`);
    assert.match(said, /Source: .*Reliability: /s);
    await page.keyboard.press('Enter');
    assert.ok(await reasons.isHidden());
  }
});

site.test('answers to the other questions have their reasons, too', async ({ page }) => {
  await answered(page);
  const others = page.locator('details.others');
  await others.locator('summary').click();
  const cash = others.locator('.told', { has: page.getByRole('heading', { name: 'How much cash it takes' }) });
  await cash.locator('.num-why').first().click();
  await cash.getByText('Source: ').first().waitFor();
  assert.equal(await others.locator('.told').count() > 8, true);
  assert.deepEqual(await axe(page), []);
});

site.test('a card explains its figure, and its inputs lead to their own reasons', async ({ page }) => {
  await answered(page);
  const card = page.locator('.card').nth(0);
  assert.match(await card.innerText(), /What happens when we reach capacity\?\s+Month 1[0-3]\s+range: month \d+ to \d+/);
  await card.getByRole('button', { name: 'why? What happens when we reach capacity?' }).click();
  const reasons = page.locator('#card-0-why');
  const said = await reasons.innerText();
  assert.match(said, /Over 4,096 futures: half lie below month 1\d, nine in ten between month \d+ and month \d+\./);
  await reasons.getByRole('button', { name: /^Users after 6 months: 500 users$/ }).click();
  await page.waitForFunction(() => document.activeElement.id === 'card-0-why');
  assert.equal(await page.inputValue('#card-0-why-in-demand-U6'), '500');
  await page.keyboard.press('Escape');
  assert.ok(await reasons.isHidden());
  const opener = () => page.evaluate(() => document.activeElement.getAttribute('aria-controls'));
  assert.equal(await opener(), 'card-0-why', 'the focus is back where it was opened');
  await page.keyboard.press('Enter');
  await reasons.getByRole('button', { name: 'Close' }).click();
  assert.ok(await reasons.isHidden());
  assert.equal(await opener(), 'card-0-why');
});

site.test('every result has a "why?" that says something', async ({ page }) => {
  await answered(page);
  // What would change the answer takes longest; a "why?" appears when its result does, so a place in the page is no name for one.
  for (const late of ['change your mind', 'each number moves']) await page.locator(`button.why[aria-label*="${late}"]`).waitFor();
  const asked = new Set();
  for (;;) {
    const here = await page.$$eval('#answer button.why, .more button.why', (all) => all.map((why) => why.getAttribute('aria-controls')));
    assert.equal(new Set(here).size, here.length, `one button for each: ${here}`);
    const next = here.find((id) => !asked.has(id));
    if (next === undefined) break;
    asked.add(next);
    const why = page.locator(`button.why[aria-controls="${next}"]`);
    const name = await why.getAttribute('aria-label');
    await why.click();
    const reasons = page.locator(`#${next}`);
    await reasons.getByText('Source: ').first().waitFor();
    const said = await reasons.innerText();
    assert.match(said, /\d/, name);
    assert.doesNotMatch(said, /NaN|inf|undefined/, name);
    await why.click();
    await reasons.waitFor({ state: 'hidden' });
  }
  assert.ok(asked.size >= 20, `${asked.size} times`);
});

site.test('the price of being right: four reactions side by side', async ({ page }) => {
  await answered(page);
  const rows = await page.locator('.reactions tbody tr').allInnerTexts();
  const names = rows.map((row) => row.split('\t')[0].trim());
  assert.deepEqual(names, [
    'If we live with it', 'If we patch', 'If we rebuild late', 'If we act on the warning', 'The scalable version from the start',
  ]);
  for (const row of rows) assert.match(row, /\$[\d.,]+[MB]? \(\$/);
  const heard = await page.locator('section[aria-labelledby="being-right"]').ariaSnapshot();
  assert.match(heard, /row "If we act on the warning about 7 in 10: a quick fix is not/);
  assert.match(heard, /columnheader "Price of growth"/);
});

site.test('with everything open: WCAG, 320 px, 400 %, and the pictures', async ({ page }) => {
  await answered(page);
  await page.getByLabel('One page').check();
  await page.locator('.card .why').nth(2).click();
  await page.locator('.document .num-why.assumed').first().click();
  assert.deepEqual(await axe(page), []);
  await screenshot(page, 'statements-1440');
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await noSidewaysScroll(page);
    await screenshot(page, `statements-${width}`);
  }
  assert.deepEqual(await axe(page), []);
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.deepEqual(await axe(page), []);
});

site.test('paper has the cards and the statements, and nothing to press', async ({ page }) => {
  await answered(page);
  await page.getByLabel('CFO', { exact: true }).check();
  await page.getByLabel('One page').check();
  const text = await pdfText(page);
  for (const words of ['The four questions your stakeholders will ask', 'If we act on the warning', 'For: CFO', 'What we recommend', 'If success does not come', 'What is not counted']) {
    assert.ok(text.includes(words), words);
  }
  assert.doesNotMatch(text, /why\?|Copy as|Thirty seconds/);
});

site.test('an answer to earlier numbers is not copied', async ({ page }) => {
  await answered(page);
  await page.locator('[data-key="a"] input[type="text"]').fill('much');
  await page.locator('.stale-note').first().waitFor();
  await page.click('#copy-text');
  await page.waitForFunction(() => document.querySelector('#statements-copied')?.textContent.startsWith('Not copied'));
});

site.test('where the browser does not let the page copy, the text is there to take', {
  init: () => { Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } }); },
}, async ({ page }) => {
  await answered(page);
  await page.click('#copy-text');
  const field = page.getByLabel('The text to copy');
  await field.waitFor();
  assert.match(await field.inputValue(), /^Build the scalable version now\./);
});
