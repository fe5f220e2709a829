// A WebKitGTK browser on a screen of its own, over plain WebDriver. Needs nothing from npm.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { onPath } from './harness.mjs';

const LIBRARIES = '/usr/lib';
/** The key that ends the keys held down. */
const NONE = '\uE000';
const CONTROL = '\uE009';

/** How long the driver may take for one answer. */
const PATIENCE = 40_000;

/** Neither a graphics card nor a message bus is needed, and none is asked for. */
const ENVIRONMENT = {
  LIBGL_ALWAYS_SOFTWARE: '1',
  WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  NO_AT_BRIDGE: '1',
  DBUS_SESSION_BUS_ADDRESS: 'disabled:',
};

/** Why the engine cannot be started here; false if it can. */
export function webkitIsMissing() {
  if (process.platform !== 'linux') return 'WebKitGTK is for Linux only';
  const programs = { WebKitWebDriver: onPath('WebKitWebDriver'), MiniBrowser: miniBrowser(), Xvfb: onPath('Xvfb') };
  const missing = Object.keys(programs).filter((name) => !programs[name]);
  if (missing.length === 0) return false;
  return `there is no ${missing.join(' and no ')} here; on Debian: apt-get install webkit2gtk-driver xvfb`;
}

/** The engine's own small browser; its folder is named after the kind of processor. */
function miniBrowser() {
  const folders = readdirSync(LIBRARIES).map((name) => join(LIBRARIES, name, 'webkit2gtk-4.1'));
  return folders.map((folder) => join(folder, 'MiniBrowser')).find((path) => existsSync(path));
}

/** The programs that run for us; each leads a group, with which its own children end too. */
const running = new Set();

/** Starts a program that ends with us, even where we are killed and can end nothing any more. */
function run(program, words, options) {
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', program, ...words], { ...options, detached: true });
  running.add(child);
  child.once('exit', () => endGroup(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Ends what a program started, and the program. */
function endGroup(child) {
  if (!running.delete(child)) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // All of them have ended already.
  }
}

function end(child) {
  if (!running.has(child)) return Promise.resolve();
  const ended = new Promise((resolve) => { child.once('exit', resolve); });
  process.kill(-child.pid, 'SIGTERM');
  return ended;
}

process.on('exit', () => running.forEach(endGroup));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    console.error(`The tests were ended by ${signal}.`);
    process.exit(1);
  });
}

/** A session of the engine. */
export class WebKit {
  /**
   * Starts a screen, the driver and the browser.
   * @param {object} options
   * @param {{ width: number, height: number }} options.size The page's size.
   * @param {(url: string) => void} options.onForeignRequest Is told of requests to other hosts.
   */
  static async start({ size, onForeignRequest }) {
    const webkit = new WebKit();
    try {
      webkit.proxy = await startProxy(onForeignRequest);
      const display = await webkit.startScreen(size);
      await webkit.startDriver(display);
      await webkit.startSession(size);
      return webkit;
    } catch (error) {
      await webkit.stop();
      throw error;
    }
  }

  /** A screen in memory, under the first number that is free, larger than the window. */
  async startScreen({ width, height }) {
    const screen = `${width + 200}x${height + 200}x24`;
    this.screen = run('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const number = await new Promise((resolve, reject) => {
      this.screen.stdio[3].once('data', (data) => resolve(String(data).trim()));
      this.screen.once('error', reject);
      this.screen.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)));
    });
    return `:${number}`;
  }

  async startDriver(display) {
    this.port = await freePort();
    this.driver = run('WebKitWebDriver', [`--port=${this.port}`], {
      stdio: 'ignore',
      env: { ...process.env, ...ENVIRONMENT, DISPLAY: display },
    });
    let failure;
    this.driver.once('error', (error) => { failure = error; });
    this.driver.once('exit', (code) => { failure = new Error(`WebKitWebDriver ended with ${code}.`); });
    while (!(await this.call('GET', '/status').catch(() => false))) {
      if (failure) throw failure;
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
  }

  async startSession({ width, height }) {
    const proxy = `127.0.0.1:${this.proxy.address().port}`;
    const { sessionId } = await this.call('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          proxy: { proxyType: 'manual', httpProxy: proxy, sslProxy: proxy, noProxy: ['127.0.0.1'] },
          'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
        },
      },
    });
    this.session = `/session/${sessionId}`;
    // The window is larger than the page by the browser's bar.
    await this.post('/window/rect', { x: 0, y: 0, width, height });
    const bar = height - await this.run('innerHeight');
    await this.post('/window/rect', { x: 0, y: 0, width, height: height + bar });
  }

  /** Ends the session and all programs. */
  async stop() {
    if (this.session) await this.call('DELETE', this.session).catch(() => {});
    for (const child of [this.driver, this.screen]) {
      if (child) await end(child);
    }
    this.proxy?.close();
    this.proxy?.closeAllConnections();
  }

  async go(url) {
    await this.post('/frame', { id: null });
    await this.post('/url', { url });
  }

  /** What an expression gives in the page; may be a promise. */
  async run(expression) {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${expression}))
        .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.post('/execute/async', { script, args: [] });
    if (error) throw new Error(error);
    return value;
  }

  async click(selector) {
    await this.post(`/element/${Object.values(await this.element(selector))[0]}/click`, {});
  }

  /** Presses keys in a field whose text is selected. */
  async keys(selector, text) {
    await this.post(`/element/${Object.values(await this.element(selector))[0]}/value`, { text });
  }

  async enter(selector) {
    await this.post('/frame', { id: await this.element(selector) });
  }

  element(selector) {
    return this.post('/element', { using: 'css selector', value: selector });
  }

  post(path, body) {
    return this.call('POST', this.session + path, body);
  }

  async call(method, path, body) {
    const reply = await fetch(`http://127.0.0.1:${this.port}${path}`, {
      method,
      signal: AbortSignal.timeout(PATIENCE),
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const { value } = await reply.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }
}

/** Stands between the browser and all other hosts: notes what is asked for, and refuses it. */
async function startProxy(onForeignRequest) {
  const proxy = createServer((request, response) => {
    onForeignRequest(request.url);
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    onForeignRequest(request.url);
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  await new Promise((resolve) => { proxy.listen(0, '127.0.0.1', resolve); });
  return proxy;
}

/** A port that nobody listens on. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address();
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}
