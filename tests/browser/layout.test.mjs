// The layout where a machine can see that it is at fault: numbers cut off, words over words, controls covered.

import assert from 'node:assert/strict';
import { answered, noSidewaysScroll, openSite } from './harness.mjs';

const site = await openSite();
const phone = { viewport: { width: 320, height: 800 } };

/** Lays out everything, also what is far below the first screen. */
const layOutAll = (page) => page.evaluate(() => {
  document.styleSheets[0].insertRule('.sec { content-visibility: visible !important }');
});

/** The fields whose number does not fit, with everything open. */
async function cutOff(page) {
  await page.evaluate(() => {
    document.querySelector('.drawer').open = true;
    document.querySelectorAll('.inp .likely').forEach((button) => button.click());
  });
  await page.waitForSelector('.range-part');
  return page.evaluate(() => {
    const isShown = (input) => input.clientWidth > 0;
    const isCut = (input) => input.scrollWidth > input.clientWidth;
    const fields = [...document.querySelectorAll('.field input')].filter(isShown);
    return { count: fields.length, cut: fields.filter(isCut).map((input) => `${input.id}: ${input.value}`) };
  });
}

for (const kind of ['software', 'hardware']) {
  site.test(`every field shows its whole number: ${kind}`, async ({ page }) => {
    await page.waitForSelector('#verdict');
    if (kind === 'hardware') await page.click('#switch-kind');
    for (const width of [1440, 1024, 390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      if (width === 1024) await page.click('#change-numbers');
      const { count, cut } = width === 1440 ? await cutOff(page) : await page.evaluate(() => {
        const fields = [...document.querySelectorAll('.field input')].filter((input) => input.clientWidth > 0);
        const isCut = (input) => input.scrollWidth > input.clientWidth;
        return { count: fields.length, cut: fields.filter(isCut).map((input) => `${input.id}: ${input.value}`) };
      });
      assert.ok(count > 100, `${width}: only ${count} fields are shown`);
      assert.deepEqual(cut, [], `${width}`);
      await noSidewaysScroll(page);
    }
  });
}

/** What of the focused element lies below the bar at the bottom, in pixels. */
const coveredByBar = (page) => page.evaluate(() => {
  const focused = document.activeElement;
  const bar = document.querySelector('.sheetbar');
  if (focused === document.body || bar.contains(focused) || getComputedStyle(bar).position !== 'fixed') return null;
  const over = focused.getBoundingClientRect().bottom - bar.getBoundingClientRect().top;
  // A box that is higher than the screen has its beginning in view.
  const isHigh = focused.getBoundingClientRect().height > 300;
  return over > 0 && !isHigh ? `${focused.localName}#${focused.id}.${focused.className}: ${Math.round(over)} px` : null;
});

site.test('no control with the focus lies below the bar [A2]', { context: phone }, async ({ page }) => {
  await answered(page);
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab');
    assert.equal(await coveredByBar(page), null, `stop ${stop}`);
  }
  const { height } = await page.locator('.sheetbar').boundingBox();
  assert.ok(height <= 64, `the bar is ${height} px high`);
});

site.test('on a very low screen nothing lies over the page', { context: { viewport: { width: 360, height: 225 } } }, async ({ page }) => {
  await answered(page);
  assert.equal(await page.locator('.sheetbar').evaluate((bar) => getComputedStyle(bar).position), 'static');
  await page.click('#change-numbers');
  await page.waitForFunction(() => document.activeElement?.id === 'start-from');
  const inputs = await page.locator('.inputs').evaluate((panel) => getComputedStyle(panel).position);
  assert.equal(inputs, 'static');
  await noSidewaysScroll(page);
});

for (const width of [1440, 1210, 390]) {
  site.test(`the reading of a month has its own place at ${width}`, { context: { viewport: { width, height: 900 } } }, async ({ page }) => {
    await answered(page);
    await page.click('#switch-kind');
    await answered(page);
    const height = () => page.locator('.fig-main').evaluate((figure) => figure.getBoundingClientRect().height);
    const before = await height();
    await page.focus('#main-figure-month');
    for (let month = 0; month < 14; month += 1) await page.keyboard.press('ArrowRight');
    await page.waitForSelector('.read-line');
    assert.equal(await height(), before, 'nothing moves');
    const { below, over, parted } = await page.evaluate(() => {
      const box = (element) => element.getBoundingClientRect();
      const lines = [...document.querySelectorAll('.read-out output > *')];
      const bottom = Math.max(...lines.map((line) => box(line).bottom));
      const items = [...document.querySelectorAll('.read-item')];
      return {
        below: box(document.querySelector('.fig-main .twin')).top - bottom,
        over: lines.slice(1).some((line, index) => box(line).top < box(lines[index]).bottom - 1 && index > 0),
        parted: items.filter((item) => box(item).height > 1.5 * 18.2).map((item) => item.textContent),
      };
    });
    assert.ok(below >= 0, `it reaches ${-below} px into what follows`);
    assert.equal(over, false);
    assert.deepEqual(parted, [], 'a figure is parted');
  });
}

site.test('the chart is on the first screen, on a phone its first panel', async ({ page }) => {
  await answered(page);
  await page.click('#switch-kind');
  await answered(page);
  const bottom = (selector) => page.locator(selector).first().evaluate((part) => part.getBoundingClientRect().bottom);
  const axis = await bottom('.fig-main svg');
  assert.ok(axis <= 900, `the months of hardware stand at ${axis}`);
  await page.click('#switch-kind');
  await page.setViewportSize({ width: 390, height: 844 });
  await answered(page);
  await page.waitForFunction(() => document.querySelector('.fig-main svg')?.getAttribute('width') < 400);
  const panel = await bottom('.fig-main svg line.ref');
  const bar = await page.locator('.sheetbar').boundingBox();
  assert.ok(panel <= bar.y, `the money panel ends at ${panel}, the bar begins at ${bar.y}`);
});

site.test('more numbers beside the answer make no empty page', async ({ page }) => {
  await answered(page);
  const height = () => page.locator('.decide').evaluate((part) => part.getBoundingClientRect().height);
  const before = await height();
  await page.click('.drawer summary');
  await page.waitForSelector('.drawer[open]');
  assert.ok((await height()) <= Math.max(before, 900) + 1);
  await page.focus('.drawer .inp:last-child input[type="text"] >> nth=-1');
  const { top, bottom } = await page.evaluate(() => {
    const box = document.activeElement.getBoundingClientRect();
    return { top: box.top, bottom: box.bottom };
  });
  assert.ok(top >= 0 && bottom <= 900, 'the last number comes into view');
});

for (const width of [390, 320]) {
  site.test(`what matters is read without moving it sideways at ${width}`, { context: { viewport: { width, height: 800 } } }, async ({ page }) => {
    await answered(page);
    await layOutAll(page);
    for (const table of ['.worth', '.reactions']) {
      const box = await page.locator(`.scroll:has(${table})`).evaluate((box) => [box.scrollWidth, box.clientWidth]);
      assert.ok(box[0] <= box[1], `${table} is ${box[0]} px wide in ${box[1]} px`);
    }
    // Blocks to the eye, a table to the ear.
    const reactions = page.getByRole('region', { name: 'Four reactions' }).getByRole('table');
    assert.equal(await reactions.getByRole('row').count(), 6);
    assert.equal(await reactions.getByRole('columnheader').count(), 6);
    assert.equal(await reactions.getByRole('cell').count(), 25);
    const headings = await page.locator('.table-head').evaluateAll((heads) => heads.map((head) => head.scrollWidth <= head.clientWidth));
    assert.deepEqual(headings, [true, true]);
  });
}

site.test('what can be pressed is large enough and apart', async ({ page }) => {
  await answered(page);
  const sizes = await page.locator('.trio .why').evaluateAll((buttons) => buttons.map((button) => {
    const { width, height } = button.getBoundingClientRect();
    return Math.min(width, height);
  }));
  assert.ok(sizes.every((size) => size >= 24), sizes.join(' '));
  await page.click('#open-share');
  const copy = await page.locator('#copy-link').boundingBox();
  const file = await page.locator('#share-file').boundingBox();
  assert.ok(file.y >= copy.y + copy.height + 8 || file.x >= copy.x + copy.width + 8);
  const text = await page.locator('#share-text').evaluate((field) => [field.scrollHeight, field.clientHeight]);
  assert.ok(text[0] <= text[1] + 1, `the link is cut: ${text}`);
});

site.test('a number that is being changed is not greyed with the answer', async ({ page }) => {
  await answered(page);
  await page.fill('#in-p', '4x');
  await page.waitForSelector('.is-stale');
  const greyed = await page.evaluate(() => [...document.querySelectorAll('.answer, .verdict, .trio, .more-body')]
    .filter((part) => getComputedStyle(part).filter !== 'none' || getComputedStyle(part).opacity !== '1')
    .map((part) => part.className));
  assert.deepEqual(greyed, []);
});
