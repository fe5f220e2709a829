// What every browser test stands on: the built site served from a sub-path as a host would send
// it, one Chromium for the file, and pages that fail their test on anything unexpected.
//
//   import { openSite } from './harness.mjs';
//   const site = await openSite();
//   site.test('shows the verdict', async ({ page }) => {
//     await page.waitForSelector('main h1');
//   });

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, dirname, extname, join, normalize, sep } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** The repository's root. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The site whose program fails when a test asks it to, and whose format is the next one: a newer build. */
export const FAULTS = join(root, 'target', 'site', 'faults');

/** The folder the sites are served under: nothing may rely on lying at a host's root. */
const SUB_PATH = '/some/where/';

export const BROWSER_FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

const BROWSER_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A test that takes longer than this hangs. */
export const TEST_LIMIT = { timeout: 60_000 };

/** The tags of WCAG 2.2, levels A and AA. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

const MEDIA_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Serves a site and starts a browser; both end with the test file.
 * @param {object} [options]
 * @param {string} [options.dist] The built site's folder.
 */
export async function openSite({ dist = join(root, 'dist') } = {}) {
  if (!existsSync(join(dist, 'index.html'))) {
    const option = dist === FAULTS ? ' --faults' : '';
    throw new Error(`There is no built site in ${dist}; run \`cargo xtask build${option}\` first.`);
  }
  const browser = await chromium.launch({ executablePath: browserPath(), args: BROWSER_FLAGS });
  after(() => browser.close());

  return {
    /**
     * A test with a page of its own, at the site's address unless `start` is false.
     * @param {string} name
     * @param {object} options See `withPage`.
     * @param {(tools: object) => Promise<void>} body
     */
    test(name, options, body = options) {
      const chosen = body === options ? {} : options;
      test(name, TEST_LIMIT, () => withPage(browser, dist, chosen, body));
    },
    /** The same outside a test of its own; rejects on anything unexpected. */
    visit: (options, body) => withPage(browser, dist, options, body),
  };
}

/**
 * Runs a test's body with a fresh page and its own server, then checks that nothing unexpected
 * happened. Options:
 * - `headers` (default true): send the headers of `_headers`; false leaves the policy to the page
 * - `alter(reply, path)`: changes a reply ({ status, type, body, headers }) to make a fault;
 *   may return null to cut the connection
 * - `allow`: the reports that the test provokes, each a text or a regular expression
 * - `start` (default true): open the site before the body runs
 * - `init`: a function that runs in the page before any script of it
 * - `context`: Playwright's context options (viewport, colorScheme, javaScriptEnabled, locale…)
 * - `path`: what follows the site's address, for example `#table`
 */
async function withPage(browser, dist, options, body) {
  const server = await serve(dist, options);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options.context });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const reports = [];
  try {
    watch(page, context, server.origin, reports);
    await reportPolicyViolations(page, reports);
    if (options.init) await page.addInitScript(options.init);
    const url = server.url + (options.path ?? '');
    if (options.start !== false) await page.goto(url);
    await body({
      page, context, url, reports, axe: () => axe(page), requests: server.requests, deploy: server.deploy,
    });
    if (options.context?.javaScriptEnabled !== false) await settle(page);
  } finally {
    await context.close();
    await server.close();
  }
  refuse(reports, options.allow);
}

/** Notes console messages, uncaught errors, crashes, and requests to other origins. */
function watch(page, context, origin, reports) {
  context.on('request', (request) => {
    const url = request.url();
    const isOwn = url.startsWith(`${origin}/`) || /^(data|blob|about):/.test(url);
    if (!isOwn) reports.push(`foreign request: ${url}`);
  });
  context.on('console', (message) => {
    const where = message.location().url;
    reports.push(`console ${message.type()}: ${message.text()}${where ? ` (${where})` : ''}`);
  });
  context.on('weberror', (error) => reports.push(`uncaught: ${error.error()}`));
  page.on('crash', () => reports.push('the page crashed'));
}

/** Notes policy violations and unhandled rejections, which the console may not show. */
async function reportPolicyViolations(page, reports) {
  await page.exposeFunction('headroomTestReport', (text) => reports.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      window.headroomTestReport(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
    });
    addEventListener('unhandledrejection', (event) => {
      window.headroomTestReport(`unhandled rejection: ${event.reason}`);
    });
  });
}

/** Lets reports that are under way arrive: one round trip through the page's event loop. */
async function settle(page) {
  if (page.isClosed()) return;
  await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 0); })).catch(() => {});
}

/** Throws if there is a report that is not among those a test provokes. */
export function refuse(reports, allow = []) {
  const isAllowed = (report) => allow.some((wanted) => (
    wanted instanceof RegExp ? wanted.test(report) : report.includes(wanted)
  ));
  const unexpected = reports.filter((report) => !isAllowed(report));
  if (unexpected.length > 0) {
    throw new Error(`The page reported what it should not:\n${unexpected.join('\n')}`);
  }
}

/** A server for one test: the folder under the sub-path, nothing at the root; `deploy` puts another in its place. */
export async function serve(dist, { headers = true, alter }) {
  let rules;
  const deploy = (folder) => {
    dist = folder;
    rules = headers ? headerRules(readFileSync(join(dist, '_headers'), 'utf8')) : [];
  };
  deploy(dist);
  const requests = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const path = pathname.startsWith(SUB_PATH) ? `/${pathname.slice(SUB_PATH.length)}` : null;
    requests.push(request.url);
    const reply = replyFor(dist, path, rules);
    const final = alter ? alter(reply, path ?? pathname) ?? null : reply;
    if (final === null) {
      request.socket.destroy();
      return;
    }
    response.writeHead(final.status, { ...final.headers, 'Content-Type': final.type });
    response.end(final.body);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  return { origin, url: origin + SUB_PATH, requests, close, deploy };
}

function replyFor(dist, path, rules) {
  const headers = path === null ? {} : headersFor(path, rules);
  const file = path === null ? null : fileOf(dist, path);
  if (file === null) {
    return { status: 404, type: MEDIA_TYPES['.html'], body: readFileSync(join(dist, '404.html')), headers };
  }
  return { status: 200, type: MEDIA_TYPES[extname(file)] ?? 'text/plain', body: readFileSync(file), headers };
}

function fileOf(dist, path) {
  const file = normalize(join(dist, path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(dist + sep) && existsSync(file) ? file : null;
}

/** Reads a `_headers` file: a path, then indented `Name: value` lines. */
export function headerRules(text) {
  const rules = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('/')) {
      rules.push({ path: line.trim(), headers: {} });
    } else if (line.includes(':')) {
      const at = line.indexOf(':');
      rules.at(-1).headers[line.slice(0, at).trim()] = line.slice(at + 1).trim();
    }
  }
  return rules;
}

/** The headers that rules give a path. */
export function headersFor(path, rules) {
  const fits = (rule) => (rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path);
  return Object.assign({}, ...rules.filter(fits).map((rule) => rule.headers));
}

/** The browser named in CHROMIUM, else the first that is installed. */
export function browserPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const found = onPath(...BROWSER_NAMES);
  if (!found) throw new Error('There is no Chromium; `cargo xtask setup` says how to get one.');
  return found;
}

/** Where the first of these programs is that the path has; undefined if it has none. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/**
 * The violations of WCAG 2.2 A and AA that axe finds, each as one line; none is an empty list.
 * @param {import('playwright-core').Page} page
 */
export async function axe(page) {
  await page.evaluate(AXE);
  // What is far below is not laid out until it comes near: it is judged as it is then.
  await page.evaluate(() => document.styleSheets[0].insertRule('.sec { content-visibility: visible !important; }'));
  const { violations } = await page.evaluate(
    (tags) => window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }),
    WCAG,
  );
  await page.evaluate(() => document.styleSheets[0].deleteRule(0));
  return violations.flatMap((violation) => violation.nodes.map(
    (node) => `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary}`,
  ));
}

/** Waits until the answer shown is that of what is typed, over so many simulated futures. */
export async function answered(page, futures = 4096) {
  await page.waitForSelector(`#answer[data-futures="${futures}"][aria-busy="false"]`);
}

/** The text in an input's field. */
export const text = (page, name) => page.inputValue(`#in-${name}`);

/** Types over a field, as a person does. */
export async function type(page, name, value) {
  await page.click(`#in-${name}`);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(value);
}

/** Waits until what is shown is stored. */
export async function saved(page) {
  await page.waitForFunction(() => document.querySelector('#saving')?.textContent.startsWith('saved'));
}

/** Throws if the page scrolls sideways at its present width, and names what sticks out. */
export async function noSidewaysScroll(page) {
  const { width, content, wide } = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const sticksOut = (element) => element.getBoundingClientRect().right > clientWidth + 0.5;
    const named = (element) => `${element.localName}.${element.getAttribute('class') ?? ''}`;
    const found = [...document.body.querySelectorAll('*')].filter(sticksOut).map(named);
    return { width: clientWidth, content: scrollWidth, wide: found.slice(0, 5) };
  });
  if (content > width) {
    throw new Error(`The page is ${content} px wide in a window of ${width} px: ${wide.join(', ')}`);
  }
}

/** The page printed to PDF, as text. */
export async function pdfText(page, options = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-'));
  try {
    const file = join(folder, 'page.pdf');
    writeFileSync(file, await page.pdf({ format: 'A4', ...options }));
    const { stdout, status, error } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    if (error || status !== 0) throw new Error(`pdftotext failed: ${error ?? status}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A picture of the whole page in target/screenshots, for a person to look at. */
export async function screenshot(page, name) {
  const folder = join(root, 'target', 'screenshots');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}
