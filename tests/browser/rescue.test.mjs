// What a person has left when the program stops: their data, a new start, and a start without what is
// stored. The site's program fails on purpose (src/faults.rs). Ids in brackets are those of the fault list.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answered, axe, FAULTS, noSidewaysScroll, openSite, screenshot } from './harness.mjs';

const site = await openSite({ dist: FAULTS });

const FAULT_KINDS = {
  panic: /a fault on purpose.*src\/faults\.rs|src\/faults\.rs.*a fault on purpose/,
  stack: /RuntimeError|RangeError/,
  memory: /RuntimeError|memory/,
};

/** What the browser reports when the program falls: once, and nothing more after it. */
const FALLS = [/a fault on purpose/, /^uncaught: (RuntimeError|RangeError): /, /memory allocation of \d+ bytes failed/];

/** A text that is none: half of a pair. */
const HALF = '\ud800 half a pair';

// These functions run in the page.

/** Stores records of a later version, which this one leaves alone, and some that only a fault would leave. */
async function store(half) {
  localStorage.setItem('headroom.v9.s.abc.0', 'a header\n{"kept":"in localStorage"}');
  localStorage.setItem('headroom.v9.half', half);
  localStorage.setItem('another program’s', 'not ours');
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('headroom');
    opening.onupgradeneeded = () => opening.result.createObjectStore('records');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  await new Promise((resolve, reject) => {
    const change = database.transaction('records', 'readwrite');
    const records = change.objectStore('records');
    records.put('a header\n{"kept":"in the database"}', 'headroom.v9.s.abc.1');
    records.put(half, '__proto__');
    records.put({ no: ['text'] }, 7);
    records.put(7n, 'a big number');
    change.oncomplete = resolve;
    change.onabort = () => reject(change.error);
  });
  database.close();
}

/** What is stored under the program's keys. */
const stored = () => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('headroom.')));

const fall = () => dispatchEvent(new Event('headroom-fault-on-purpose'));

/** Counts the calls into the program, and what its worker says to it. */
function countCalls() {
  window.calls = 0;
  window.messages = 0;
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...how) => {
    const { instance, module } = await instantiate.apply(WebAssembly, how);
    const counted = ([name, inner]) => [name, typeof inner !== 'function' ? inner : (...values) => {
      window.calls += 1;
      return inner(...values);
    }];
    return { module, instance: { exports: Object.fromEntries(Object.entries(instance.exports).map(counted)) } };
  };
  window.Worker = class extends Worker {
    constructor(...how) {
      super(...how);
      this.addEventListener('message', () => { window.messages += 1; });
    }
  };
}

/** Everything a person or a browser can do to a page. */
function touchEverything() {
  const field = document.querySelector('input[type="text"]');
  const events = ['input', 'change', 'focus', 'blur', 'click', 'keydown', 'pointerdown', 'pointermove'];
  events.forEach((name) => field.dispatchEvent(new Event(name, { bubbles: true })));
  ['resize', 'hashchange', 'popstate', 'storage', 'pagehide', 'beforeunload'].forEach((name) => dispatchEvent(new Event(name)));
  document.dispatchEvent(new Event('visibilitychange'));
}

const button = (page, name) => page.getByRole('button', { name });

/** Waits for the page that takes the program's place, and checks that a person can use it. */
async function rescued(page, heading, sentence) {
  await page.waitForSelector('#rescue');
  assert.equal(await page.textContent('#rescue h1'), heading);
  assert.match(await page.innerText('#rescue'), sentence);
  assert.equal(await page.locator('body > :visible').count(), 1, 'nothing else is left to read');
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'h1');
}

/** The file that "Download my data" saves. */
async function savedData(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Download my data').click()]);
  assert.match(download.suggestedFilename(), /^headroom-data-\d{4}-\d\d-\d\d\.json$/);
  return JSON.parse(readFileSync(await download.path(), 'utf8'));
}

/** Waits until the program has said that it is well, which it does after its first answer. */
async function isWell(page) {
  await answered(page);
  await page.waitForFunction(() => ['failures', 'safe'].every((key) => sessionStorage.getItem(`headroom.${key}`) === null));
  assert.equal(await page.locator('#rescue').count(), 0);
}

/** Checks that what the program did not store itself is still there, whatever it has added. */
async function isKept(page, before) {
  const foreign = (records) => Object.entries(records).filter(([key]) => /^headroom\.(v9|fault)/.test(key)).sort();
  assert.ok(foreign(before).length > 0);
  assert.deepEqual(foreign(await page.evaluate(stored)), foreign(before));
}

const safeMode = (page) => page.evaluate(() => window.headroomSafeMode);

for (const [kind, detail] of Object.entries(FAULT_KINDS)) {
  site.test(`a fault in a handler (${kind}): what happened, the data as stored, and a new start [U14]`, {
    path: `?fault=${kind}`,
    allow: FALLS,
  }, async ({ page }) => {
    await isWell(page);
    assert.equal(await safeMode(page), false);
    await page.evaluate(store, HALF);
    await page.fill('#in-C0', '181717');
    await page.evaluate(fall);
    await rescued(page, 'Headroom has stopped', /takes no more input/);
    const before = await page.evaluate(stored);
    assert.match((await page.innerText('#rescue .detail')).replaceAll('\n', ' '), detail);
    assert.deepEqual(await axe(page), []);

    const { localStorage, indexedDB, build, stopped } = await savedData(page);
    assert.deepEqual(localStorage, { records: before, failure: null });
    assert.equal(localStorage.records['headroom.v9.half'], HALF);
    const scenarios = Object.keys(before).filter((key) => key.startsWith('headroom.v1.s.'));
    assert.ok(scenarios.some((key) => before[key].includes('181717')), 'the last thing typed is there');
    assert.equal(indexedDB.failure, null);
    assert.equal(indexedDB.records['headroom.v9.s.abc.1'], 'a header\n{"kept":"in the database"}');
    assert.equal(Object.getOwnPropertyDescriptor(indexedDB.records, '__proto__').value, HALF);
    assert.equal(indexedDB.records['7'], '{"no":["text"]}');
    assert.equal(indexedDB.records['a big number'], '7');
    assert.match(build, /^\d+\.\d+\.\d+\+/);
    assert.match(stopped.replaceAll('\n', ' '), detail);

    await page.waitForFunction(() => /Records in the file: \d+\./.test(document.querySelector('#rescue [role="status"]')?.textContent));
    assert.deepEqual(await axe(page), []);
    await page.setViewportSize({ width: 320, height: 640 });
    await noSidewaysScroll(page);
    await screenshot(page, `rescue-${kind}-320`);

    await button(page, 'Reload').click();
    await isWell(page);
    assert.equal(await safeMode(page), false);
    await isKept(page, before);
  });
}

for (const kind of ['panic', 'stack']) {
  site.test(`once stopped (${kind}), nothing reaches the program, neither input nor its worker [U14]`, {
    path: `?fault=${kind}`,
    allow: FALLS,
    init: countCalls,
  }, async ({ page }) => {
    await isWell(page);
    // The worker is at work when the program falls.
    const messages = await page.evaluate(() => {
      const field = document.querySelector('[data-key="a"] input[type="text"]');
      field.value = '60';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return new Promise((resolve) => {
        requestAnimationFrame(() => {
          const { messages } = window;
          dispatchEvent(new Event('headroom-fault-on-purpose'));
          resolve(messages);
        });
      });
    });
    const calls = await page.evaluate(() => window.calls);
    assert.ok(calls > 0);
    await rescued(page, 'Headroom has stopped', /takes no more input/);
    await page.keyboard.press('Escape');
    await page.keyboard.type('8');
    await page.evaluate(touchEverything);
    await page.waitForFunction((messages) => window.messages > messages, messages);
    assert.equal(await page.evaluate(() => window.calls), calls, 'no call into the program');
  });
}

site.test('a stop needs no network: the data can still be saved [U14]', { path: '?fault=panic', allow: FALLS }, async ({ page, context }) => {
  await isWell(page);
  await page.evaluate(store, HALF);
  await context.setOffline(true);
  await page.evaluate(fall);
  await rescued(page, 'Headroom has stopped', /stays as it is/);
  const { localStorage } = await savedData(page);
  assert.equal(localStorage.records['headroom.v9.half'], HALF);
});

const SEEDS = {
  start: () => localStorage.setItem('headroom.fault', 'start'),
  load: () => localStorage.setItem('headroom.fault', 'load'),
};

for (const [when, seed] of Object.entries(SEEDS)) {
  const heading = 'Headroom could not start';

  site.test(`stored data that stops every start (${when}): the second time it is left alone, and kept [U15]`, {
    init: seed,
    allow: FALLS,
  }, async ({ page, requests }) => {
    await rescued(page, heading, /stays as it is/);
    const before = await page.evaluate(stored);
    assert.deepEqual(await axe(page), []);
    await button(page, 'Reload').click();
    await isWell(page);
    assert.equal(await safeMode(page), true);
    await isKept(page, before);
    assert.equal(requests.filter((path) => path.endsWith('/')).length, 3, 'opened, reloaded, and once more by itself');
  });

  site.test(`a start without what is stored, at a click (${when}) [U14]`, { init: seed, allow: FALLS }, async ({ page }) => {
    await rescued(page, heading, /stays as it is/);
    await button(page, 'Start without my scenarios').click();
    await isWell(page);
    assert.equal(await safeMode(page), true);
    assert.equal((await page.evaluate(stored))['headroom.fault'], when);
    // It holds for one start.
    await page.reload();
    await rescued(page, heading, /stays as it is/);
  });
}

site.test('a stop before the program ever stored anything leaves no database behind [U14]', {
  init: () => localStorage.setItem('headroom.fault', 'start'),
  allow: FALLS,
}, async ({ page }) => {
  await rescued(page, 'Headroom could not start', /stays as it is/);
  const { localStorage, indexedDB } = await savedData(page);
  assert.deepEqual(localStorage, { records: { 'headroom.fault': 'start' }, failure: null });
  assert.deepEqual(indexedDB, { records: {}, failure: null });
  assert.deepEqual(await page.evaluate(async () => (await window.indexedDB.databases()).map(({ name }) => name)), []);
});

site.test('a program that fails without what is stored too is not started again and again [U15]', {
  init: () => {
    const instantiate = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...how) => {
      const { instance, module } = await instantiate.apply(WebAssembly, how);
      const start = () => { throw new WebAssembly.RuntimeError('always'); };
      return { module, instance: { exports: { ...instance.exports, __wbindgen_start: start } } };
    };
  },
}, async ({ page, requests }) => {
  await rescued(page, 'Headroom could not start', /Reload the page/);
  await button(page, 'Reload').click();
  await page.waitForFunction(() => window.headroomSafeMode);
  await rescued(page, 'Headroom could not start', /although it left your scenarios alone/);
  assert.equal(requests.filter((path) => path.endsWith('/')).length, 3);
});

/** The ways in which storage fails, and what is then said of each store in the file. */
const WITHOUT_STORAGE = {
  'every touch of storage throws': {
    init: () => {
      const refuse = () => { throw new DOMException('access is denied', 'SecurityError'); };
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { get: refuse });
    },
    localStorage: /SecurityError/,
    indexedDB: /SecurityError/,
  },
  'there is no storage': {
    init: () => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { value: null });
    },
    localStorage: /TypeError/,
    indexedDB: /TypeError/,
  },
  'a stored value cannot be read': {
    init: () => {
      Object.defineProperty(Storage.prototype, 'getItem', { value: () => { throw new DOMException('no', 'InvalidStateError'); } });
    },
    localStorage: /InvalidStateError/,
    indexedDB: null,
  },
  'the database cannot be opened': {
    init: () => {
      IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };
    },
    localStorage: null,
    indexedDB: /SecurityError/,
  },
  'the database has another form': {
    init: () => {
      window.ready = new Promise((resolve) => {
        const opening = indexedDB.open('headroom', 99);
        opening.onupgradeneeded = () => [...opening.result.objectStoreNames].forEach((name) => opening.result.deleteObjectStore(name));
        opening.onsuccess = () => { opening.result.close(); resolve(); };
      });
    },
    localStorage: null,
    indexedDB: /NotFoundError/,
  },
  'the database says nothing': {
    init: () => { IDBFactory.prototype.open = () => ({}); },
    localStorage: null,
    indexedDB: /no answer/,
  },
};

for (const [how, { init, ...failures }] of Object.entries(WITHOUT_STORAGE)) {
  site.test(`${how}: the rescue works, and the file says what could not be read [U14]`, {
    path: '?fault=panic',
    allow: FALLS,
    init,
  }, async ({ page }) => {
    await answered(page);
    await page.evaluate(() => {
      try {
        localStorage.setItem('headroom.v9.s.abc.0', 'kept');
      } catch { /* this browser keeps nothing */ }
      return window.ready;
    });
    await page.evaluate(fall);
    await rescued(page, 'Headroom has stopped', /takes no more input/);
    const { localStorage, indexedDB } = await savedData(page);
    for (const [store, failure] of [[localStorage, failures.localStorage], [indexedDB, failures.indexedDB]]) {
      if (failure) assert.match(store.failure, failure);
      else assert.equal(store.failure, null);
    }
    if (!failures.localStorage) assert.equal(localStorage.records['headroom.v9.s.abc.0'], 'kept');
    assert.match(await page.innerText('#rescue [role="status"]'), /could not be read/);
    await button(page, 'Start without my scenarios').click();
    await answered(page);
  });
}
