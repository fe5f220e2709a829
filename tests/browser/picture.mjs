// Makes the README's picture from the built site: `node picture.mjs`, after `cargo xtask build`.

import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { answered, BROWSER_FLAGS, browserPath, root, serve } from './harness.mjs';

const server = await serve(join(root, 'dist'), {});
const browser = await chromium.launch({ executablePath: browserPath(), args: BROWSER_FLAGS });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(server.url);
await answered(page);
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: join(root, 'docs', 'screenshot.png') });
await browser.close();
await server.close();
