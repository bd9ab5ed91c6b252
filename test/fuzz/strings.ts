import fc from 'fast-check';

/** What makes a Slack, a parser of ours or a reader do something with it. */
const attacks: readonly string[] = [
  ...['<!channel>', '<!here|here>', '<!everyone>', '<@U0ANA0001>', '<@W0ANA0001|ana>', '<#C0XDESK01>'],
  ...['<#C0XDESK01|x-desk>', '<!subteam^S0LIBRARY>', '<!date^1392734382^{date}^https://evil.example/|x>'],
  ...['@here', '@channel', '@everyone', '@centrallibrary', '＠centrallibrary', '#general', ':tada:', ':x:'],
  ...['<https://evil.example|X>', '<https://evil.example/i/status/17>', '<mailto:a@evil.example|mail>'],
  ...['https://evil.example/i/status/17', 'http://evil.example', 'www.evil.example', 'evil.example/x?y=z'],
  ...[
    'https://x.com.evil.example/i/status/1',
    'https://x.com@evil.example/i/status/1',
    'today.It',
    'open.Now',
  ],
  ...['https://t.co/AbCdEf1234', 'https://t.co/', 'javascript:alert(1)', 'data:text/html,<b>x</b>', '//evil'],
  ...['[evil](https://evil.example)', '![x](https://evil.example/x.png)', 'slack://open', 'tel:+4420794600'],
  ...[
    '&lt;!channel&gt;',
    '&amp;lt;!channel&amp;gt;',
    '&#60;!channel&#62;',
    '&',
    '&amp',
    '<',
    '>',
    '<!',
    '<@',
    '|',
  ],
  ...['*bold*', '_it_', '~no~', '`code`', '```\ncode\n```', '> quote', '• point', '1. one'],
  ...[
    '\u202e',
    '\u202d',
    '\u2066',
    '\u2069',
    '\u200f',
    '\u061c',
    '\u200b',
    '\u200d',
    '\ufeff',
    '\u2060',
    '\u00ad',
  ],
  ...['\u0000', '\u0007', '\u001b[31m', '\u007f', '\u0085', '\u2028', '\u2029', '\r\n', '\n\n', '\t', '\v'],
  ...['\ud83d', '\ude00', '\udc00\ud800', '\ufffd', '\uffff', '\u{10ffff}', 'e\u0301', '\u0301', '\u20e3'],
  ...['👩‍👩‍👧‍👦', '🏳️‍🌈', '👍🏽', '🇬🇧🇬', '❤️', '1️⃣', '𝓐𝓷𝓪', 'Ａｎａ', 'ﷺ', 'שלום', 'مرحبا', 'ß', 'İ'],
  ...[
    '{first}',
    '{helpDesk}',
    '{name}',
    '{count}',
    '{}',
    '{__proto__}',
    '{constructor}',
    '$&',
    '$1',
    '$`',
    "$'",
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'prototype',
    'null',
    'undefined',
    'NaN',
    'true',
  ],
  ...['0', '-1', '1e999', '007', '0x10', '9007199254740993', '2026-11-24', '10:42', '[object Object]'],
  ...[
    '{"type":"user","user_id":"U0ANA0001"}',
    '{"blocks":[]}',
    '"}],"text":"',
    "'; --",
    '<script>x</script>',
  ],
  ...['- a: &x [*x]', 'key: value', '# no', '!!js/function', '%YAML 1.2', '"', "'", '\\', '\\u0000', '\\n'],
  ...[
    'central mention-5001-2001',
    'central mention-5001-2001 delete',
    'follow-2002',
    'hello-7',
    'more',
    'answer-',
  ],
  ...['pause', 'resume', 'note', 'next', 'help', 'budget', '^AK', '/greet', '@maya_reads', 'today'],
];

const plainWords: readonly string[] = ['Hello', 'Maya', 'do you have', 'large print?', 'Thank you!', 'l’été'];

/** What a text may be made long of: one word, one letter with marks, lines, blanks, commands to Slack. */
const fillers: readonly string[] = [
  ...['a', 'word ', '<!channel> ', 'today.It ', '&amp;', '\n', ' ', '😀', '\ud83d', '\u202e', '{first}', '!'],
  ...['\u0301', '👩‍', '@a ', 'https://evil.example/ ', '>', '"', '0', 'é', '𝓐', '\u200b'],
];

const piece: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom(...plainWords), weight: 3 },
  { arbitrary: fc.constantFrom(...attacks), weight: 6 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }), weight: 1 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 12 }), weight: 1 },
);

const mixed = fc.array(piece, { minLength: 1, maxLength: 5 });

/** Any text of at most so many UTF-16 units; a cut may leave half a character. */
export function hostile(most: number): fc.Arbitrary<string> {
  const long = fc
    .tuple(fc.constantFrom(...plainWords, ''), fc.constantFrom(...fillers), fc.nat(most), piece)
    .map(
      ([first, filler, units, last]) => `${first}${filler.repeat(Math.ceil(units / filler.length))}${last}`,
    );
  return fc
    .oneof(
      // What a case that fails is made simpler to: nothing at all.
      { withCrossShrink: true },
      { arbitrary: fc.constantFrom('', ' ', '\n', '\u200b', '\u3000', '\u00a0'), weight: 1 },
      { arbitrary: fc.constantFrom(...attacks), weight: 4 },
      {
        arbitrary: fc.tuple(mixed, fc.constantFrom('', ' ', '\n')).map(([all, by]) => all.join(by)),
        weight: 5,
      },
      { arbitrary: long, weight: 2 },
      { arbitrary: fc.string({ unit: 'binary', maxLength: 40 }), weight: 1 },
    )
    .map((said) => said.slice(0, most));
}

/** X's names for accounts: it takes no others. */
export const handles: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('constructor', '__proto__', 'toString', 'channel', 'here', 'i', 'home', '_', '0', 'NULL'),
  fc.stringMatching(/^\w{1,15}$/),
);
