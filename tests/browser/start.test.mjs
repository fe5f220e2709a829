// The start, and every way in which it can fail. Ids in brackets are those of the fault list.

import assert from 'node:assert/strict';
import { axe, noSidewaysScroll, openSite, screenshot } from './harness.mjs';

const site = await openSite();

const isWasm = (path) => path.endsWith('.wasm');
const isGlue = (path) => /\/app-[0-9a-f]+\.js$/.test(path);

/** Waits for the page that takes the program's place, and checks that a person can use it. */
async function rescued(page, heading, sentence) {
  await page.waitForSelector('#rescue');
  assert.equal(await page.textContent('#rescue h1'), heading);
  const text = await page.innerText('body');
  assert.match(text, sentence);
  assert.doesNotMatch(text, /Starting/, 'nothing else is left to read');
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'h1');
  assert.deepEqual(await axe(page), []);
  await page.setViewportSize({ width: 320, height: 640 });
  await noSidewaysScroll(page);
}

async function hasStarted(page) {
  await page.waitForSelector('main h1');
  await page.waitForSelector('#starting', { state: 'detached' });
  assert.equal(await page.locator('#rescue').count(), 0);
}

for (const headers of [true, false]) {
  const how = headers ? 'headers' : 'only its own meta tag';
  site.test(`starts from a sub-path under the policy of ${how} [H2 H9 H13]`, { headers }, async ({ page }) => {
    await hasStarted(page);
    assert.deepEqual(await axe(page), []);
  });
}

site.test('starts by the name of its file, with a query and a fragment [H2]', { path: 'index.html?x=1#y' },
  ({ page }) => hasStarted(page));

site.test('asks only for its own files, each once', async ({ page, requests }) => {
  await hasStarted(page);
  assert.ok(requests.every((path) => path.startsWith('/some/where/')), requests.join(' '));
  assert.equal(new Set(requests).size, requests.length, requests.join(' '));
});

site.test('wasm sent as octet-stream still starts, without a warning [H1]', {
  alter: (reply, path) => (isWasm(path) ? { ...reply, type: 'application/octet-stream' } : reply),
}, ({ page }) => hasStarted(page));

site.test('a first download that breaks off is tried once more [H7]', {
  alter: (() => {
    let broken = false;
    return (reply, path) => {
      if (!isWasm(path) || broken) return reply;
      broken = true;
      return null;
    };
  })(),
  allow: ['net::ERR_EMPTY_RESPONSE'],
}, ({ page }) => hasStarted(page));

site.test('a connection that is gone gets a readable page [H7]', {
  alter: (reply, path) => (isWasm(path) ? null : reply),
  allow: ['net::ERR_EMPTY_RESPONSE'],
}, ({ page }) => rescued(page, 'A part of Headroom did not arrive', /connection to the server broke off/));

site.test('missing wasm gets a readable page [H4]', {
  alter: (reply, path) => (isWasm(path) ? { ...reply, status: 404, type: 'text/plain', body: 'no' } : reply),
  allow: [/status of 404/, /integrity/],
}, async ({ page }) => {
  await rescued(page, 'A part of Headroom is missing', /does not have the file app-[0-9a-f]+\.wasm \(404\)/);
  await screenshot(page, 'rescue-missing-320');
});

site.test('a missing module gets a readable page [H4]', {
  alter: (reply, path) => (isGlue(path) ? { ...reply, status: 404 } : reply),
  allow: [/status of 404/, /integrity/],
}, ({ page }) => rescued(page, 'A part of Headroom is missing', /does not have the file app-[0-9a-f]+\.js \(404\)/));

site.test('damaged wasm is not run [H5]', {
  alter: (reply, path) => (isWasm(path) ? { ...reply, body: Buffer.concat([reply.body, Buffer.from([0])]) } : reply),
  allow: [/integrity/],
}, ({ page }) => rescued(page, 'A part of Headroom arrived damaged', /wasm is not the one this page was published with/));

site.test('a module changed on the way is not run [H5 H6]', {
  alter: (reply, path) => (isGlue(path) ? { ...reply, body: `${reply.body}\nwindow.injected = true;` } : reply),
  allow: [/integrity/],
}, async ({ page }) => {
  await rescued(page, 'A part of Headroom arrived damaged', /js is not the one this page was published with/);
  assert.equal(await page.evaluate(() => window.injected), undefined);
});

site.test('wasm replaced by a web page is told as such [H3]', {
  alter: (reply, path) => (isWasm(path) ? { ...reply, type: 'text/html', body: '<h1>Log in</h1>' } : reply),
  allow: [/integrity/],
}, ({ page }) => rescued(page, 'A part of Headroom is missing', /sent a web page in place of the file/));

site.test('a browser without WebAssembly gets a readable page [B2 B3]', {
  init: () => { delete window.WebAssembly; },
}, async ({ page }) => {
  await rescued(page, 'This browser cannot run Headroom', /Use a current Chrome, Edge, Firefox or Safari/);
  await screenshot(page, 'rescue-too-old-320');
});

site.test('a browser with an early WebAssembly gets a readable page [B2]', {
  init: () => { WebAssembly.validate = () => false; },
}, ({ page }) => rescued(page, 'This browser cannot run Headroom', /too old/));

site.test('a browser without modules gets a readable page [B2]', {
  init: () => { delete HTMLScriptElement.prototype.noModule; },
}, ({ page }) => rescued(page, 'This browser cannot run Headroom', /JavaScript modules/));

site.test('without JavaScript the page says what it needs [B1]', {
  context: { javaScriptEnabled: false },
}, async ({ page }) => {
  const text = await page.innerText('body');
  assert.match(text, /needs JavaScript, which is switched off here/);
  assert.doesNotMatch(text, /Starting/);
});

// The test knows both ways: with boot.js, and without it, should a browser refuse even that.
for (const [how, boot] of [['', true], [', even where no script runs from a file', false]]) {
  site.test(`opened as a file, the page says that it needs a web server${how} [B8]`, {
    start: false,
    allow: ['file:', 'ERR_FAILED'],
  }, async ({ page }) => {
    if (!boot) await page.route('**/boot-*.js', (route) => route.abort());
    await page.goto(new URL('../../dist/index.html', import.meta.url).href);
    await page.getByText(boot ? 'Headroom needs a web server' : 'it needs a web server').waitFor();
  });
}

site.test('a slow start is explained, and the text goes when the program comes [H6 H7]', {
  start: false,
}, async ({ page, url }) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route('**/*.wasm', async (route) => { await held; await route.continue(); });
  await page.clock.install();
  await page.goto(url);
  await page.clock.fastForward(10_500);
  await rescued(page, 'Headroom has not started yet', /may still come/);
  release();
  await hasStarted(page);
  assert.equal(await page.locator('main:visible h1').count(), 1);
});

for (const [how, stop] of [
  ['an uncaught trap', () => { setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }); }],
  ['a trap in a promise', () => { Promise.reject(new WebAssembly.RuntimeError('unreachable')); }],
]) {
  site.test(`${how} stops the program for good, readably [U14]`, { allow: ['unreachable'] }, async ({ page }) => {
    await hasStarted(page);
    await page.evaluate(() => {
      addEventListener('keydown', () => { window.reached = true; });
      document.querySelector('main').addEventListener('click', () => { window.reached = true; });
    });
    await page.evaluate(stop);
    await rescued(page, 'Headroom has stopped', /takes no more input/);
    await page.keyboard.press('Escape');
    await page.evaluate(() => document.querySelector('main:not(#rescue)').click());
    assert.equal(await page.evaluate(() => window.reached), undefined, 'no input reaches the program');
    await page.getByRole('button', { name: 'Reload' }).focus();
    await page.keyboard.press('Enter');
    await hasStarted(page);
  });
}

site.test('an error of an extension does not stop the program', { allow: ['not ours'] }, async ({ page }) => {
  await hasStarted(page);
  await page.evaluate(() => { setTimeout(() => { throw new Error('not ours'); }); });
  await page.waitForFunction(() => new Promise((resolve) => { setTimeout(() => resolve(true), 0); }));
  await hasStarted(page);
});
