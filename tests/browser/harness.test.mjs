// The harness itself: what it must not let pass, and that the policy stops what it should.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noSidewaysScroll, openSite, pdfText } from './harness.mjs';

const site = await openSite();

/** Visits the site, does something to the page, and expects the report. */
function reported(name, report, act, options = {}) {
  test(name, { timeout: 60_000 }, async () => {
    const visit = site.visit(options, async ({ page }) => {
      await page.waitForSelector('#starting', { state: 'detached' });
      await page.evaluate(act);
    });
    await assert.rejects(visit, report);
  });
}

reported('a console message fails a test', /console log: hello/, () => console.log('hello'));

reported('an uncaught error fails a test', /uncaught: Error: oh/, () => {
  setTimeout(() => { throw new Error('oh'); });
});

reported('an unhandled rejection fails a test', /unhandled rejection: Error: oh/, () => {
  Promise.reject(new Error('oh'));
});

for (const headers of [true, false]) {
  const how = headers ? 'headers' : 'its own meta tag';
  reported(`the policy of ${how} stops a request to another host`, /policy violation: connect-src/, async () => {
    await fetch('http://127.0.0.1:9/').catch(() => {});
  }, { headers });

  reported(`the policy of ${how} stops an inline handler`, /policy violation: script-src-attr/, () => {
    const image = document.createElement('img');
    image.setAttribute('onerror', 'window.injected = true');
    image.src = 'data:,';
    document.body.append(image);
  }, { headers });

  reported(`the policy of ${how} stops an inline script`, /policy violation: script-src-elem/, () => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
  }, { headers });

  reported(`the policy of ${how} stops a style attribute`, /policy violation: style-src-attr/, () => {
    document.body.setAttribute('style', 'color: red');
  }, { headers });

  reported(`the policy of ${how} stops a worker made of a text`, /policy violation: worker-src/, () => {
    try { new Worker(URL.createObjectURL(new Blob(['1']))); } catch { /* reported as a violation */ }
  }, { headers });
}

site.test('axe finds a picture without a text', async ({ page, axe }) => {
  await page.waitForSelector('#starting', { state: 'detached' });
  await page.evaluate(() => document.body.append(document.createElement('img')));
  assert.match((await axe()).join('\n'), /image-alt/);
});

site.test('sideways scroll is found and named', async ({ page }) => {
  await page.waitForSelector('main h1');
  await page.evaluate(() => { document.querySelector('main h1').style.width = '3000px'; });
  await assert.rejects(() => noSidewaysScroll(page), /h1/);
});

site.test('a printed page can be read', async ({ page }) => {
  await page.waitForSelector('#starting', { state: 'detached' });
  assert.match(await pdfText(page), /Headroom/);
});
