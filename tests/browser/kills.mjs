// Kills the browser by its own process id at random moments after an edit, starts it again on the same
// profile, and looks for the scenario. Run alone for a figure:
//
//   node tests/browser/kills.mjs 100
//
// What counts: a state that the page called saved is there, or a later one; and always a whole state
// that was typed.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { BROWSER_FLAGS, browserPath, root, serve } from './harness.mjs';

/** A browser of our own on a profile that outlives it, with all its processes in one group. */
async function start(profile) {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const child = spawn(browserPath(), [
    ...BROWSER_FLAGS, '--headless=new', '--window-size=1440,900', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank',
  ], { detached: true, stdio: 'ignore' });
  const ended = new Promise((resolve) => { child.once('exit', resolve); });
  const port = await until(() => existsSync(portFile) && readFileSync(portFile, 'utf8').split('\n')[0]);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  return {
    page: browser.contexts()[0].pages()[0],
    /** Ends every process of this browser at once, and only those. */
    async kill() {
      process.kill(-child.pid, 'SIGKILL');
      await ended;
      await browser.close().catch(() => {});
    },
  };
}

/** The first answer that is something. */
async function until(ask) {
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error('the browser did not start');
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
}

/** Kills it so many times; gives how often the last edit itself was found, not an earlier one. */
export async function killed(times, { dist = join(root, 'dist'), random = Math.random } = {}) {
  const server = await serve(dist, {});
  const profile = mkdtempSync(join(tmpdir(), 'headroom-kills-'));
  let newest = 0;
  let least = 0;
  let most = 0;
  try {
    for (let round = 0; round <= times; round += 1) {
      const browser = await start(profile);
      const { page } = browser;
      await page.goto(server.url);
      await page.waitForSelector('#in-C0');
      if (round > 0) {
        const found = Number((await page.inputValue('#in-C0')).replaceAll(',', ''));
        assert.ok(found >= least && found <= most, `kill ${round}: found ${found}, saved ${least}, typed ${most}`);
        newest += found === most ? 1 : 0;
      }
      if (round === times) {
        await browser.kill();
        break;
      }
      least = Number((await page.inputValue('#in-C0')).replaceAll(',', ''));
      const moment = Math.floor(random() * (round % 4 === 0 ? 2_000 : 150));
      most = 200_001 + round;
      await page.fill('#in-C0', String(most));
      // The moment is what is tried here; nothing is waited for.
      await new Promise((resolve) => { setTimeout(resolve, moment); });
      const isSaved = await page.evaluate(() => document.querySelector('#saving').textContent.startsWith('saved'));
      if (isSaved) least = most;
      else least = Math.min(least, most);
      await browser.kill();
    }
  } finally {
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return newest;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const times = Number(process.argv[2] ?? 100);
  const newest = await killed(times);
  console.log(`${times} kills survived; the last edit itself was found ${newest} times, else the one before.`);
}
