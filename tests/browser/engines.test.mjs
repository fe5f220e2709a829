// The site in three browser engines: it starts, answers, and gives the same figures in each as on the
// command line. Ids in brackets are those of the fault list.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { agree, buildProgram, months, SCENARIOS, shownFigures, simulated } from './commandline.mjs';
import { answered, inEveryEngine, present } from './engines.mjs';
import { TEST_LIMIT } from './harness.mjs';

/** The scenarios compared, to which the command line's figures are added. */
const COMPARED = SCENARIOS.filter(({ everywhere }) => everywhere);

before(() => {
  buildProgram();
  for (const scenario of COMPARED) {
    Object.assign(scenario, { report: simulated(scenario.file), table: months(scenario.file) });
  }
});

const field = (key) => `[data-key="${key}"] input[type="text"]`;
const value = (page, key) => page.run((selector) => document.querySelector(selector).value, field(key));
const headline = (page) => page.run(() => document.querySelector('#verdict').textContent);

/** Waits until the headline has a word, which it has not at the start. */
const says = (page, word) => page.waitFor((word) => document.querySelector('#verdict').textContent.includes(word), word);

/** Waits for the answer and types a number that changes it. */
async function startsAndAnswers(page) {
  await answered(page);
  assert.equal(await headline(page), 'Build the scalable version now.');
  assert.equal(await page.run(() => document.querySelectorAll('#starting, #rescue').length), 0);
  await page.type(field('p'), '8');
  await says(page, 'nothing');
  await answered(page);
}

/** What each engine shows of the scenarios compared. */
const figures = new Map();

/** What a page has for storage. Runs in the page. */
const storage = () => {
  try {
    return String(localStorage);
  } catch (error) {
    return error.name;
  }
};

/** The file that the page offers: what it would have saved. */
function downloaded(page) {
  return page.run(async () => {
    const offered = [];
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      offered.push(blob);
      return createObjectURL.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = () => {};
    [...document.querySelectorAll('button')].find((button) => /Download all plans/.test(button.textContent)).click();
    return offered[0].text();
  });
}

/** A table of months without the columns on the futures, and without the plan that depends on them. */
function withoutOrigin(table) {
  const rows = table.trim().split('\r\n').filter((row) => !row.startsWith('MVP_watch,'));
  assert.equal(rows.length, 1 + 4 * 36);
  return rows.map((row) => row.split(',').slice(0, -5).join());
}

/** A small page of the test's own. */
const emptyPage = (reply, body) => ({
  ...reply,
  status: 200,
  type: 'text/html; charset=utf-8',
  body: `<!doctype html><title>A test</title><link rel="icon" href="data:,">${body}`,
});

const FRAME = '<iframe sandbox="allow-scripts" src="./index.html" width="1400" height="800"></iframe>';

/** What a page must not do unnoticed. */
const REPORTED = [
  ['a console message', /console (warn|warning): hello/, () => console.warn('hello')],
  ['an uncaught error', /uncaught: .*Error: oh/, () => new Promise((resolve) => {
    setTimeout(() => { throw new Error('oh'); });
    setTimeout(resolve);
  })],
  ['an unhandled rejection', /(unhandled rejection|uncaught): .*Error: oh/, () => {
    Promise.reject(new Error('oh'));
  }],
  ['a breach of the policy', /policy violation: connect-src/, () => new Promise((resolve) => {
    addEventListener('securitypolicyviolation', () => setTimeout(resolve));
    fetch('http://127.0.0.1:9/').catch(() => {});
  })],
  ['a request to another host', /foreign request: http:\/\/headroom\.invalid\//, (
    () => fetch('http://headroom.invalid/').catch(() => {})
  ), { headers: false }],
];

inEveryEngine({}, (site) => {
  site.test('starts under the policy of headers; its worker answers from 512 futures, then from 4,096 [U17]', {}, async ({ page, requests }) => {
    await answered(page);
    assert.equal(requests.filter((path) => /\/worker-[0-9a-f]+\.js$/.test(path)).length, 1, requests.join(' '));
    await page.run(() => {
      const answer = document.querySelector('#answer');
      window.steps = [];
      new MutationObserver(() => window.steps.push(answer.dataset.futures))
        .observe(answer, { attributeFilter: ['data-futures'] });
    });
    await page.type(field('a'), '60');
    await page.waitFor(() => window.steps.slice(-2).join() === '512,4096');
    assert.equal(await page.run(() => document.querySelectorAll('#in-page, #nowhere').length), 0, 'the worker computes');
  });

  site.test('starts under the policy of only its own meta tag; typing is answered or asked about [U17 T1]', {
    headers: false,
  }, async ({ page }) => {
    await startsAndAnswers(page);
    await page.click('.drawer summary');
    await page.type(field('L1'), '1,5');
    const buttons = '[data-key="L1"] .choices button';
    await page.waitFor((buttons) => document.querySelectorAll(buttons).length === 2, buttons);
    assert.equal(await value(page, 'L1'), '1,5');
    await page.click(buttons);
    await page.waitFor((buttons) => document.querySelector(buttons) === null, buttons);
    assert.equal(await value(page, 'L1'), '1.5');
    await page.type(field('C0'), '150 000 €');
    assert.equal(await value(page, 'C0'), '150 000 €');
  });

  site.test('shows the figures of the command line, and offers them as a file [N9 N11]', {}, async ({ page }) => {
    await page.click('.drawer summary');
    for (const { example, typed, report, table } of COMPARED) {
      await page.choose('#start-from', example);
      for (const [key, text] of Object.entries(typed)) await page.type(field(key), text);
      await answered(page);
      const shown = await page.run(shownFigures);
      agree(shown, report);
      const file = await downloaded(page);
      assert.deepEqual(withoutOrigin(file), withoutOrigin(table));
      const [futures, seed, error] = file.split('\r\n')[1].split(',').slice(-4);
      assert.deepEqual([futures, seed, Number(error)], ['4096', '1', report.verdict.se]);
      figures.set(`${site.engine}: ${example}`, { ...shown, file });
    }
  });

  site.test('300 moves of a slider leave the address alone and raise nothing [L18]', {}, async ({ page }) => {
    await answered(page);
    const place = () => page.run(() => [location.href, history.length]);
    const before = await place();
    const seen = await page.run(async (slider, field) => {
      const [input, text] = [slider, field].map((selector) => document.querySelector(selector));
      for (const name of ['pushState', 'replaceState']) {
        history[name] = () => { throw new Error(`the program called ${name}`); };
      }
      const seen = new Set();
      for (let move = 1; move <= 300; move += 1) {
        input.value = (input.max * (move * 37 % 101)) / 101;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        // Several moves of a quick hand come in one frame.
        if (move % 10 === 0) await new Promise((resolve) => { setTimeout(resolve, 0); });
        seen.add(text.value);
      }
      return seen.size;
    }, '[data-key="a"] input[type="range"]', field('a'));
    assert.ok(seen > 20, `${seen} values of the field`);
    await answered(page);
    assert.deepEqual(await place(), before);
  });

  const [malformed, ...others] = ['#s=%E0%A4%A', '#%', '#s=%FF%00', '#/%C0%80'];
  site.test('starts from a malformed address, and takes others later [L6]', { path: malformed }, async ({ page }) => {
    await startsAndAnswers(page);
    for (const fragment of others) {
      await page.run((fragment) => { location.hash = fragment; }, fragment);
      // A link's is taken out of the address and named; any other is left there with a note.
      const isLink = fragment.startsWith('#s=');
      await page.waitFor((fragment, isLink) => (isLink
        ? document.querySelectorAll('.notice-box').length === 2 && !location.hash.startsWith('#s=')
        : location.hash === fragment && document.querySelector('.notice') !== null), fragment, isLink);
    }
    assert.match(await headline(page), /nothing/);
  });

  // The host sends no headers of ours, yet lets pages of another origin read its files.
  site.test('starts and answers inside a sandboxed frame, which has no storage and no worker [S6]', {
    headers: false,
    path: 'parent.html',
    allow: [/Security Error: Content at moz-nullprincipal\S+ may not load data from \S+\/worker-/],
    alter: (reply, path) => (path === '/parent.html' ? emptyPage(reply, FRAME) : {
      ...reply, headers: { 'Access-Control-Allow-Origin': '*' },
    }),
  }, async ({ page }) => {
    await page.enter('iframe');
    assert.equal(await page.run(storage), 'SecurityError');
    if (site.engine === 'webkit') {
      // There the policy's 'self' means nothing inside such a frame: no file of the site is let in.
      await page.waitFor(() => /open it in a tab of its own/.test(document.body.innerText));
    } else {
      await startsAndAnswers(page);
    }
  });

  for (const [what, report, act, options] of REPORTED) {
    test(`${what} fails a test`, TEST_LIMIT, () => assert.rejects(site.visit({
      ...options,
      path: 'empty.html',
      alter: (reply, path) => (path === '/empty.html' ? emptyPage(reply, '') : reply),
    }, ({ page }) => page.run(act)), report));
  }
});

test('figures and files are the same in every engine, to the last digit [N9 N11]', () => {
  for (const { example } of COMPARED) {
    const [first, ...others] = present.map((engine) => figures.get(`${engine}: ${example}`));
    assert.ok(first, `${example} was shown`);
    for (const other of others) assert.deepEqual(other, first);
  }
});

// What a person can switch off, and what that does to storage.
for (const [how, prefs, found] of [
  ['there is no storage [S4]', { 'dom.storage.enabled': false }, 'null'],
  ['all storage is refused [S5]', { 'network.cookie.cookieBehavior': 2 }, 'SecurityError'],
]) {
  inEveryEngine({ only: ['firefox'], prefs }, (site) => {
    site.test(`starts and answers where ${how}`, {}, async ({ page }) => {
      assert.equal(await page.run(storage), found);
      await startsAndAnswers(page);
      await page.waitFor(() => /Not saved: |one of two places/.test(document.querySelector('#not-saved')?.innerText));
    });
  });
}
