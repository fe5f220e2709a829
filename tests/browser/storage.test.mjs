// Storage: full, forbidden, damaged, shared by tabs, killed. Ids in brackets are those of the fault list.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { answered, openSite, root, saved, screenshot, text, type } from './harness.mjs';
import { killed } from './kills.mjs';

const site = await openSite();

const shows = (page, value) => page.waitForFunction((wanted) => document.querySelector('#in-p')?.value === wanted, value);

const records = (page) => page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('headroom.v1.s.')).sort());

site.test('a full storage is said, the file is offered, what was stored stays [S1]', async ({ page, axe }) => {
  await type(page, 'p', '35');
  await saved(page);
  const before = await records(page);
  await page.evaluate(() => {
    for (let size = 1 << 20; size >= 1; size >>= 1) {
      try {
        for (let n = 0; ; n += 1) localStorage.setItem(`filler.${size}.${n}`, 'x'.repeat(size));
      } catch { /* That much does not fit any more. */ }
    }
  });
  await page.click('#open-scenarios');
  await page.fill('#scenario-notes', 'x'.repeat(4_000));
  await page.click('#scenarios .sheet-head button');
  await page.waitForSelector('#not-saved');
  assert.match(await page.innerText('#not-saved'), /full/);
  assert.deepEqual(await records(page), before);
  assert.deepEqual(await axe(), []);
  await screenshot(page, 'storage-full');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#not-saved button:text("Save a file")')]);
  assert.equal(JSON.parse(readFileSync(await download.path(), 'utf8')).notes.length, 4_000);
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('filler.')) localStorage.removeItem(key);
  });
  await page.click('#not-saved button:text("Try again")');
  await page.waitForSelector('#not-saved', { state: 'detached' });
  await page.reload();
  await shows(page, '35');
  await page.click('#open-scenarios');
  assert.equal((await page.inputValue('#scenario-notes')).length, 4_000);
});

for (const [how, init] of [
  ['throws on reading it [S3]', () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })],
  ['is null [S4]', () => Object.defineProperty(window, 'localStorage', { get: () => null })],
  ['and database are both refused [S5]', () => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
    IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };
  }],
  ['throws on every call [S2]', () => {
    for (const name of ['getItem', 'setItem', 'removeItem', 'key']) {
      Storage.prototype[name] = () => { throw new DOMException('odd', 'NS_ERROR_FILE_CORRUPTED'); };
    }
  }],
]) {
  site.test(`a storage that ${how} leaves everything else working, and a banner`, { init }, async ({ page }) => {
    await type(page, 'p', '35');
    await page.waitForSelector('#not-saved');
    assert.match(await page.innerText('#not-saved'), /Not saved: |one of two places/);
    await page.waitForSelector('#answer[data-futures="4096"][aria-busy="false"]');
    await page.click('#undo');
    assert.equal(await text(page, 'p'), '50');
  });
}

site.test('without localStorage the database alone brings the scenario back [S3]', {
  init: () => Object.defineProperty(window, 'localStorage', { get: () => null }),
}, async ({ page }) => {
  await type(page, 'p', '35');
  await page.waitForFunction(() => Number(document.querySelector('#saving')?.dataset.saved) > 0
    && document.querySelector('#saving').textContent.startsWith('saved'));
  await page.reload();
  await shows(page, '35');
});

for (const [what, junk] of [['half a record', 'headroom 9 live 1234abcd\n{"headr'], ['nothing', ''], ['something else', 'null'], ['binary junk', '\u0000\u0001\uffff']]) {
  site.test(`damaged data (${what}) are set aside, offered, and never overwritten [S8]`, async ({ page }) => {
    await type(page, 'p', '35');
    await saved(page);
    await page.evaluate((bad) => {
      localStorage.setItem('headroom.v1.s.abc.1', bad);
    }, junk);
    await page.reload();
    await shows(page, '35');
    await page.waitForSelector('.notice-box');
    assert.match(await page.innerText('.notice-box'), /set aside, not deleted/);
    for (const value of ['36', '37', '38', '39']) {
      await type(page, 'p', value);
      await saved(page);
    }
    const aside = await page.evaluate(() => localStorage.getItem('headroom.q.0'));
    assert.equal(aside, `headroom.v1.s.abc.1\n${junk}`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('.notice-box button:text("Download")')]);
    assert.ok(readFileSync(await download.path(), 'utf8').startsWith('headroom.v1.s.abc.1\n'));
  });
}

site.test('a tab closed straight after a keystroke loses nothing [S11]', async ({ page, context, url }) => {
  await type(page, 'p', '35');
  await page.close();
  const other = await context.newPage();
  await other.goto(url);
  await shows(other, '35');
});

site.test('where nothing can be stored, a scenario that was left is there again, and leaving the page asks [L14 L16 S5]', {
  init: () => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
    IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };
  },
}, async ({ page }) => {
  await type(page, 'p', '35');
  await page.waitForSelector('#not-saved');
  await page.click('#open-scenarios');
  await page.fill('#scenario-name', 'Ours');
  await page.selectOption('#new-from', 'pilot');
  await page.click('#start-new');
  await page.waitForFunction(() => document.querySelector('#in-p')?.value !== '35');
  const asks = () => page.evaluate(() => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  });
  assert.equal(await asks(), true);
  await page.click('#open-scenarios');
  await page.click('#stored li:has-text("Ours") button:text("open")');
  await shows(page, '35');
  // With what could be undone.
  assert.equal(await page.textContent('#undo'), 'Undo Name');
  await page.click('#undo');
  assert.equal(await page.textContent('#undo'), 'Undo Chance people really want this');
});

site.test('a deleted scenario can be deleted for good, and nothing of it is left [S1]', async ({ page }) => {
  await type(page, 'p', '35');
  await page.keyboard.press('Tab');
  await saved(page);
  await page.click('#open-scenarios');
  await page.click('#stored button:text("delete")');
  await page.waitForSelector('.notice-box');
  await page.click('#open-scenarios');
  await page.click('details.deleted summary');
  await page.click('#deleted button:text("delete for good")');
  assert.equal(await page.locator('#deleted li').count(), 1, 'it asks first');
  await page.click('#deleted button:text("really delete for good?")');
  await page.waitForSelector('#deleted', { state: 'detached' });
  assert.deepEqual(await records(page), []);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith('headroom.v1.h.'))), false);
  assert.equal(await page.locator('.notice-box').count(), 0, 'nothing offers to bring it back');
  await page.reload();
  await page.waitForSelector('#in-p');
  assert.deepEqual(await records(page), []);
});

site.test('data cleared under an open page are stored again, and it is said [S19]', async ({ page, context, url }) => {
  await type(page, 'p', '35');
  await saved(page);
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes: 'all' });
  await type(page, 'p', '36');
  await page.waitForSelector('.notice-box');
  assert.match(await page.innerText('.notice-box'), /stored again/);
  await page.reload();
  await shows(page, '36');
});

site.test('five hundred scenarios with long names are listed and opened [S20]', async ({ page }) => {
  await type(page, 'p', '35');
  await saved(page);
  await page.evaluate(() => {
    const [key, record] = Object.entries(localStorage).find(([name]) => name.startsWith('headroom.v1.s.'));
    const table = Uint32Array.from({ length: 256 }, (_, n) => {
      let c = n;
      for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
      return c >>> 0;
    });
    const crc = (string) => {
      let c = 0xffffffff;
      for (const byte of new TextEncoder().encode(string)) c = table[(c ^ byte) & 255] ^ (c >>> 8);
      return ((c ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
    };
    const body = JSON.parse(record.split('\n')[1]);
    delete body.check;
    for (let n = 0; n < 500; n += 1) {
      const document = { ...body, name: `Ünïcode 会社 ${n}`, notes: '界'.repeat(1500) };
      const line = JSON.stringify({ ...document, check: crc(JSON.stringify(document)) });
      localStorage.setItem(`${key.replace(/[0-9a-f]{12}/, `many${n}`)}`, `headroom 1 live ${crc(`headroom 1 live${line}`)}\n${line}`);
    }
  });
  await page.reload();
  await shows(page, '35');
  const took = await page.evaluate(() => performance.now());
  await page.click('#open-scenarios');
  assert.equal(await page.locator('#stored li').count(), 501);
  // 500 times 1,500 characters of notes and as many of the rest: about a fifth of five million.
  assert.match(await page.innerText('#scenarios'), /501 scenarios; about (1\d|2\d)% of the room/);
  console.log(`# start with 501 scenarios, to the first input: under ${Math.round(took)} ms after navigation`);
  await page.click('#stored li:nth-child(40) button:text("open")');
  await page.waitForFunction(() => document.querySelector('.scene b')?.textContent.startsWith('Ünïcode'));
  await type(page, 'p', '36');
  await saved(page);
});

site.test('nonsense announced by another tab or an extension changes nothing [S24]', async ({ page }) => {
  await type(page, 'p', '35');
  await saved(page);
  await page.evaluate(() => {
    const id = Object.keys(localStorage).find((key) => key.startsWith('headroom.v1.s.'));
    for (const [key, newValue] of [[id, 'junk'], ['headroom.v1.s..0', '{}'], ['headroom.format', 'x'], [null, null], ['other', 'y']]) {
      window.dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: localStorage }));
    }
    localStorage.setItem('headroom.v1.s.zzz.0', '{"not": "a record"}');
    window.dispatchEvent(new StorageEvent('storage', { key: 'headroom.v1.s.zzz.0' }));
  });
  assert.equal(await text(page, 'p'), '35');
  await page.click('#open-scenarios');
  assert.equal(await page.locator('#stored li').count(), 1);
});

site.test('half a character pasted into a name is no trouble, long names are named [S22 S23]', async ({ page }) => {
  await page.click('#open-scenarios');
  await page.evaluate(() => {
    const field = document.querySelector('#scenario-name');
    field.value = 'Half \ud83d';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await saved(page);
  await page.evaluate(() => {
    const field = document.querySelector('#scenario-name');
    field.value = 'x'.repeat(10_000);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.waitForFunction(() => /too long/.test(document.querySelector('#scenarios .problem')?.textContent));
  await page.reload();
  await page.waitForFunction(() => document.querySelector('.scene b')?.textContent === 'Half \ufffd');
});

site.test('what Safari does after a week is told beside the list [S18]', async ({ page }) => {
  await page.click('#open-scenarios');
  assert.match(await page.innerText('#scenarios'), /Safari.*week.*yours to keep/s);
  assert.equal(await page.innerText('#last-backup'), 'No file has been saved from this browser yet.');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save-file')]);
  assert.match(download.suggestedFilename(), /\.json$/);
  await page.evaluate(() => localStorage.setItem('headroom.backup', String(Date.now() - 9.5 * 86_400_000)));
  await page.reload();
  await answered(page);
  await page.click('#open-scenarios');
  assert.equal(await page.innerText('#last-backup'), 'The last file was saved 9 days ago.');
});

test('the browser is killed after an edit, and the scenario is there again [S10]', { timeout: 120_000 }, async () => {
  await killed(4);
});

test('nothing but our own keys is ever removed from storage [S21]', () => {
  const folders = ['boot', 'src'];
  const files = folders.flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((file) => join(root, folder, file)));
  const sources = files.filter((file) => /\.(rs|js)$/.test(file));
  assert.ok(sources.length > 50);
  for (const file of sources) {
    assert.doesNotMatch(readFileSync(file, 'utf8'), /(localStorage|local_storage\(\)|storage)\??\.clear\(/, file);
  }
});
