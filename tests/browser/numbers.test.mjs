// Typing: what is accepted, what is asked about, what is refused, and what stays meanwhile.

import assert from 'node:assert/strict';
import { answered, axe, openSite } from './harness.mjs';

const site = await openSite();

const field = (page, key) => page.locator(`[data-key="${key}"] input[type="text"]`);
const said = (page, key) => page.locator(`[data-key="${key}"] .said`);
const isStale = (page) => page.locator('.decide.is-stale').count();

/** The lead of the trio, once all futures are drawn: it changes with every input that matters. */
async function lead(page) {
  await answered(page);
  return page.locator('.trio .big').first().innerText();
}

async function type(page, key, text) {
  await field(page, key).fill(text);
}

site.test('every accepted spelling of a build cost gives the same answer', async ({ page }) => {
  await type(page, 'C0', '170000');
  const wanted = await lead(page);
  const spellings = ['170,000', '170 000', '170k', '0.17M', '170 000', '$170,000', '+170000'];
  for (const text of spellings) {
    await type(page, 'C0', '150000');
    assert.notEqual(await lead(page), wanted);
    await type(page, 'C0', text);
    assert.equal(await lead(page), wanted, text);
    assert.equal(await isStale(page), 0, text);
  }
});

site.test('percent with and without its sign, and a real minus sign', async ({ page }) => {
  await type(page, 'a', '30');
  const wanted = await lead(page);
  for (const text of ['30%', '30 %']) {
    await type(page, 'a', '25');
    await type(page, 'a', text);
    assert.equal(await lead(page), wanted, text);
  }
  await type(page, 'a', '−5');
  assert.match(await said(page, 'a').innerText(), /between 0% and 2,000%/);
});

site.test('what was not literal is said', async ({ page }) => {
  await type(page, 'C0', '1.5M');
  assert.match(await said(page, 'C0').innerText(), /1,500,000/);
  await type(page, 'C0', '150,000');
  assert.equal((await said(page, 'C0').innerText()).trim(), '');
});

for (const [key, text, choices] of [
  ['L1', '1,5', ['1.5', '15']],
  ['demand.U12', '2.500', ['2.500', '2,500']],
]) {
  site.test(`${text} is asked about, not guessed [T1 D2]`, async ({ page }) => {
    const before = await lead(page);
    await type(page, key, text);
    assert.equal(await isStale(page), 1);
    assert.equal(await lead(page), before, 'the last valid answer stays');
    const buttons = page.locator(`[data-key="${key}"] .choices button`);
    assert.equal(await buttons.count(), 2);
    await buttons.last().click();
    assert.equal(await isStale(page), 0);
    const value = await field(page, key).inputValue();
    assert.equal(value.replace(',', ''), choices[1].replace(',', ''));
  });
}

for (const [text, sentence] of [
  ['abc', /number/i],
  ['12abc', /./],
  ['1e400', /./],
  ['NaN', /./],
  ['--5', /./],
  ['30-20', /./],
]) {
  site.test(`“${text}” is named at its field with an example, and the last answer stays, visibly [N8 A4]`, async ({ page }) => {
    const before = await lead(page);
    await type(page, 'C0', text);
    const sentenceSaid = (await said(page, 'C0').innerText()).trim();
    assert.match(sentenceSaid, sentence);
    assert.match(sentenceSaid, /\d/, 'an example');
    assert.equal(await field(page, 'C0').getAttribute('aria-invalid'), 'true');
    assert.equal(await lead(page), before);
    assert.equal(await isStale(page), 1);
    assert.match(await page.innerText('.stale-note'), /Building the simple version/);
    assert.equal(await field(page, 'C0').inputValue(), text, 'what was typed is kept');
    assert.doesNotMatch(await page.innerText('#answer'), /NaN|Infinity|undefined|null/);
  });
}

site.test('half-typed and empty fields keep the last answer [U1]', async ({ page }) => {
  const before = await lead(page);
  for (const text of ['', '-', '1e', '15.']) {
    await type(page, 'C0', text);
    assert.equal(await isStale(page), 1, `“${text}”`);
    assert.equal(await lead(page), before);
  }
  await type(page, 'C0', '150000');
  assert.equal(await isStale(page), 0);
});

site.test('a ceiling below the users is named at the ceiling', async ({ page }) => {
  await type(page, 'demand.K', '1,000');
  assert.match(await said(page, 'demand.K').innerText(), /more than the 2,000 after 12 months/);
  assert.equal(await isStale(page), 1);
});

site.test('values beyond the slider are used, with a note', async ({ page }) => {
  const before = await lead(page);
  await type(page, 'a', '75');
  assert.notEqual(await lead(page), before);
  assert.match(await said(page, 'a').innerText(), /slider/);
});

site.test('the slider writes into the field; the wheel changes nothing [U2]', async ({ page }) => {
  const slider = page.locator('[data-key="p"] input[type="range"]');
  await slider.focus();
  const before = await field(page, 'p').inputValue();
  await page.keyboard.press('ArrowRight');
  const after = await field(page, 'p').inputValue();
  assert.ok(Number(after) > Number(before), `${before} ${after}`);
  await field(page, 'p').focus();
  await page.mouse.wheel(0, 300);
  assert.equal(await field(page, 'p').inputValue(), after);
});

site.test('reset one, reset all, and the count of changes', async ({ page }) => {
  await type(page, 'p', '70');
  await type(page, 'a', '30');
  assert.match(await page.innerText('.changes'), /changed from the SaaS example: 2 numbers/);
  await page.click('[data-key="a"] .reset');
  assert.equal(await field(page, 'a').inputValue(), '25');
  assert.match(await page.innerText('.changes'), /: 1 number$/);
  await page.getByRole('button', { name: 'Reset to the example' }).click();
  assert.equal(await field(page, 'p').inputValue(), '50');
  assert.match(await page.innerText('.changes'), /unchanged/);
});

site.test('the examples to start from change the answer', async ({ page }) => {
  const headline = async () => {
    await answered(page);
    return page.innerText('#verdict');
  };
  assert.match(await headline(), /scalable/);
  await page.selectOption('#start-from', 'long_shot');
  assert.match(await headline(), /nothing/i);
  await page.selectOption('#start-from', 'idea');
  assert.match(await headline(), /simple version|close to call/);
  await page.selectOption('#start-from', 'pilot');
  assert.match(await headline(), /scalable/);
});

site.test('the currency is a sign and changes no number', async ({ page }) => {
  const before = await lead(page);
  await page.selectOption('#currency', 'EUR');
  assert.equal(await lead(page), before.replace('$', '€'));
  assert.doesNotMatch(await page.innerText('#answer'), /\$/);
  assert.doesNotMatch(await page.innerText('.more'), /\$/);
});

site.test('text that tries to be markup stays text [I9]', async ({ page }) => {
  await type(page, 'C0', '<img src=x onerror=alert(1)>');
  assert.equal(await page.locator('main img').count(), 0);
  assert.equal(await isStale(page), 1);
});

site.test('no violations of WCAG in the error state [A1 A4]', async ({ page }) => {
  await type(page, 'C0', 'abc');
  await type(page, 'L1', '1,5');
  assert.deepEqual(await axe(page), []);
});
