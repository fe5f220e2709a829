// Scenarios are kept: saving, undo, links, files, tabs. Ids in brackets are those of the fault list.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answered, noSidewaysScroll, openSite, saved, screenshot, text, type } from './harness.mjs';

const site = await openSite();

const openScenarios = async (page) => {
  await page.click('#open-scenarios');
  await page.waitForSelector('#scenarios[open]');
};

const names = (page, list = 'stored') => page.locator(`#${list} .title`).allTextContents();

/** The link that the page offers. */
async function linkOf(page) {
  await page.click('#open-share');
  await page.waitForSelector('#share-text');
  const shared = await page.inputValue('#share-text');
  await page.click('#share .sheet-head button');
  return { shared, link: shared.split('\n').at(-1) };
}

site.test('a scenario is there after a reload, with what can be undone [U7 U6]', async ({ page }) => {
  await type(page, 'p', '35');
  await type(page, 'C0', '180k');
  await page.keyboard.press('Tab');
  await saved(page);
  assert.equal(await page.textContent('#undo'), 'Undo Building the simple version');
  await page.reload();
  await page.waitForSelector('#in-p');
  assert.equal(await text(page, 'p'), '35');
  assert.equal(await text(page, 'C0'), '180k');
  await page.click('#undo');
  assert.equal(await text(page, 'C0'), '150,000');
  await page.click('#undo');
  assert.equal(await text(page, 'p'), '50');
  assert.equal(await page.getAttribute('#undo', 'aria-disabled'), 'true');
  await page.click('#redo');
  assert.equal(await text(page, 'p'), '35');
});

site.test('a reload in the middle of a field keeps the step, in whatever order the fields were filled in [U6 U7]', async ({ page }) => {
  await type(page, 'C0', '180k');
  await type(page, 'p', '35');
  await page.reload();
  await page.waitForSelector('#in-p');
  assert.equal(await text(page, 'p'), '35');
  await page.click('#undo');
  assert.equal(await text(page, 'p'), '50');
  await page.click('#undo');
  assert.equal(await text(page, 'C0'), '150,000');
  assert.equal(await page.getAttribute('#undo', 'aria-disabled'), 'true');
  await page.click('#redo');
  await page.click('#redo');
  assert.equal(await text(page, 'p'), '35');
  assert.equal(await page.locator('.notice-box').count(), 0);
});

site.test('the first step of a new scenario is there after a reload, too [U6 U7]', async ({ page }) => {
  await page.click('#switch-kind');
  await saved(page);
  await page.reload();
  await page.waitForFunction(() => document.querySelector('#undo')?.textContent === 'Undo Switch to hardware');
});

site.test('the keyboard undoes outside text fields, a field undoes its own text [U6]', async ({ page }) => {
  await type(page, 'p', '35');
  await page.focus('#answer');
  await page.keyboard.press('ControlOrMeta+z');
  assert.equal(await text(page, 'p'), '50');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  assert.equal(await text(page, 'p'), '35');
  await page.focus('#in-p');
  await page.keyboard.press('ControlOrMeta+z');
  assert.notEqual(await page.textContent('#undo'), 'Undo nothing');
});

site.test('half a number is there after a reload, and the answer says what it stands on [U1 U7]', async ({ page }) => {
  await type(page, 'C0', '12o');
  await saved(page);
  await page.reload();
  await page.waitForSelector('#in-C0');
  assert.equal(await text(page, 'C0'), '12o');
  assert.match(await page.innerText('#answer'), /Building the simple version/);
});

site.test('scenarios are named, copied, deleted and brought back [S25 S23]', async ({ page, axe }) => {
  await type(page, 'p', '35');
  await saved(page);
  await openScenarios(page);
  await page.fill('#scenario-name', '__proto__ <b>Board</b>');
  assert.deepEqual(await axe(), []);
  await page.waitForFunction(() => document.querySelector('#stored .title')?.textContent === '__proto__ <b>Board</b>');
  await page.click('#duplicate');
  await type(page, 'p', '20');
  await openScenarios(page);
  assert.deepEqual(await names(page), ['__proto__ <b>Board</b>', '__proto__ <b>Board</b> (2)']);
  await screenshot(page, 'scenarios-1440');
  await page.click('#stored li:nth-child(1) button:text("open")');
  assert.equal(await text(page, 'p'), '35');
  await openScenarios(page);
  await page.click('#stored li:nth-child(1) button:text("delete")');
  assert.equal(await text(page, 'p'), '20');
  await page.reload();
  await openScenarios(page);
  assert.deepEqual(await names(page), ['__proto__ <b>Board</b> (2)']);
  await page.click('.deleted summary');
  await page.click('#deleted button');
  assert.equal(await text(page, 'p'), '35');
  await openScenarios(page);
  assert.equal((await names(page)).length, 2);
  await page.setViewportSize({ width: 320, height: 640 });
  await noSidewaysScroll(page);
  await screenshot(page, 'scenarios-320');
});

site.test('a deleted scenario comes back at once from its notice [S25]', async ({ page }) => {
  await type(page, 'p', '35');
  await saved(page);
  await openScenarios(page);
  await page.click('#stored button:text("delete")');
  await page.waitForSelector('.notice-box');
  assert.equal(await text(page, 'p'), '50');
  await page.click('.notice-box button:text("Undo")');
  assert.equal(await text(page, 'p'), '35');
});

site.test('a link opens as a new scenario and says what differs [L1 L16 L19]', async ({ page, context, url, requests }) => {
  await type(page, 'p', '35');
  await type(page, 'b', '200-400%');
  await saved(page);
  await answered(page);
  const { shared, link } = await linkOf(page);
  assert.match(shared, /^.{20,}\n/, 'the verdict goes with it');
  const other = await context.newPage();
  await other.goto(url);
  await openScenarios(other);
  await other.click('#start-new');
  await type(other, 'p', '11');
  await saved(other);
  await other.goto(link);
  await other.waitForSelector('.notice-box');
  assert.equal(await text(other, 'p'), '35');
  assert.equal(await text(other, 'b'), '200-400%');
  const notice = await other.innerText('.notice-box');
  assert.match(notice, /Opened a link as a new scenario/);
  assert.match(notice, /Chance people really want this: 35 instead of 50/);
  assert.ok(!other.url().includes('#s='), other.url());
  await openScenarios(other);
  assert.equal((await names(other)).length, 3);
  assert.ok(requests.length > 0 && requests.every((path) => !/[?#]|s=/.test(path)), 'no figure leaves in a request');
});

site.test('a second link pasted into the open page, and back and forward [L14 L15]', async ({ page, context, url }) => {
  await type(page, 'p', '35');
  await saved(page);
  const first = await linkOf(page);
  await type(page, 'p', '22');
  const second = await linkOf(page);
  const other = await context.newPage();
  await other.goto(url + new URL(first.link).hash);
  await other.waitForFunction(() => document.querySelector('#in-p')?.value === '35');
  await other.evaluate((hash) => { location.hash = hash; }, new URL(second.link).hash);
  await other.waitForFunction(() => document.querySelector('#in-p')?.value === '22');
  await other.goBack();
  await other.waitForFunction(() => document.querySelector('#in-p')?.value === '35');
  await other.goForward();
  await other.waitForFunction(() => document.querySelector('#in-p')?.value === '22');
  await openScenarios(other);
  assert.equal((await names(other)).length, 3, 'each link once');
});

for (const [what, hash, said] of [
  ['an empty one [L1]', '#s=', /There is nothing in it/],
  ['one that was cut [L2]', '#s=AAAA', /cut off on the way/],
  ['one that is no link [L6]', '#s=%E0%A4%A', /cut off|changed/],
]) {
  site.test(`a link that cannot be opened is said: ${what}`, { path: hash }, async ({ page }) => {
    await page.waitForSelector('.notice-box');
    assert.match(await page.innerText('.notice-box'), said);
    assert.equal(await text(page, 'p'), '50');
    await openScenarios(page);
    assert.deepEqual(await names(page), [], 'nothing was stored');
  });
}

for (const [what, added] of [['a sign of no width', '\u200b'], ['a soft hyphen', '\u00ad'], ['a mail program\'s broken line', '=\n'], ['a quoted line', '\n> ']]) {
  site.test(`a link with ${what} in it is opened from the address and from the field [L4 L5]`, async ({ page, context, url }) => {
    await type(page, 'p', '35');
    const { link } = await linkOf(page);
    const broken = link.slice(0, -40) + added + link.slice(-40);
    const other = await context.newPage();
    await other.goto(broken);
    await other.waitForFunction(() => document.querySelector('#in-p')?.value === '35');
    const third = await context.newPage();
    await third.goto(url);
    await openScenarios(third);
    await third.fill('#paste-link', broken.replaceAll('\n', ''));
    await third.press('#paste-link', 'Enter');
    await third.waitForFunction(() => /a link as a new scenario/.test(document.querySelector('.notice-box')?.textContent));
    assert.equal(await text(third, 'p'), '35');
  });
}

site.test('what is no link is named beside its field, by Enter too [L1]', async ({ page }) => {
  await openScenarios(page);
  for (const [typed, said] of [['', /There is nothing in it/], ['hello', /not a scenario of Headroom/]]) {
    await page.fill('#paste-link', typed);
    await page.press('#paste-link', 'Enter');
    await page.waitForFunction((wanted) => new RegExp(wanted).test(document.querySelector('#paste-problem')?.textContent), said.source);
    assert.equal(await page.getAttribute('#paste-link', 'aria-invalid'), 'true');
  }
});

site.test('a link to numbers without an answer goes without the verdict on others', async ({ page }) => {
  await answered(page);
  await type(page, 'C0', '12o');
  await page.waitForSelector('.stale-note');
  const { shared, link } = await linkOf(page);
  assert.equal(shared, link);
  await page.click('#open-share');
  assert.match(await page.innerText('#no-verdict'), /earlier numbers/);
});

site.test('back to a new scenario that was never changed, and to one before it [L15]', async ({ page }) => {
  await type(page, 'p', '35');
  await saved(page);
  await openScenarios(page);
  await page.selectOption('#new-from', 'hardware');
  await page.click('#start-new');
  await page.waitForFunction(() => /device/.test(document.querySelector('.scene b')?.textContent));
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('#in-p')?.value === '35');
  await page.goForward();
  await page.waitForFunction(() => /device/.test(document.querySelector('.scene b')?.textContent));
});

site.test('an unknown fragment is ignored with a note [L1]', { path: '#foo' }, async ({ page }) => {
  await page.waitForSelector('.notice');
  assert.equal(await page.locator('.notice-box').count(), 0);
});

site.test('very long fragments are refused, the page stays usable [L8]', async ({ page, url }) => {
  for (const length of [100_000, 1_000_000, 10_000_000]) {
    await page.evaluate((n) => { location.hash = `#s=${'A'.repeat(n)}`; }, length);
    await page.waitForSelector('.notice-box');
    assert.match(await page.innerText('.notice-box'), /far larger/);
    await page.click('.notice-box .dismiss');
  }
  assert.ok(page.url().startsWith(url));
  await type(page, 'p', '35');
  await saved(page);
});

site.test('a scenario too long for a link offers the file [L9]', async ({ page }) => {
  await openScenarios(page);
  const long = Array.from({ length: 9000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20000))).join('');
  await page.fill('#scenario-notes', long);
  await page.click('#scenarios .sheet-head button');
  await page.click('#open-share');
  assert.match(await page.innerText('#too-long'), /too long for a link \([\d,]+ characters/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#share-file')]);
  const file = JSON.parse(readFileSync(await download.path(), 'utf8'));
  assert.equal(file.notes, long);
});

site.test('a link opened in a hidden tab waits there [L17]', {
  start: false,
  init: () => {
    Object.defineProperty(document, 'hidden', { get: () => true });
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
    window.confirm = () => { throw new Error('nothing is asked'); };
    window.alert = window.confirm;
  },
}, async ({ page, url }) => {
  await page.goto(`${url}#s=AAAA`);
  await page.waitForSelector('.notice-box');
  await type(page, 'p', '35');
  const { link } = await linkOf(page);
  await page.goto('about:blank');
  await page.goto(link);
  await page.waitForFunction(() => /Opened a link/.test(document.querySelector('.notice-box')?.textContent));
  assert.equal(await text(page, 'p'), '35');
  await saved(page);
});

site.test('the browser is asked once to keep what is stored, on a gesture [S18]', {
  init: () => {
    window.asked = 0;
    navigator.storage.persist = () => { window.asked += 1; return Promise.resolve(false); };
  },
}, async ({ page }) => {
  await answered(page);
  assert.equal(await page.evaluate(() => window.asked), 0);
  for (const value of ['35', '36']) {
    await type(page, 'p', value);
    await page.keyboard.press('Tab');
    await saved(page);
  }
  assert.equal(await page.evaluate(() => window.asked), 1);
});

site.test('typing and sliding never touch the address [L18]', async ({ page }) => {
  await page.waitForSelector('#in-p-slider');
  const before = page.url();
  await page.evaluate(() => {
    window.touched = 0;
    for (const name of ['pushState', 'replaceState']) {
      const original = history[name].bind(history);
      history[name] = (...all) => { window.touched += 1; return original(...all); };
    }
    const slider = document.querySelector('#in-p-slider');
    for (let step = 0; step < 300; step += 1) {
      slider.value = String(100 + step);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
  await saved(page);
  assert.equal(page.url(), before);
  assert.equal(await page.evaluate(() => window.touched), 0);
});

site.test('a file is saved, opened again beside the others, and never replaces [I14 E7]', async ({ page }) => {
  await type(page, 'p', '35');
  await openScenarios(page);
  await page.fill('#scenario-name', 'Board');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save-file')]);
  assert.match(download.suggestedFilename(), /^headroom-board-\d{4}-\d\d-\d\d\.json$/);
  const path = await download.path();
  for (let n = 0; n < 2; n += 1) {
    await page.setInputFiles('#open-file', path);
    await page.waitForFunction((count) => document.querySelectorAll('.notice-box').length === count, n + 1);
    await openScenarios(page);
  }
  assert.deepEqual(await names(page), ['Board', 'Board (2)', 'Board (3)']);
  await page.click('#stored li:nth-child(2) button:text("open")');
  await openScenarios(page);
  const [again] = await Promise.all([page.waitForEvent('download'), page.click('#save-file')]);
  const [first, second] = [path, await again.path()].map((file) => JSON.parse(readFileSync(file, 'utf8')));
  assert.equal(second.name, 'Board (2)');
  assert.deepEqual({ ...second, name: first.name, check: first.check }, first);
});

site.test('files that are no scenario are named, nothing changes [I2 I3 I9 I16]', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-'));
  try {
    const files = {
      'a.png': [Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /This is a picture/],
      'book.xlsx': [Buffer.from('PK\x03\x04', 'latin1'), /Excel file/],
      'empty.json': [Buffer.alloc(0), /nothing in it/],
      'big.json': [Buffer.alloc(300 * 1024, 32), /far larger/],
      'page.html': [Buffer.from('<!doctype html><script>alert(1)</script>'), /web page/],
      'newer.json': [Buffer.from('{"headroom": 2}'), /newer version of Headroom/],
      'half.json': [Buffer.from('{"headroom": 1, "eng'), /cut off/],
    };
    for (const [name, [bytes, said]] of Object.entries(files)) {
      writeFileSync(join(folder, name), bytes);
      await page.setInputFiles('#open-file', join(folder, name));
      await page.waitForSelector('.notice-box');
      const notice = await page.innerText('.notice-box');
      assert.match(notice, said);
      assert.ok(notice.includes(name));
      await page.click('.notice-box .dismiss');
      await page.waitForSelector('.notice-box', { state: 'detached' });
    }
    const gone = join(folder, 'gone.json');
    writeFileSync(gone, '{}');
    await page.evaluate(() => {
      window.opened = new Promise((resolve) => { window.later = resolve; });
      const read = File.prototype.arrayBuffer;
      File.prototype.arrayBuffer = async function wait() { await window.opened; return read.call(this); };
    });
    await page.setInputFiles('#open-file', gone);
    rmSync(gone);
    await page.evaluate(() => window.later());
    await page.waitForSelector('.notice-box');
    assert.match(await page.innerText('.notice-box'), /could not be read/);
    assert.equal(await text(page, 'p'), '50');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

site.test('what is dropped on the page is opened or refused, and never takes its place [I15]', async ({ page, url }) => {
  await type(page, 'p', '35');
  const { link } = await linkOf(page);
  await type(page, 'p', '40');
  await saved(page);
  const drop = (what) => page.evaluate((given) => {
    const data = new DataTransfer();
    if (given.text) data.setData('text/plain', given.text);
    for (const file of given.files ?? []) data.items.add(new File([file], 'x.json'));
    const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  }, what);
  assert.equal(await page.evaluate(() => document.body.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true }))), false, 'it may be dropped');
  assert.ok(await drop({ text: 'https://example.org/' }));
  await page.waitForSelector('.notice-box');
  assert.match(await page.innerText('.notice-box'), /was not opened/);
  await page.click('.notice-box .dismiss');
  assert.ok(await drop({ text: `Look: ${link}.` }));
  await page.waitForFunction(() => document.querySelector('#in-p')?.value === '35');
  assert.ok(await drop({ files: ['{', 'x'] }));
  await page.waitForFunction(() => document.querySelectorAll('.notice-box').length === 3);
  assert.ok(page.url().startsWith(url));
});

site.test('a file far too large is refused before it is read [I2]', async ({ page }) => {
  await page.waitForSelector('#in-p');
  await page.evaluate(() => {
    File.prototype.arrayBuffer = () => { throw new Error('it was read'); };
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(65 * 1024 * 1024)], 'big.json'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.waitForSelector('.notice-box');
  assert.match(await page.innerText('.notice-box'), /far larger than any scenario/);
});

site.test('a double click deletes one scenario and copies once [U5]', async ({ page }) => {
  await type(page, 'p', '35');
  await saved(page);
  await openScenarios(page);
  await page.dblclick('#duplicate');
  await openScenarios(page);
  assert.equal((await names(page)).length, 2);
  await page.dblclick('#stored li >> nth=0 >> button:text("delete")');
  await page.waitForSelector('.notice-box:has-text("Deleted")');
  await openScenarios(page);
  assert.equal((await names(page)).length, 1);
  assert.equal(await page.locator('.notice-box:has-text("Deleted")').count(), 1);
});

site.test('the page asks before it is left only when saving failed [U7]', {
  init: () => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
    IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };
  },
}, async ({ page }) => {
  const asks = () => page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  assert.equal(await asks(), false, 'nothing was changed');
  await type(page, 'p', '35');
  await page.waitForSelector('#not-saved');
  assert.equal(await asks(), true);
});

site.test('after a return from the browser\'s memory the newest state is shown [U8]', async ({ page, context, url }) => {
  await type(page, 'p', '35');
  await saved(page);
  const other = await context.newPage();
  await other.goto(url);
  await other.waitForSelector('#reader');
  await other.click('#reader button:text("Take over")');
  await other.waitForSelector('#reader', { state: 'detached' });
  await type(other, 'p', '44');
  await saved(other);
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await page.waitForFunction(() => document.querySelector('#in-p')?.value === '44');
});
