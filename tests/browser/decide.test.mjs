// The Decide view: what a visitor sees, does, prints and downloads.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answered, axe, noSidewaysScroll, openSite, pdfText, screenshot } from './harness.mjs';

const site = await openSite();

const field = (page, key) => page.locator(`[data-key="${key}"] input[type="text"]`);
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

site.test('the first visit shows the verdict, its trio and the chart without scrolling', async ({ page }) => {
  await page.waitForSelector('#verdict');
  await answered(page);
  assert.match(await page.innerText('#verdict'), /^Build the scalable version now\.$/);
  assert.match(await page.innerText('.kick'), /over 4,096 futures/);
  for (const selector of ['#verdict', '.trio', '.fig svg']) {
    const box = await page.locator(selector).first().boundingBox();
    assert.ok(box && box.y >= 0 && box.y < 900, `${selector} starts on the first screen`);
  }
  const trio = await page.locator('.trio').boundingBox();
  assert.ok(trio.y + trio.height <= 900, 'the trio is whole');
  assert.equal(await page.title(), 'Headroom: the simple version or the scalable one?');
  await screenshot(page, 'decide-1440');
});

site.test('verdict and trio are on the first screen of a phone', { context: phone }, async ({ page }) => {
  await answered(page);
  const bar = await page.locator('.sheetbar').boundingBox();
  const trio = await page.locator('.trio').boundingBox();
  assert.ok(trio.y + trio.height <= bar.y, `the trio ends at ${trio.y + trio.height}, the bar starts at ${bar.y}`);
  await noSidewaysScroll(page);
  await screenshot(page, 'decide-390');
});

site.test('typing changes the verdict, the chart and the table', async ({ page }) => {
  const state = () => page.evaluate(() => ({
    headline: document.querySelector('#verdict').textContent,
    trio: document.querySelector('.trio').textContent,
    lines: [...document.querySelectorAll('.fig path')].map((path) => path.getAttribute('d')).join(),
    months: document.querySelector('.months').textContent,
  }));
  await page.click('.months-box summary');
  await page.waitForSelector('.months tbody tr');
  await answered(page);
  const before = await state();
  await field(page, 'p').fill('8');
  await answered(page);
  const after = await state();
  assert.notEqual(after.headline, before.headline);
  assert.notEqual(after.trio, before.trio);
  await field(page, 'demand.U12').fill('3000');
  await answered(page);
  const later = await state();
  assert.notEqual(later.lines, before.lines);
  assert.notEqual(later.months, before.months);
});

site.test('the page agrees with itself: bridge, table and trio show one lead', async ({ page }) => {
  await answered(page);
  const trio = await page.locator('.trio .big').first().innerText();
  const bridge = await page.locator('[aria-labelledby="why"] .fig').first().textContent();
  assert.ok(bridge.includes(trio.trim()), `${trio} in ${bridge}`);
});

site.test('every why opens a sentence, a formula with numbers and a source', async ({ page }) => {
  await page.click('.drawer summary');
  const buttons = page.locator('.inp .why');
  const count = await buttons.count();
  assert.ok(count >= 50, `${count} inputs`);
  await page.evaluate(() => document.querySelectorAll('.inp .why').forEach((button) => button.click()));
  await page.waitForFunction((count) => document.querySelectorAll('.whybox').length === count, count);
  for (const box of await page.locator('.whybox').allInnerTexts()) {
    assert.match(box, /Source: .+\. Reliability: .+\./);
    assert.match(box, /\d/, box);
  }
  assert.deepEqual(await axe(page), []);
});

site.test('the month table comes as a file with the same numbers', async ({ page }) => {
  await answered(page);
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: /Download/ }).click();
  const download = await waiting;
  assert.match(download.suggestedFilename(), /^headroom-months-\d{4}-\d\d-\d\d\.csv$/);
  const rows = readFileSync(await download.path(), 'utf8').trim().split('\r\n').map((row) => row.split(','));
  assert.equal(rows.length, 1 + 5 * 36);
  const cash = rows[0].indexOf('cum');
  const msp = rows.find((row) => row[0] === 'MSP' && row[1] === '36');
  await page.selectOption('#months-plan', 'MSP');
  await page.click('.months-box summary');
  await page.locator('.months tbody tr').nth(35).waitFor();
  const shown = await page.locator('.months tbody tr').last().locator('td').last().innerText();
  const number = Number(shown.replace(/[^0-9−]/g, '').replace('−', '-'));
  assert.equal(number, Math.round(Number(msp[cash])));
});

site.test('the download waits while a number cannot be used', async ({ page }) => {
  await field(page, 'p').fill('x');
  assert.ok(await page.getByRole('button', { name: /Download/ }).isDisabled());
});

site.test('the chart has a name, a description and a table twin [A3]', async ({ page }) => {
  const svg = page.locator('.fig svg[role="img"]').first();
  assert.ok((await svg.locator('title').textContent()).length > 5);
  assert.ok((await svg.locator('desc').textContent()).length > 50);
  await page.locator('.fig details summary').first().click();
  // The table is made when the disclosure opens, which the browser reports a moment later.
  await page.locator('.fig details table tbody tr').nth(35).waitFor();
});

site.test('the chart is drawn anew at its container’s width', async ({ page }) => {
  const width = () => page.locator('.fig svg').first().evaluate((svg) => Number(svg.getAttribute('width')));
  const wide = await width();
  await page.setViewportSize({ width: 700, height: 900 });
  await page.waitForFunction((wide) => Number(document.querySelector('.fig svg')?.getAttribute('width')) < wide, wide);
  const box = await page.locator('.fig svg').first().boundingBox();
  assert.ok(Math.abs(box.width - (await width())) < 1.5, 'one unit is one pixel');
});

site.test('keyboard only: skip link, fields in order, visible focus, sheet and Escape [A2]', { context: { viewport: { width: 1024, height: 768 } } }, async ({ page }) => {
  await page.waitForSelector('#verdict');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'answer');
  await page.locator('#change-numbers').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'start-from');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'currency');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'in-p');
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement.closest('.field')).outlineStyle);
  assert.equal(outline, 'solid');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('8');
  await page.waitForFunction(() => /nothing/i.test(document.querySelector('#verdict')?.textContent));
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'change-numbers');
  assert.equal(await page.locator('.inputs.open').count(), 0);
});

site.test('a walk with Tab reaches every field and never gets stuck [A2]', async ({ page }) => {
  await page.click('.drawer summary');
  const wanted = await page.evaluate(() => document.querySelectorAll('.inputs input, .inputs select, .inputs button:not(:disabled)').length);
  await page.locator('#start-from').focus();
  const seen = new Set();
  for (let step = 0; step < wanted + 3; step += 1) {
    seen.add(await page.evaluate(() => {
      const element = document.activeElement;
      const inside = element.closest('.inputs') !== null;
      return inside ? `${element.closest('[data-key]')?.dataset.key}:${element.type}:${element.className}:${element.id}` : 'outside';
    }));
    await page.keyboard.press('Tab');
  }
  assert.ok(seen.has('outside'), 'it leaves the form');
  for (const key of ['p', 'demand.K', 'cap0', 'psi', 'ramp']) {
    assert.ok([...seen].some((place) => place.startsWith(`${key}:text`)), key);
  }
});

site.test('the phone’s sheet keeps the verdict in view', { context: phone }, async ({ page }) => {
  await page.click('#change-numbers');
  await field(page, 'p').fill('8');
  const bar = page.locator('.sheetbar');
  await answered(page);
  assert.match(await bar.innerText(), /nothing/i);
  const sheet = await page.locator('.inputs').boundingBox();
  const place = await bar.boundingBox();
  assert.ok(place.y + place.height <= 845 && sheet.y + sheet.height <= place.y + 1);
  assert.deepEqual(await axe(page), []);
  await screenshot(page, 'sheet-390');
});

site.test('paper has every input, the verdict, the date and the build [E11]', async ({ page }) => {
  await field(page, 'p').fill('55');
  const text = (await pdfText(page)).replace(/\s+/g, ' ');
  assert.ok(text.includes('Build the scalable version now.'), 'verdict');
  const inputs = await page.evaluate(() => [...document.querySelectorAll('.inputs-table tr')].map((row) => (
    [...row.cells].slice(0, 2).map((cell) => cell.textContent.trim().replace(/\s+/g, ' '))
  )));
  assert.ok(inputs.length >= 50, `${inputs.length} inputs`);
  for (const [label, value] of inputs) {
    assert.ok(text.includes(label), label);
    assert.ok(text.includes(value), `${label}: ${value}`);
  }
  assert.ok(text.includes('instead of 50%'), 'what was changed');
  assert.match(text, /\d{4}-\d\d-\d\d/);
  assert.ok(text.includes(await page.evaluate(() => document.querySelector('.foot-page .end').textContent)), 'build');
});

for (const width of [320, 360, 390, 768, 1024, 1199, 1200, 1440]) {
  site.test(`no sideways scroll at ${width} [U9 A9]`, { context: { viewport: { width, height: 640 } } }, async ({ page }) => {
    await answered(page);
    await page.locator('.flip').first().waitFor();
    await noSidewaysScroll(page);
    if (width === 320) {
      await screenshot(page, 'decide-320');
      await page.click('#change-numbers');
      await page.click('.drawer summary');
      await noSidewaysScroll(page);
      await page.locator('.inp .why').first().click();
      await field(page, 'C0').fill('abc');
      await noSidewaysScroll(page);
    }
  });
}

for (const colorScheme of ['light', 'dark']) {
  site.test(`no violations of WCAG in ${colorScheme} [A1 A7]`, { context: { colorScheme } }, async ({ page }) => {
    await answered(page);
    assert.deepEqual(await axe(page), []);
    await screenshot(page, `decide-1440-${colorScheme}`);
  });
}

site.test('dark and light can be chosen, and are remembered', async ({ page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.selectOption('#colours', 'dark');
  assert.equal(await background(), 'rgb(20, 23, 26)');
  assert.deepEqual(await axe(page), []);
  await page.reload();
  await page.waitForSelector('#verdict');
  assert.equal(await background(), 'rgb(20, 23, 26)');
});

site.test('text spacing of WCAG cuts nothing [U10]', { context: phone }, async ({ page }) => {
  await page.waitForSelector('#verdict');
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }');
    document.adoptedStyleSheets = [sheet];
  });
  await noSidewaysScroll(page);
});

site.test('without motion and with forced colours it works', { context: { reducedMotion: 'reduce', forcedColors: 'active' } }, async ({ page }) => {
  await page.waitForSelector('#verdict');
  const moving = await page.evaluate(() => document.getAnimations().length);
  assert.equal(moving, 0);
});

site.test('an address of a view that is not there says so', { path: '#/nowhere' }, async ({ page }) => {
  assert.match(await page.innerText('.notice'), /does not have/);
  await page.click('.mark');
  await page.waitForSelector('.notice', { state: 'detached' });
});
