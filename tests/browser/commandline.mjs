// The command line's program, which computes with the same model, and how its figures are compared
// with those that the page shows.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './harness.mjs';

/** The program; the native tests build it. */
const PROGRAM = resolve(root, process.env.CARGO_TARGET_DIR ?? 'target', 'debug', 'headroom');

/**
 * The scenarios that are compared: what is typed into an example, and the same in a file. Those marked are compared in
 * every engine.
 */
export const SCENARIOS = [
  { example: 'saas', typed: {}, file: { p: 0.5 }, everywhere: true },
  { example: 'pilot', typed: {}, file: {}, everywhere: true },
  { example: 'idea', typed: { a: '30', b: '300' }, file: { p: 0.18, a: 0.3, b: 3 } },
  { example: 'long_shot', typed: {}, file: { p: 0.08 } },
  {
    example: 'idea',
    typed: { p: '50', L1: '9', v: '55', cash: '3M' },
    file: { p: 0.5, L1: 9, v: 55, cash: 3_000_000 },
    everywhere: true,
  },
  { example: 'hardware', typed: { p: '50', b: '400' }, base: 'HARDWARE', file: { p: 0.5, b: 4 } },
];

/** Builds the program unless it is newer than its sources. */
export function buildProgram() {
  const sources = ['crates/model/src', 'crates/cli/src'].flatMap((folder) => (
    readdirSync(join(root, folder), { recursive: true }).map((file) => join(root, folder, file))
  ));
  const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs));
  if (existsSync(PROGRAM) && statSync(PROGRAM).mtimeMs > newest) return;
  const { status, stderr } = spawnSync('cargo', ['build', '--quiet', '--package', 'headroom-cli'], { cwd: root, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}

/** What the command line says of the page's futures, for numbers that differ from the defaults of a kind. */
export function simulated(changes, base = 'SERVICE') {
  return JSON.parse(said(['simulate', '-', '--draws', '4096', '--seed', '1', '--quick'], changes, base));
}

/** The command line's table of months, as comma-separated values. */
export function months(changes) {
  return said(['project', '-', '--format', 'csv'], changes, 'SERVICE');
}

/** What the command line tells an audience at a length. */
export function stated({ audience, length, markup = 'text', base = 'SERVICE' }, changes) {
  const words = ['statements', '-', '--audience', audience, '--length', length, '--format', markup];
  return said([...words, '--draws', '4096', '--seed', '1', '--quick'], changes, base);
}

function said(words, changes, base) {
  const input = JSON.stringify({ base, changes });
  const { status, stdout, stderr, error } = spawnSync(PROGRAM, words, { input, encoding: 'utf8' });
  assert.equal(status, 0, stderr || String(error));
  return stdout;
}

/** The figures of the answer as a page shows them. Runs in the page. */
export const shownFigures = () => ({
  headline: document.querySelector('#verdict').textContent,
  lead: document.querySelector('.verdict .lead').textContent,
  trio: [...document.querySelectorAll('.trio .big')].map((figure) => figure.textContent.trim()),
  texts: [...document.querySelectorAll('.trio .txt')].map((text) => text.textContent.trim()),
  origin: document.querySelector('#origin')?.textContent ?? '',
});

/** Throws unless the figures shown are those of the command line, rounded. */
export function agree({ lead, trio, origin }, { verdict }) {
  if (verdict.best === 'NOTHING') {
    same(trio[0], verdict.EV[verdict.next_best], 'the value of building anyway');
  } else {
    same(trio[0], verdict.lead, 'the lead');
    const [middle, low, high] = ['P50', 'P5', 'P95'].map((name) => verdict.lead_if_wanted[name]);
    const amounts = [...lead.matchAll(/\$[\d.,]+[MB]?/g)].map((found) => amount(found[0]));
    for (const number of [middle, low, high]) {
      assert.ok(amounts.some((shown) => isRounded(shown, Math.abs(number), 2)), `${number} in ${lead}`);
    }
    const [, ahead, of] = trio[2].match(/(\d+) in (100?)$/);
    assert.ok(Math.abs(ahead - of * verdict.ahead_if_wanted) <= 0.5 + 1e-9, `${trio[2]}: ${verdict.ahead_if_wanted}`);
  }
  const error = amount(origin.match(/±(\S+)/)[1]);
  assert.ok(isRounded(error, 2 * verdict.se, 2), `${error}: ${verdict.se}`);
}

function same(shown, exact, what) {
  assert.ok(isRounded(amount(shown), exact, 3), `${what}: ${shown}, exactly ${exact}`);
}

/** An amount as the page writes it: "+$155,000", "−$1.2M". */
export function amount(text) {
  const [, sign, digits, unit] = text.match(/([+−]?)\$?([\d.,]+)([MB]?)/);
  const size = { '': 1, M: 1e6, B: 1e9 }[unit];
  return (sign === '−' ? -1 : 1) * Number(digits.replaceAll(',', '').replace(/\.$/, '')) * size;
}

/** Whether a number is another one rounded to so many significant figures. */
export function isRounded(shown, exact, figures) {
  const last = 10 ** (Math.floor(Math.log10(Math.abs(exact))) + 1 - figures);
  return Math.abs(shown - exact) <= last * 0.5 * (1 + 1e-9);
}
