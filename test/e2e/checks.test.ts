import { describe, expect, it } from 'vitest';
import { ana, carla, dev } from './desk.js';
import { hands, scene, useScene } from './scene.js';

useScene({ desk: (text) => `${text}\n    ours: ["ourlibrary.org/*"]\n` });
const { reads, title } = hands;

let asked = 0;
function question(name: string): Promise<string> {
  asked += 1;
  return scene.mention(`patron_${asked}`, name, `@centrallibrary ${name} asks: are you open late?`);
}

/** What stands under the input after *Send*. */
async function refused(user: string): Promise<readonly string[]> {
  return Object.values((await hands.submit(user)).errors ?? {});
}

const answer = 'yes: on Thursdays the reading room at Central stays open until eight.';

describe('what is not for the public', () => {
  it('is stopped under the input, where the words stay', async () => {
    await question('Maya Ortiz');
    await hands.writes(ana, 'Maya Ortiz', 'Answer', 'Hi Maya, ring 07700 900123.');
    expect(await refused(ana)).toEqual([
      "07700 900123 isn't one of our numbers. Take it out or answer privately.",
    ]);
    await hands.type(ana, 'Hi Maya, open today.It closes at eight.');
    expect(await refused(ana)).toEqual([
      "'today.It' becomes a web link and costs $0.20. Add a space after the full stop.",
    ]);
    await hands.type(ana, `Hi Maya, ${answer}`);
    await hands.submit(ana);
    expect(await title(ana)).toBe('On its way');
    await hands.close(ana);
    await scene.pass(10_000);
    expect(scene.published('Hi Maya')).toHaveLength(1);
  });
});

describe('what we said before', () => {
  it('is held up once, with the day, and may be sent all the same', async () => {
    await question('Leo Brandt');
    await hands.writes(ana, 'Leo Brandt', 'Answer', `Hi Leo, ${answer}`);
    await hands.submit(ana);
    expect(await title(ana)).toBe('Before you send');
    expect(await reads(ana)).toMatch(/We said this to someone on \d+ \w+\./);
    await hands.submit(ana);
    expect(await title(ana)).toBe('On its way');
    await hands.close(ana);
    await scene.pass(10_000);
    expect(scene.published('Hi Leo')).toHaveLength(1);
  });

  it('is known too where a colleague said it in the X app', async () => {
    await scene.x('post', {
      by: 'centrallibrary',
      text: 'Our Park branch is closed on Monday for the new heating, Central is open as ever.',
    });
    await scene.pass(62_000);
    await question('Pia Park');
    await hands.writes(
      ana,
      'Pia Park',
      'Answer',
      'Our Park branch is closed on Monday for the new heating, but Central is open as ever.',
    );
    await hands.inModal(ana, 'Look it over');
    expect(await reads(ana)).toMatch(/We said this to someone on \d+ \w+\./);
    await hands.close(ana);
  });
});

describe('a link to our own pages', () => {
  it('shows its price as it is typed, keeps what is typed, and holds nothing up', async () => {
    await question('Uma Link');
    await hands.writes(ana, 'Uma Link', 'Answer', 'Hi Uma, the lift opens at nine.');
    expect(await reads(ana)).not.toContain('A web link makes this cost');
    const words = 'Hi Uma, ourlibrary.org/lift says when it runs.';
    await hands.type(ana, words);
    expect(await reads(ana)).toContain('A web link makes this cost $0.20.');
    expect(JSON.stringify((await scene.view(ana)).values)).toContain(words);
    await hands.submit(ana);
    expect(await title(ana)).toBe('On its way');
    await hands.close(ana);
  });
});

describe('a greeting', () => {
  it('with the name of somebody else is held up once, and may be sent all the same', async () => {
    await question('Xena Ward');
    await hands.writes(ana, 'Xena Ward', 'Answer', 'Hi Maya, the lift at Central is mended now.');
    await hands.submit(ana);
    expect(await title(ana)).toBe('Before you send');
    expect(await reads(ana)).toContain('This greets Maya. It goes to Xena Ward.');
    await hands.submit(ana);
    expect(await title(ana)).toBe('On its way');
    await hands.close(ana);
  });

  it('names nobody where the display name is no first name', async () => {
    await question('The Book Nook');
    await scene.press(ana, 'The Book Nook', 'Answer');
    expect(await reads(ana)).toContain('Hello, ');
    await hands.close(ana);
  });
});

describe('a colleague who checks', () => {
  it('sees at once what there is to say of the words', async () => {
    await question('Tia Trainee');
    await hands.writes(dev, 'Tia Trainee', 'Answer', 'Hi Tia, see library.org or ask @leo_x.');
    await hands.submit(dev);
    await hands.close(dev);
    await scene.press(carla, 'Tia Trainee', 'Check');
    expect(await reads(carla)).toContain('@leo_x is notified of this, too. X may refuse it.');
    expect(await reads(carla)).toContain("'library.org' is a web link: with it this costs $0.20.");
    await hands.submit(carla);
    expect(await title(carla)).toBe('Before you send');
    await hands.inModal(carla, 'Change the words');
    expect(await title(carla)).toBe("Check Dev's answer");
    await hands.close(carla);
  });
});
