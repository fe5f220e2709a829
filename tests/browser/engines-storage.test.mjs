// Storage, links and stops in three browser engines. Ids in brackets are those of the fault list.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answered, inEveryEngine, startEngine, present } from './engines.mjs';
import { FAULTS, serve, root } from './harness.mjs';
import { join } from 'node:path';

const field = (key) => `[data-key="${key}"] input[type="text"]`;
const value = (page, key) => page.run((selector) => document.querySelector(selector).value, field(key));
const shows = (page, key, text) => page.waitFor((selector, text) => document.querySelector(selector)?.value === text, field(key), text);
const saved = (page) => page.waitFor(() => document.querySelector('#saving')?.textContent.startsWith('saved'));
const there = (page, selector) => page.waitFor((selector) => document.querySelector(selector) !== null, selector);
const says = (page, selector) => page.run((selector) => document.querySelector(selector).innerText, selector);

/** The records of scenarios. Runs in the page. */
const records = () => Object.entries(localStorage).filter(([key]) => key.startsWith('headroom.v1.s.')).sort();

/** The next file that the page offers. Runs in the page. */
function catchFile() {
  window.offered = new Promise((resolve) => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      resolve(blob.text());
      return createObjectURL.call(URL, blob);
    };
  });
  HTMLAnchorElement.prototype.click = () => {};
}

/** Takes all room that is left. Runs in the page. */
function fill() {
  for (let size = 1 << 20; size >= 1; size >>= 1) {
    try {
      for (let n = 0; ; n += 1) localStorage.setItem(`filler.${size}.${n}`, 'x'.repeat(size));
    } catch { /* that much does not fit any more */ }
  }
}

/** Stores many scenarios with long names and notes, as the program would. Runs in the page. */
function storeMany(many) {
  const table = Uint32Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  const crc = (text) => {
    let c = 0xffffffff;
    for (const byte of new TextEncoder().encode(text)) c = table[(c ^ byte) & 255] ^ (c >>> 8);
    return ((c ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
  };
  const [, record] = Object.entries(localStorage).find(([key]) => key.startsWith('headroom.v1.s.'));
  const { check, ...body } = JSON.parse(record.split('\n')[1]);
  for (let n = 0; n < many; n += 1) {
    const document = { ...body, name: `Ünïcode 会社 ${n}`, notes: '界'.repeat(1500) };
    const line = JSON.stringify({ ...document, check: crc(JSON.stringify(document)) });
    localStorage.setItem(`headroom.v1.s.many${n}.0`, `headroom 1 live ${crc(`headroom 1 live${line}`)}\n${line}`);
  }
}

inEveryEngine({}, (site) => {
  site.test('a full storage is said, the file is offered, what was stored stays [S1]', {}, async ({ page }) => {
    await page.type(field('p'), '35');
    await saved(page);
    const before = await page.run(records);
    await page.run(fill);
    await page.click('#open-scenarios');
    await page.run(() => {
      const notes = document.querySelector('#scenario-notes');
      notes.value = 'x'.repeat(4000);
      notes.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await there(page, '#not-saved');
    assert.match(await says(page, '#not-saved'), /full/);
    assert.deepEqual(await page.run(records), before);
    await page.run(() => document.querySelector('#scenarios').close());
    await page.run(catchFile);
    await page.click('#not-saved button');
    assert.equal(JSON.parse(await page.run(() => window.offered)).notes.length, 4000);
  });

  site.test('a tab left straight after a keystroke loses nothing [S11]', {}, async ({ page, url }) => {
    await page.type(field('p'), '35');
    await page.go('about:blank');
    await page.go(url);
    await shows(page, 'p', '35');
  });

  site.test('five hundred scenarios with long names are there [S20]', {}, async ({ page, url }) => {
    await page.type(field('p'), '35');
    await saved(page);
    await page.run(storeMany, 500);
    await page.go('about:blank');
    await page.go(url);
    await shows(page, 'p', '35');
    await page.click('#open-scenarios');
    await page.waitFor(() => document.querySelectorAll('#stored li').length === 501);
  });

  site.test('very long fragments are refused, and the page stays usable [L8]', {}, async ({ page }) => {
    await there(page, field('p'));
    for (const length of [100_000, 1_000_000, 10_000_000]) {
      const taken = await page.run((length) => {
        try {
          location.hash = `#s=${'A'.repeat(length)}`;
          return true;
        } catch (error) {
          return error.name;
        }
      }, length);
      // Firefox refuses the longest by itself.
      if (taken !== true) {
        assert.equal(site.engine, 'firefox');
        continue;
      }
      await there(page, '.notice-box');
      assert.match(await says(page, '.notice-box'), /far larger/);
      await page.click('.notice-box .dismiss');
      await page.waitFor(() => document.querySelector('.notice-box') === null);
    }
    await page.type(field('p'), '35');
    await saved(page);
  });
});

/** What engines say when the program falls. */
const FALLS = [/a fault on purpose/, /RuntimeError|RangeError|InternalError/, /memory allocation of/, /Headroom has stopped/];

inEveryEngine({ dist: FAULTS }, (site) => {
  for (const kind of ['panic', 'stack', 'memory']) {
    site.test(`a fault (${kind}) leaves a page with the data, the last edit among them [U14]`, {
      path: `?fault=${kind}`, allow: FALLS,
    }, async ({ page }) => {
      await page.type(field('p'), '35');
      await saved(page);
      await page.run(() => { setTimeout(() => dispatchEvent(new Event('headroom-fault-on-purpose'))); });
      await there(page, '#rescue');
      await page.run(catchFile);
      await page.run(() => [...document.querySelectorAll('#rescue button')].find((button) => /Download/.test(button.textContent)).click());
      const file = JSON.parse(await page.run(() => window.offered));
      for (const place of [file.localStorage, file.indexedDB]) {
        const texts = Object.entries(place.records).filter(([key]) => key.startsWith('headroom.v1.s.'));
        assert.ok(texts.some(([, text]) => text.includes('"value":0.35')), JSON.stringify(place));
      }
    });
  }

  site.test('a program that fails at every start, because of what is stored, starts without it [U15]', {
    allow: FALLS,
  }, async ({ page, url }) => {
    await page.type(field('p'), '35');
    await saved(page);
    const before = await page.run(records);
    await page.run(() => localStorage.setItem('headroom.fault', 'start'));
    await page.go('about:blank');
    await page.go(url);
    await there(page, '#rescue');
    await page.go('about:blank');
    await page.go(url);
    await answered(page);
    assert.equal(await page.run(() => window.headroomSafeMode), true);
    assert.equal(await value(page, 'p'), '50', 'nothing stored was opened');
    assert.deepEqual(await page.run(records), before);
  });
});

// A browser that is started again on the same profile. WebKitGTK's driver keeps no profile.
for (const engine of present.filter((name) => name !== 'webkit')) {
  test(`${engine}: a scenario is there after the browser was ended and started again [S11]`, { timeout: 120_000 }, async () => {
    const server = await serve(join(root, 'dist'), {});
    const page = await startEngine(engine);
    try {
      page.origin = server.origin;
      await page.go(server.url);
      await page.type(field('p'), '35');
      await saved(page);
      await page.restart();
      await page.go(server.url);
      await shows(page, 'p', '35');
    } finally {
      await page.close();
      await server.close();
    }
  });
}
