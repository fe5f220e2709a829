// Several tabs and several builds of the program on one browser's storage. Ids in brackets are those of the fault list.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAULTS, openSite, root, saved, screenshot, text, type } from './harness.mjs';

const site = await openSite();

const shows = (page, value) => page.waitForFunction((wanted) => document.querySelector('#in-p')?.value === wanted, value);

site.test('two tabs with different scenarios keep both [S12]', async ({ page, context, url }) => {
  await type(page, 'p', '35');
  await saved(page);
  const other = await context.newPage();
  await other.goto(url);
  await other.click('#open-scenarios');
  await other.click('#start-new');
  await type(other, 'p', '44');
  for (const value of ['36', '37', '38']) {
    await type(page, 'p', value);
    await type(other, 'p', `4${value.at(-1)}`);
  }
  await saved(page);
  await saved(other);
  await page.click('#open-scenarios');
  assert.equal(await page.locator('#stored li').count(), 2);
  await page.click('#scenarios .sheet-head button');
  await page.reload();
  await shows(page, '38');
  await other.reload();
  await shows(other, '48');
});

site.test('the second tab of a scenario reads, follows, and can take over [S13]', async ({ page, context, url, axe }) => {
  await type(page, 'p', '35');
  await saved(page);
  const other = await context.newPage();
  await other.goto(url);
  await other.waitForSelector('#reader');
  await shows(other, '35');
  assert.equal(await other.evaluate(() => document.querySelector('#numbers').inert), true);
  await type(page, 'p', '36');
  await shows(other, '36');
  await screenshot(other, 'second-tab');
  await other.click('#reader button:text("Take over")');
  await other.waitForSelector('#reader', { state: 'detached' });
  await page.waitForSelector('#reader');
  assert.deepEqual(await axe(), []);
  await type(other, 'p', '37');
  await shows(page, '37');
  await page.click('#reader button:text("copy")');
  await page.waitForSelector('#reader', { state: 'detached' });
  await type(page, 'p', '20');
  await saved(page);
  await shows(other, '37');
});

site.test('without locks a newer generation of another tab is not overwritten: both are kept [S13]', {
  init: () => Object.defineProperty(navigator, 'locks', { get: () => undefined }),
}, async ({ page, context, url }) => {
  await type(page, 'p', '35');
  await saved(page);
  const other = await context.newPage();
  await other.addInitScript(() => Object.defineProperty(navigator, 'locks', { get: () => undefined }));
  await other.goto(url);
  await shows(other, '35');
  await type(other, 'p', '44');
  await saved(other);
  await type(page, 'p', '20');
  await page.waitForSelector('.notice-box');
  assert.match(await page.innerText('.notice-box'), /Both are kept/);
  await page.click('#open-scenarios');
  assert.equal(await page.locator('#stored li').count(), 2);
  await shows(other, '44');
});

/** Everything that is stored of scenarios, in both places. */
const everything = (page) => page.evaluate(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  // When a file was last saved is no scenario.
  const ours = Object.entries(localStorage).filter(([key]) => key !== 'headroom.backup');
  const found = { localStorage: ours.sort() };
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store);
      found[`${name} ${store}`] = [await done(objects.getAllKeys()), await done(objects.getAll())];
    }
    database.close();
  }
  return JSON.stringify(found);
});

/** Starts a scenario from the first example. */
async function startAnother(page) {
  await page.click('#open-scenarios');
  await page.click('#start-new');
  await page.waitForSelector('#scenarios', { state: 'hidden' });
}

site.test('a newer build beside this one and taken back again: this one writes nothing, says so, and nothing is lost [S14 S15]', async ({ page, context, url, deploy }) => {
  await type(page, 'p', '35');
  await saved(page);
  deploy(FAULTS);
  const newer = await context.newPage();
  await newer.goto(url);
  await shows(newer, '35');
  await startAnother(newer);
  await type(newer, 'p', '44');
  await saved(newer);
  await newer.close();
  // The older program is told while it runs.
  await page.waitForSelector('#not-saved');
  assert.match(await page.innerText('#not-saved'), /newer version of Headroom.*Reload the page/);
  const stored = await everything(page);
  await type(page, 'p', '36');
  await shows(page, '36');
  await page.click('#open-scenarios');
  await page.click('#duplicate');
  await page.waitForSelector('.notice-box');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#not-saved button:text("Save a file")')]);
  assert.equal(JSON.parse(readFileSync(await download.path(), 'utf8')).inputs.p.value, 0.36);
  assert.equal(await everything(page), stored);
  // The site is rolled back: the older program starts beside what the newer one has stored.
  deploy(join(root, 'dist'));
  const older = await context.newPage();
  await older.goto(url);
  await older.waitForSelector('#not-saved');
  // The scenario opened last is one that it cannot read; its own is in the list.
  await older.click('#open-scenarios');
  await older.click('#stored button:text("open")');
  await shows(older, '35');
  await type(older, 'p', '37');
  await shows(older, '37');
  assert.equal(await everything(older), stored);
  await older.close({ runBeforeUnload: false });
  // And forward again: the newer one has everything, and reads what the older one wrote.
  deploy(FAULTS);
  const again = await context.newPage();
  await again.goto(url);
  await shows(again, '44');
  assert.equal(await again.locator('#not-saved').count(), 0);
  await again.click('#open-scenarios');
  assert.equal(await again.locator('#stored li').count(), 2);
});

site.test('the second tab cannot name or note what the first one writes, and goes on when that one is closed [S13]', async ({ page, context, url }) => {
  await type(page, 'p', '35');
  await saved(page);
  const other = await context.newPage();
  await other.goto(url);
  await other.waitForSelector('#reader');
  await other.click('#open-scenarios');
  assert.equal(await other.getAttribute('#scenario-name', 'readonly'), '');
  assert.equal(await other.getAttribute('#scenario-notes', 'readonly'), '');
  await other.click('#scenarios .sheet-head button');
  assert.equal(await other.textContent('#undo'), 'Undo nothing');
  await other.check('input[name="audience"] >> nth=1', { force: true });
  await type(page, 'p', '36');
  await page.keyboard.press('Tab');
  await saved(page);
  await page.close();
  await other.waitForSelector('#reader', { state: 'detached' });
  await shows(other, '36');
  // What the first tab could undo, this one can.
  await other.waitForFunction(() => document.querySelector('#undo')?.textContent !== 'Undo nothing');
  await other.click('#undo');
  await shows(other, '50');
});

/** Leaves 35 in localStorage and the newer 44 in IndexedDB, as a browser does that was killed before it wrote. */
async function leavesStoresApart(page) {
  await type(page, 'p', '35');
  await page.keyboard.press('Tab');
  await saved(page);
  const older = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('headroom.v1.s.')));
  await type(page, 'p', '44');
  await page.keyboard.press('Tab');
  await saved(page);
  await page.evaluate((entries) => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('headroom.v1.s.')) localStorage.removeItem(key);
    for (const [key, text] of entries) localStorage.setItem(key, text);
  }, older);
  await page.close();
}

/** IndexedDB that answers later than the page waits. */
const lateDatabase = () => {
  Object.defineProperty(IDBOpenDBRequest.prototype, 'onsuccess', {
    set(handler) { this.addEventListener('success', (event) => setTimeout(() => handler(event), 4000)); },
  });
};

for (const [what, typed] of [['is shown when it comes', null], ['is kept beside what was typed meanwhile', '20']]) {
  site.test(`a newer state in a store that answers late ${what} [S6 S10]`, async ({ page, context, url }) => {
    await leavesStoresApart(page);
    const next = await context.newPage();
    await next.addInitScript(lateDatabase);
    await next.goto(url);
    await shows(next, '35');
    if (typed === null) {
      await shows(next, '44');
      assert.equal(await next.locator('.notice-box').count(), 0);
      return;
    }
    await type(next, 'p', typed);
    await next.waitForSelector('.notice-box');
    assert.match(await next.innerText('.notice-box'), /newer state of this scenario late\. Both are kept/);
    await shows(next, typed);
    await saved(next);
    await next.click('.notice-box button:text("Back")');
    await shows(next, '44');
  });
}

site.test('two states that went on without each other are both there at the next start [S6 S10]', async ({ page, context, url }) => {
  await leavesStoresApart(page);
  // A whole session without IndexedDB, from the older state.
  const alone = await context.newPage();
  await alone.addInitScript(() => { IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }; });
  await alone.goto(url);
  await shows(alone, '35');
  await type(alone, 'p', '20');
  await alone.keyboard.press('Tab');
  await alone.waitForSelector('#not-saved');
  assert.match(await alone.innerText('#not-saved'), /one of two places only/);
  await alone.close();
  const next = await context.newPage();
  await next.goto(url);
  await next.waitForSelector('.notice-box');
  assert.match(await next.innerText('.notice-box'), /two states .* Both are kept/);
  await next.click('#open-scenarios');
  assert.equal(await next.locator('#stored li').count(), 2);
  const found = [];
  for (const place of [0, 1]) {
    if (place > 0) await next.click('#open-scenarios');
    await next.locator('#stored li').nth(place).locator('button:text("open")').click();
    await next.waitForSelector('#scenarios', { state: 'hidden' });
    found.push(await text(next, 'p'));
  }
  assert.deepEqual(found.sort(), ['20', '44']);
  // Once and for all.
  await next.reload();
  await next.waitForSelector('#in-p');
  await next.click('#open-scenarios');
  assert.equal(await next.locator('#stored li').count(), 2);
  assert.equal(await next.locator('.notice-box').count(), 0);
});
