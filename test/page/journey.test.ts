import { beforeAll, describe, expect, it } from 'vitest';
import { ana, ben, dev } from '../e2e/desk.js';
import { scene, useScene } from '../e2e/scene.js';
import { sees, seesNoMore, useBrowser, type Visitor, visit } from './browser.js';

// On the page people see time pass.
useScene({ sandbox: { speed: 1 } });
useBrowser();

let asAna: Visitor;
let asBen: Visitor;
beforeAll(async () => {
  await scene.x('signIn', { browser: ana, as: 'centrallibrary' });
  [asAna, asBen] = await Promise.all([visit(scene), visit(scene, { as: ben })]);
});

/** Writes an answer to somebody's card and sends it. */
async function answers(visitor: Visitor, name: string, starter: string, words: string): Promise<void> {
  await visitor.press(name, starter);
  await sees(visitor.modal.getByRole('textbox'));
  await visitor.type(words);
  await visitor.modal.getByRole('button', { name: 'Send', exact: true }).click();
  await sees(visitor.modal.getByText('Going out at'));
}

describe('two people at one desk', () => {
  it('both see a question come in, and on the right what Maya wrote', async () => {
    await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large-print crime novels?');
    await sees(asAna.card('Maya Ortiz').getByRole('button', { name: 'Answer', exact: true }));
    await sees(asBen.card('Maya Ortiz'));
    await sees(asAna.x.getByText('Do you have large-print crime novels?'));
    await sees(asAna.toasts.getByText('question from Maya'));
  });

  it('one takes it, with the caret after the opening; the other sees who, and her draft as she types', async () => {
    await asAna.press('Maya Ortiz', 'Answer');
    const box = asAna.modal.getByRole('textbox', { name: 'Your answer' });
    await sees(box);
    await asAna.type('yes: 40 at Central.');
    expect(await box.inputValue()).toBe('Hi Maya, yes: 40 at Central.');
    await sees(asBen.card('Maya Ortiz').getByText('Ana is answering'));
    await expect.poll(() => scene.sandbox.journal.read().some(({ kind }) => kind === 'type')).toBe(true);
    await scene.app.idle();
    await asBen.press('Maya Ortiz', 'Open');
    await sees(asBen.modal.getByText('Hi Maya, yes: 40 at Central.'));
  });

  it('the other takes it over, and whoever had it is told so when she presses Send', async () => {
    await asBen.modal.getByRole('button', { name: 'Take over' }).click();
    await sees(asBen.modal.getByRole('textbox', { name: 'Your answer' }));
    await asAna.modal.getByRole('button', { name: 'Send', exact: true }).click();
    await sees(asAna.modal.getByText(/^Ben took this over at/));
    await asAna.page.keyboard.press('Escape');
    await seesNoMore(asAna.modal);
  });

  it('Send can be undone, and the words are there again', async () => {
    await asBen.modal.getByRole('button', { name: 'Send', exact: true }).click();
    await asBen.modal.getByRole('button', { name: 'Undo' }).click();
    await seesNoMore(asBen.modal.getByText('Going out at'));
    await scene.app.idle();
    await scene.pass(10_000);
    expect(scene.published('40 at Central')).toEqual([]);
    if (await asBen.modal.isVisible()) await asBen.page.keyboard.press('Escape');
    await asBen.press('Maya Ortiz', 'Open');
    expect(await asBen.modal.getByRole('textbox').inputValue()).toContain('Hi Maya, yes: 40 at Central.');
  });

  it('what is sent appears on X and on the card, on both screens, without a reload', async () => {
    await asBen.modal.getByRole('button', { name: 'Send', exact: true }).click();
    await sees(asBen.modal.getByText('Going out at'));
    await asBen.modal.getByRole('button', { name: 'Done' }).click();
    await scene.pass(8_000);
    await asAna.x.getByRole('tab', { name: /^Posts/ }).click();
    await sees(asAna.x.getByText('Hi Maya, yes: 40 at Central. ^BO'));
    for (const visitor of [asAna, asBen]) await sees(visitor.card('Maya Ortiz').getByText('Ben answered at'));
    await asAna.card('Maya Ortiz').getByRole('link', { name: 'View reply on X' }).click();
    await sees(asAna.x.locator('.marked', { hasText: '^BO' }));
  });
});

describe('a hand-off', () => {
  it("opens X's composer on the right, filled, and is recognised once it is posted", async () => {
    await scene.x('addAccount', { handle: 'samokafor', name: 'Sam Okafor' });
    await scene.x('post', { by: 'samokafor', text: 'Any good allotment books?' });
    await scene.x('follow', { by: 'samokafor' });
    await scene.pass(310_000);
    await asAna.press('Sam Okafor', 'Greet');
    await asAna.modal.getByRole('button', { name: 'Open in X' }).click();
    const composer = asAna.x.getByRole('textbox', { name: 'Your post' });
    expect(await composer.inputValue()).toContain('Hi Sam,');
    await sees(asAna.x.getByText('Signed in as Central Library'));
    await composer.fill('Hi Sam, the allotment shelf is by the window.');
    await asAna.x.getByRole('form').getByRole('button', { name: 'Reply', exact: true }).click();
    await sees(asAna.x.getByText('Hi Sam, the allotment shelf is by the window.'));
    await asAna.modal.getByRole('button', { name: 'Close' }).last().click();
    await scene.pass(62_000);
    await sees(asAna.card('Sam Okafor').getByText('Ana answered in X'));
  });

  it('from a browser in which nobody is signed in posts nothing, and says so', async () => {
    await scene.x('signIn', { browser: ana });
    await asAna.page.evaluate(
      "import('/page/act.js').then(({ follow }) => follow('https://x.com/intent/post?text=Hello'))",
    );
    await sees(asAna.x.getByText('Nobody is signed in to X'));
    await asAna.x.getByRole('button', { name: 'Post', exact: true }).click();
    await sees(asAna.toasts.getByText('Nobody is signed in to X'));
    await asAna.x.getByRole('button', { name: 'Not now' }).click();
  });
});

describe('commands', () => {
  it('/greet next opens the editor of what waits; a slash offers what there is', async () => {
    await scene.mention(
      'leo_on_wheels',
      'Leo Brandt',
      '@centrallibrary Is the lift at Central working today?',
    );
    await sees(asBen.card('Leo Brandt'));
    await asBen.slack.getByRole('combobox', { name: /^Message to/ }).fill('/');
    await sees(asBen.slack.getByRole('option', { name: '/rota' }));
    await asBen.command('/greet next');
    await sees(asBen.modal.getByRole('heading', { name: 'Answer Leo' }));
    await asBen.page.keyboard.press('Escape');
    await seesNoMore(asBen.modal);
  });

  it('what is answered to one person is marked as theirs, and nobody else sees it', async () => {
    await asBen.command('/greet nexr');
    await sees(asBen.slack.locator('.whisper', { hasText: 'nexr' }).getByText('Only visible to you'));
    expect(await asAna.slack.locator('.whisper', { hasText: 'nexr' }).count()).toBe(0);
  });
});

describe('a trainee', () => {
  it('asks for a check; a colleague reads it and sends it', async () => {
    const asDev = await visit(scene, { as: dev });
    await asDev.press('Leo Brandt', 'Answer');
    await sees(asDev.modal.getByRole('textbox'));
    await asDev.type('yes, since this morning.');
    await asDev.modal.getByRole('button', { name: 'Ask for a check' }).click();
    await sees(asBen.card('Leo Brandt').getByText("Dev's answer is ready for a colleague."));
    await asBen.press('Leo Brandt', 'Check');
    const box = asBen.modal.getByRole('textbox');
    expect(await box.inputValue()).toBe('Hi Leo, yes, since this morning.');
    await asBen.modal.getByRole('button', { name: 'Send', exact: true }).click();
    await sees(asBen.modal.getByText('Going out at'));
    await asBen.modal.getByRole('button', { name: 'Done' }).click();
    await scene.pass(8_000);
    await sees(asDev.card('Leo Brandt').getByText('Dev answered at'));
  });
});

it("cover is asked for on the app's home, and whoever presses first has the shift", async () => {
  await asAna.slack.getByRole('button', { name: 'Home' }).click();
  await asAna.slack.getByRole('button', { name: 'Find cover' }).click();
  await sees(asAna.modal.getByRole('combobox', { name: 'Whom to ask?' }));
  await asAna.modal.getByRole('button', { name: 'Ask', exact: true }).click();
  await asAna.slack.getByRole('button', { name: 'x-desk' }).click();
  const asked = asBen.slack.locator('.place-view .message', { hasText: "Ana can't do" });
  await asked.getByRole('button', { name: "I'll take it" }).click();
  await sees(asAna.slack.locator('.place-view .message', { hasText: /Ben .*Ana/ }));
});

it('what stops an answer stands under the input, and the words stay', async () => {
  await scene.mention('priya_knits', 'Priya Nair', '@centrallibrary How do I join from outside the town?');
  await sees(asAna.card('Priya Nair'));
  await asAna.press('Priya Nair', 'Answer');
  const box = asAna.modal.getByRole('textbox');
  await sees(box);
  await asAna.modal.getByRole('button', { name: 'Send', exact: true }).click();
  await sees(asAna.modal.getByText('Add your own words'));
  expect(await box.getAttribute('aria-invalid')).toBe('true');
  await asAna.page.keyboard.press('Escape');
  await seesNoMore(asAna.modal);
  // The card shows by now that it is free again.
  await scene.pass(2_000);
  await answers(asAna, 'Priya Nair', 'Answer', 'come by with any letter that has your name on it.');
  await asAna.page.keyboard.press('Escape');
});
