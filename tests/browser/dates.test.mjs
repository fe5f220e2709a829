// The one date on the page is that of the visitor's calendar; nothing else knows a calendar.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answered, openSite } from './harness.mjs';

const site = await openSite();

/** Where, when by the world's clock, and the date there. */
const PLACES = [
  ['Pacific/Kiritimati', '2027-12-31T10:00:00Z', '2028-01-01'],
  ['Pacific/Pago_Pago', '2028-03-01T10:59:00Z', '2028-02-29'],
  ['Europe/Berlin', '2028-10-28T22:30:00Z', '2028-10-29'],
  ['Asia/Kathmandu', '9999-12-31T18:14:00Z', '9999-12-31'],
];

/** Every figure of every month, as saved; the same everywhere. */
const figures = new Set();

for (const [timezoneId, instant, date] of PLACES) {
  site.test(`${timezoneId} at ${instant}: the date there, and the same figures [N15 B11]`, {
    context: { timezoneId },
    start: false,
  }, async ({ page, url }) => {
    await page.clock.setFixedTime(new Date(instant));
    await page.goto(url);
    await answered(page, 4096);
    const dates = await page.locator('.on-paper').filter({ hasText: /^\d+-\d+-\d+$/ }).allTextContents();
    assert.deepEqual(dates, [date]);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: /Download .*CSV/ }).click();
    const saved = await waiting;
    assert.equal(saved.suggestedFilename(), `headroom-months-${date}.csv`);
    figures.add(readFileSync(await saved.path(), 'utf8'));
    assert.equal(figures.size, 1, 'figures that depend on the place');
  });
}
