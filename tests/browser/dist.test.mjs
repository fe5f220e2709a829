// The built site as files: what hosts and auditors look at.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { headerRules, headersFor, root } from './harness.mjs';

const dist = join(root, 'dist');
const read = (file) => readFileSync(join(dist, file), 'utf8');
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(dist.length + 1).replaceAll('\\', '/'));
const page = read('index.html');

// Written out on purpose: whoever loosens the policy has to change it here too, and say why.
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
  + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
  + "manifest-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'";

test('the policy is the first thing in the page after its character set', () => {
  const tag = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
  assert.ok(page.includes(`<head>\n<meta charset="utf-8">\n${tag}\n`));
  assert.equal(page.match(/Content-Security-Policy/g).length, 1);
});

test('the headers carry the policy, and what only headers can say', () => {
  const headers = headersFor('/index.html', headerRules(read('_headers')));
  assert.equal(headers['Content-Security-Policy'], `${POLICY}; frame-ancestors 'none'`);
  assert.equal(headers['X-Content-Type-Options'], 'nosniff');
  assert.equal(headers['Referrer-Policy'], 'no-referrer');
  assert.equal(headers['Cross-Origin-Opener-Policy'], 'same-origin');
  assert.equal(headers['Cache-Control'], 'no-cache');
});

test('files named by their content are kept for ever, all others are asked for anew', () => {
  const rules = headerRules(read('_headers'));
  for (const file of files) {
    const cache = headersFor(`/${file}`, rules)['Cache-Control'] ?? '';
    assert.equal(cache.includes('immutable'), /-[0-9a-f]{12,16}\.(js|wasm|css|svg)$/.test(file), file);
  }
});

test('no inline script, style, handler or style attribute', () => {
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const html = read(file);
    assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)/i, file);
    assert.doesNotMatch(html, /<style|\sstyle\s*=|\son\w+\s*=|javascript:/i, file);
  }
});

test('no address of another host', () => {
  for (const file of files.filter((name) => /\.(html|js|css|svg)$/.test(name))) {
    const addresses = read(file).match(/(https?|wss?):\/\/[^\s"'`)]+/g) ?? [];
    assert.deepEqual(addresses.filter((address) => !address.startsWith('http://www.w3.org/')), [], file);
  }
});

test('every address in the page is relative and leads to a file', () => {
  const addresses = [...page.matchAll(/\s(?:href|src)="([^"]+)"/g)].map((match) => match[1]);
  assert.ok(addresses.length >= 3);
  for (const address of addresses) {
    assert.match(address, /^\.\//);
    assert.ok(existsSync(join(dist, address)), address);
  }
});

test('boot.js names the program with the hashes its files have', () => {
  const boot = read(files.find((file) => /^boot-[0-9a-f]+\.js$/.test(file)));
  const named = [...boot.matchAll(/"\.\/([^"]+)", \w+ = "(sha384-[^"]+)"/g)];
  assert.equal(named.length, 3);
  for (const [, file, hash] of named) {
    const digest = createHash('sha384').update(readFileSync(join(dist, file))).digest('base64');
    assert.equal(hash, `sha384-${digest}`, file);
  }
  assert.doesNotMatch(boot, /innerHTML|\beval\b|document\.write/);
  assert.ok(gzipSync(boot).length < 4096, 'boot.js stays light');
});

test('the page brings what saves a person’s data at once, before boot.js, and it is light', () => {
  const [, rescue] = page.match(/<script src="\.\/(rescue-[0-9a-f]+\.js)" defer><\/script>\n<script src="\.\/boot-/);
  assert.ok(gzipSync(read(rescue)).length < 2048);
  assert.doesNotMatch(read(rescue), /innerHTML|\beval\b|document\.write|fetch|XMLHttpRequest/);
});

test('version.json says which build this is', () => {
  const about = JSON.parse(read('version.json'));
  assert.equal(about.name, 'headroom');
  assert.match(about.version, /^\d+\.\d+\.\d+$/);
  assert.match(about.commit, /^([0-9a-f]{10}(-dirty)?|unknown)$/);
  assert.equal(about.build, `${about.version}+${about.commit}`);
});

test('404.html is a plain page that loads nothing and leads home', () => {
  const html = read('404.html');
  assert.doesNotMatch(html, /<script|<link|src=/);
  assert.match(html, /default-src 'none'/);
  assert.match(html, /href="\.\/"/);
});

test('the page needs no Jekyll and brings its fonts with their licence', () => {
  assert.ok(files.includes('.nojekyll'));
  assert.ok(files.includes('fonts/OFL.txt'));
  assert.equal(files.filter((file) => file.endsWith('.woff2')).length, 2);
});

test('no path of the computer that built it is published', () => {
  const wasm = readFileSync(join(dist, files.find((file) => file.endsWith('.wasm'))), 'latin1');
  for (const path of ['/home/', '/root/', '/Users/', '/.cargo/', '/.rustup/', root]) {
    assert.ok(!wasm.includes(path), path);
  }
});
