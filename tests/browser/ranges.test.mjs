// Ranges in the rows: typed, opened, refused, printed.

import assert from 'node:assert/strict';
import { answered, axe, noSidewaysScroll, openSite, pdfText } from './harness.mjs';

const site = await openSite();
const field = (page, key) => page.locator(`#in-${key.replace('.', '-')}`);
const said = (page, key) => page.innerText(`#in-${key}-said`);
const confidence = (page) => page.innerText('.trio');

site.test('every spelling of a range is the same range', async ({ page }) => {
  await answered(page);
  await field(page, 'a').fill('20-40%');
  await answered(page);
  const wanted = await confidence(page);
  for (const text of ['20 to 40', '20% to 40%', '20–40', '30% (20-40)', '30 (20 to 40)']) {
    await field(page, 'a').fill('25');
    await answered(page);
    assert.notEqual(await confidence(page), wanted);
    await field(page, 'a').fill(text);
    await answered(page);
    assert.equal(await confidence(page), wanted, text);
    assert.equal(await page.innerText('#in-a-likely'), 'likely 20 to 40');
  }
});

site.test('a row opens to low, best and high by keyboard alone', async ({ page }) => {
  await answered(page);
  const before = await confidence(page);
  await page.locator('#in-L1-likely').focus();
  await page.keyboard.press('Enter');
  await page.locator('#in-L1-range .range-part').waitFor();
  assert.equal(await page.getAttribute('#in-L1-likely', 'aria-expanded'), 'true');
  const walk = [];
  for (let step = 0; step < 6 && !walk.includes('in-L1-high'); step += 1) {
    await page.keyboard.press('Tab');
    walk.push(await page.evaluate(() => document.activeElement.id));
  }
  assert.ok(walk.indexOf('in-L1-low') < walk.indexOf('in-L1-best') && walk.indexOf('in-L1-best') < walk.indexOf('in-L1-high'), walk.join());
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('12');
  await answered(page);
  assert.match(await page.innerText('#in-L1-likely'), /to 12$/);
  assert.notEqual(await confidence(page), before);
  assert.deepEqual(await axe(page), []);
});

for (const [low, high, sentence] of [
  ['30', '20', /Low must be below high|outside its range/],
  ['26', '40', /outside its range of 26% to 40%/],
  ['x', '40', /number/i],
]) {
  site.test(`a range of ${low} to ${high} about 25 is named, and the last answer stays`, async ({ page }) => {
    await answered(page);
    const before = await confidence(page);
    await page.click('#in-a-likely');
    await page.fill('#in-a-low', low);
    await page.fill('#in-a-high', high);
    assert.match(await said(page, 'a'), sentence);
    assert.equal(await page.locator('.decide.is-stale').count(), 1);
    assert.equal(await confidence(page), before);
    assert.equal(await page.inputValue('#in-a-low'), low, 'what was typed is kept');
    await page.click('.back-to-range');
    assert.equal(await page.locator('.decide.is-stale').count(), 0);
  });
}

site.test('a range without width is named', async ({ page }) => {
  await field(page, 'a').fill('25 (25-25)');
  assert.match(await said(page, 'a'), /low end that is also its high end/);
  assert.equal(await page.locator('.decide.is-stale').count(), 1);
});

site.test('an input can be certain, and get its range back', async ({ page }) => {
  await answered(page);
  await page.click('#in-a-likely');
  await page.click('#in-a-sure');
  assert.equal(await page.getAttribute('#in-a-sure', 'aria-pressed'), 'true');
  await answered(page);
  assert.equal(await page.locator('[data-key="a"] .sl-band').count(), 0);
  assert.match(await page.innerText('.changes'), /1 number/);
  await page.click('.back-to-range');
  assert.equal(await page.locator('[data-key="a"] .sl-band').count(), 1);
  assert.match(await page.innerText('.changes'), /unchanged/);
});

site.test('users open the size and the speed of demand; the chance of success its bounds', async ({ page }) => {
  await page.click('#in-demand-U12-likely');
  await page.locator('#in-demand-U12-size-low').waitFor();
  assert.ok(await page.isVisible('#in-demand-U12-speed-high'));
  await page.click('#in-p-likely');
  assert.match(await page.innerText('#in-p-range'), /never drawn at random/);
  // A range on the slider, in the slider's own scale.
  const bars = await page.locator('.sl-band').count();
  assert.ok(bars >= 7, `${bars} bars`);
});

site.test('bounds of the chance of success are named when they do not hold it, and the answer goes on', async ({ page }) => {
  await answered(page);
  await field(page, 'p').fill('20-30%');
  await answered(page);
  const before = await confidence(page);
  await field(page, 'p').fill('50');
  await answered(page);
  assert.notEqual(await confidence(page), before);
  assert.equal(await page.locator('.decide.is-stale').count(), 0);
  assert.match(await said(page, 'p'), /outside its range of 20% to 30%.*no bar/);
});

site.test('a slider takes a typed range along', async ({ page }) => {
  await answered(page);
  await field(page, 'a').fill('20-30%');
  await page.locator('#in-a-slider').focus();
  await page.keyboard.press('End');
  await answered(page);
  assert.equal(await page.locator('.decide.is-stale').count(), 0);
  assert.notEqual(await page.innerText('#in-a-likely'), 'likely 20 to 30');
});

site.test('a narrower range than its source’s is pointed out', async ({ page }) => {
  await answered(page);
  await field(page, 'L1').fill('4 (3.9 to 4.1)');
  await answered(page);
  await page.waitForFunction(() => /narrower/.test(document.querySelector('.checks')?.textContent));
});

site.test('paper shows the ranges beside the values', async ({ page }) => {
  await field(page, 'a').fill('20-40%');
  const text = (await pdfText(page)).replace(/\s+/g, ' ');
  assert.ok(text.includes('(20 to 40)'), 'the range of the premium');
});

site.test('an open range fits 320 px [U9 A9]', { context: { viewport: { width: 320, height: 640 } } }, async ({ page }) => {
  await answered(page);
  await page.click('#change-numbers');
  await page.click('#in-demand-U12-likely');
  await page.click('#in-C0-likely');
  await noSidewaysScroll(page);
  assert.deepEqual(await axe(page), []);
});
