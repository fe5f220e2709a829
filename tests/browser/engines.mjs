// The built site in three browser engines, each driven through the same few methods. Chromium must
// be there; where another engine is not, its tests are skipped and say why.
//
//   import { answered, inEveryEngine } from './engines.mjs';
//   inEveryEngine({}, (site) => {
//     site.test('shows the verdict', {}, async ({ page }) => {
//       await answered(page);
//     });
//   });
//
// A page has, in every engine:
// - `go(url)`
// - `run(script, ...values)`: what a function or an expression gives in the page; may be a promise
// - `click(selector)`, `type(selector, text)`, `choose(selector, value)`; typing replaces what is there
// - `waitFor(script, ...values)`: waits until `run` gives something true, and returns it
// - `enter(selector)`: what follows is done in this frame, until the next `go`
// - `restart({ keep })`: ends the browser and starts it again, by default with what it has stored
// - `keeps`: whether the engine can keep what it has stored over a restart
// - `engine`: its name

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, browserPath, onPath, refuse, root, serve, TEST_LIMIT } from './harness.mjs';
import { WebKit, webkitIsMissing } from './webkit.mjs';

const SITE = join(root, 'dist');
const SIZE = { width: 1440, height: 900 };

/** How long a condition in a page may take; generous, as machines that run tests are busy. */
const PATIENCE = 30_000;

/** What Firefox would ask its makers for by itself. */
const QUIET_FIREFOX = {
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'app.update.enabled': false,
  'app.normandy.enabled': false,
};

/** The three engines: how to start one, and why it cannot be started here. */
const ENGINES = {
  chromium: { start: (options) => Chromium.start(options), isMissing: () => false },
  firefox: { start: (options) => Firefox.start(options), isMissing: firefoxIsMissing },
  webkit: { start: (options) => WebKitPage.start(options), isMissing: webkitIsMissing },
};

/** The engines that are here. */
export const present = Object.keys(ENGINES).filter((name) => !ENGINES[name].isMissing());

/**
 * Declares tests that run in each engine, in one browser per engine. Options:
 * - `only`: the names of the engines meant
 * - `prefs`: Firefox's preferences
 * - `dist`: the built site's folder
 * @param {object} options
 * @param {(site: { engine: string, test: Function }) => void} declare Declares the tests. A test gets
 *   `page` and `url`; its options are `headers`, `alter`, `allow`, `path` and `start` of the harness.
 */
export function inEveryEngine({ only = Object.keys(ENGINES), prefs, dist = SITE }, declare) {
  for (const engine of only) {
    const reason = ENGINES[engine].isMissing();
    if (reason) {
      test(`${engine}: all its tests`, { skip: reason }, () => {});
      continue;
    }
    describe(engine, () => {
      let page;
      before(async () => { page = await startEngine(engine, { prefs }); }, TEST_LIMIT);
      after(() => page?.close());
      declare({
        engine,
        test: (name, chosen, body) => test(name, TEST_LIMIT, () => visit(page, dist, chosen, body)),
        visit: (chosen, body) => visit(page, dist, chosen, body),
      });
    });
  }
}

/**
 * Starts an engine outside a test; `close()` ends it. Options:
 * - `prefs`: Firefox's preferences
 * - `profile`: a folder for what the browser stores, which stays; without it there is one that goes
 */
export async function startEngine(engine, options = {}) {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), `headroom-${engine}-`));
  const forget = () => { if (!options.profile) remove(profile); };
  try {
    const page = await ENGINES[engine].start({ ...options, profile });
    // Heard after the browser's library, which ends the browser first.
    process.once('exit', forget);
    page.whenClosed = () => {
      process.off('exit', forget);
      forget();
    };
    return page;
  } catch (error) {
    forget();
    throw error;
  }
}

function remove(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}

/** Opens a site of its own, which is fresh storage too, and checks that nothing unexpected happened. */
async function visit(page, dist, options, body) {
  const server = await serve(dist, { headers: options.headers, alter: page.alter(options.alter) });
  page.origin = server.origin;
  page.reports.length = 0;
  try {
    const url = server.url + (options.path ?? '');
    if (options.start !== false) await page.go(url);
    await body({ page, url, requests: server.requests, reports: page.reports });
    await page.settle();
  } finally {
    await page.go('about:blank').finally(server.close);
  }
  refuse(page.reports, options.allow);
}

/** Waits until the answer shown is that of what is typed, over so many simulated futures. */
export function answered(page, futures = 4096) {
  return page.waitFor((futures) => (
    document.querySelector(`#answer[data-futures="${futures}"][aria-busy="false"]`) !== null
  ), futures);
}

/** Reports from inside a page what engines do not tell from outside. Runs in the page. */
function watch(report, withConsole) {
  addEventListener('securitypolicyviolation', (event) => {
    report(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
  });
  addEventListener('unhandledrejection', (event) => report(`unhandled rejection: ${event.reason}`));
  if (!withConsole) return;
  addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) report(`uncaught: ${event.error ?? event.message}`);
  });
  for (const name of ['debug', 'log', 'info', 'warn', 'error', 'assert', 'trace']) {
    console[name] = (...values) => report(`console ${name}: ${values.map(String).join(' ')}`);
  }
}

/** A script of functions and values. */
const call = (script, ...values) => (
  typeof script === 'function' ? `(${script})(${values.map((value) => JSON.stringify(value)).join(', ')})` : script
);

/** What the pages of all engines have in common. */
class Page {
  /** What was reported since the visit began. */
  reports = [];
  /** The origin of the site visited. */
  origin = 'about:blank';
  whenClosed = () => {};
  keeps = true;

  /** The server's `alter` as this engine needs it. */
  alter(alter) {
    return alter;
  }

  noteRequest(url) {
    const isOwn = url.startsWith(`${this.origin}/`) || /^(data|blob|about):/.test(url);
    if (!isOwn) this.reports.push(`foreign request: ${url}`);
  }

  /** Lets reports that are under way arrive. */
  settle() {
    return this.run(() => new Promise((resolve) => { setTimeout(resolve, 0); }));
  }

  async waitFor(script, ...values) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      let failure;
      // A page that is just being replaced cannot be asked.
      const found = await this.run(`(async () => {
        const found = await ${call(script, ...values)};
        return found instanceof Node ? true : found;
      })()`).catch((error) => { failure = error; });
      if (found) return found;
      if (Date.now() > end) {
        const text = await this.run(() => document.body.innerText.slice(0, 400)).catch(String);
        throw new Error(`waited in vain for ${call(script, ...values)}${failure ? ` (${failure})` : ''}; the page: ${text}`);
      }
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
  }

  async choose(selector, value) {
    await this.find(selector);
    await this.run((selector, value) => {
      const element = document.querySelector(selector);
      element.value = value;
      for (const name of ['input', 'change']) element.dispatchEvent(new Event(name, { bubbles: true }));
    }, selector, value);
  }

  async type(selector, text) {
    await this.click(selector);
    await this.run((selector) => document.querySelector(selector).select(), selector);
    await this.keys(selector, text);
  }

  find(selector) {
    return this.waitFor((selector) => document.querySelector(selector) !== null, selector);
  }

  async restart({ keep = true } = {}) {
    if (keep && !this.keeps) throw new Error(`${this.engine} cannot keep what it has stored over a restart.`);
    await this.stop();
    if (!keep) remove(this.options.profile);
    await this.begin();
  }

  async close() {
    await this.stop().finally(this.whenClosed);
  }

  static async start(options) {
    const page = new this();
    page.options = options;
    await page.begin();
    return page;
  }
}

/** What playwright and puppeteer have in common. */
class LibraryPage extends Page {
  async go(url) {
    await this.tab.goto(url);
    this.frame = this.tab.mainFrame();
  }

  run(script, ...values) {
    return this.frame.evaluate(call(script, ...values));
  }

  async click(selector) {
    await this.find(selector);
    await this.frame.click(selector);
  }

  async enter(selector) {
    await this.find(selector);
    this.frame = await (await this.frame.$(selector)).contentFrame();
  }

  /** Reports come in order, and the page hears when one has come. */
  async settle() {
    await super.settle();
    await this.run(() => window.headroomTestReport(null));
  }

  stop() {
    return this.browser.close();
  }

  async watchTab() {
    this.frame = this.tab.mainFrame();
    await this.tab.exposeFunction('headroomTestReport', (text) => {
      if (text !== null) this.reports.push(text);
    });
    this.tab.on('console', (message) => {
      this.reports.push(`console ${message.type()}: ${message.text()}`);
    });
    this.tab.on('pageerror', (error) => this.reports.push(`uncaught: ${error}`));
  }
}

const WATCH = `(${watch})((text) => window.headroomTestReport(text), false)`;

class Chromium extends LibraryPage {
  engine = 'chromium';

  async begin() {
    this.browser = await chromium.launchPersistentContext(this.options.profile, {
      executablePath: browserPath(), args: BROWSER_FLAGS, viewport: SIZE,
    });
    this.browser.on('request', (request) => this.noteRequest(request.url()));
    [this.tab] = this.browser.pages();
    await this.watchTab();
    await this.tab.addInitScript(WATCH);
  }

  async keys(selector, text) {
    if (text === '') await this.tab.keyboard.press('Backspace');
    await this.tab.keyboard.type(text);
  }
}

class Firefox extends LibraryPage {
  engine = 'firefox';

  async begin() {
    // Firefox refuses a home that belongs to somebody else.
    const env = { ...process.env, HOME: this.options.profile };
    this.browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: firefoxPath(),
      userDataDir: this.options.profile,
      extraPrefsFirefox: { ...QUIET_FIREFOX, ...this.options.prefs },
      env,
    });
    [this.tab] = await this.browser.pages();
    await this.tab.setViewport(SIZE);
    // A page that could not save asks before it is left; any other question is a fault.
    this.tab.on('dialog', (dialog) => {
      if (dialog.type() !== 'beforeunload') this.reports.push(`dialog ${dialog.type()}: ${dialog.message()}`);
      return dialog.accept();
    });
    this.tab.on('request', (request) => this.noteRequest(request.url()));
    await this.watchTab();
    await this.tab.evaluateOnNewDocument(WATCH);
  }

  async keys(selector, text) {
    const { keyboard } = this.tab;
    if (text === '') await keyboard.press('Backspace');
    for (const part of text.match(/[ -~]+|[^ -~]/gu) ?? []) {
      await (/[ -~]/.test(part) ? keyboard.type(part) : keyboard.sendCharacter(part));
    }
  }
}

/** The engine tells nothing from outside, so its pages get one more script, which asks for an address per report. */
class WebKitPage extends Page {
  engine = 'webkit';
  keeps = false;

  async begin() {
    this.session = await WebKit.start({ size: SIZE, onForeignRequest: (url) => this.noteRequest(url) });
  }

  alter(alter = (reply) => reply) {
    return (reply, path) => {
      if (path === WATCH_PATH) return { ...reply, status: 200, type: 'text/javascript', body: WATCH_SCRIPT };
      if (path.startsWith(REPORT_PATH)) {
        this.reports.push(decodeURIComponent(path.slice(REPORT_PATH.length)));
        return { ...reply, status: 200, type: 'text/plain', body: '' };
      }
      const altered = alter(reply, path);
      const isPage = altered?.type.startsWith('text/html') && altered.status === 200;
      return isPage ? { ...altered, body: watched(String(altered.body)) } : altered;
    };
  }

  go(url) {
    return this.session.go(url);
  }

  run(script, ...values) {
    return this.session.run(call(script, ...values));
  }

  async click(selector) {
    await this.find(selector);
    // The driver does not scroll boxes within the page by itself.
    await this.run((selector) => document.querySelector(selector).scrollIntoView({ block: 'center' }), selector);
    await this.session.click(selector);
  }

  keys(selector, text) {
    return this.session.keys(selector, text === '' ? '\uE003' : text);
  }

  async enter(selector) {
    await this.find(selector);
    await this.session.enter(selector);
  }

  stop() {
    return this.session.stop();
  }
}

const WATCH_PATH = '/test-watch.js';
const REPORT_PATH = '/test-report/';

/** A request that the page waits for is under no circumstance too late. */
const WATCH_SCRIPT = `(${watch})((text) => {
  const request = new XMLHttpRequest();
  request.open('GET', '.${REPORT_PATH}' + encodeURIComponent(text.slice(0, 1000)), false);
  request.send();
}, true);`;

/** A page with the watching script before all others. */
function watched(html) {
  const script = `<script src=".${WATCH_PATH}"></script>`;
  return /<script/.test(html) ? html.replace('<script', `${script}<script`) : script + html;
}

function firefoxPath() {
  return process.env.FIREFOX ?? onPath('firefox-esr');
}

function firefoxIsMissing() {
  if (firefoxPath()) return false;
  return 'there is no firefox-esr here; on Debian: apt-get install firefox-esr; elsewhere the variable FIREFOX may name a Firefox';
}
