const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu;
/** Letters for formulas, as in 𝓜𝓪𝔂𝓪: screen readers can't read them as a name. */
const MATHEMATICAL = /[\u{1D400}-\u{1D7FF}]/gu;
const NAME = /^\p{L}[\p{M}'’-]*\p{L}[\p{L}\p{M}'’-]*$/u;

/** Titles, articles and other words that stand before a name or are the beginning of something else. */
const notNames = new Set(
  `the a an my our its this that just only not im i'm we mr mrs ms mx miss dr doctor prof professor sir madam lady lord rev
  revd fr father sister brother captain capt cllr councillor judge herr frau señor señora señorita sr sra srta don doña el la
  los las der die das ein eine y yr team friends save visit real official little big old new happy book books bücher libros
  llyfrau reading somebody someone nobody anonymous admin support info hello hi mum mam mama mummy dad daddy nan nana nanny gran granny
  grandma grandad grandpa aunty auntie aunt uncle oma opa abuela abuelo nain taid deleted suspended account user citizen resident
  local retired proud tired grumpy angry concerned humble average your another every`.split(/\s+/u),
);

/** Words in the names of shops, clubs and offices. */
const organisations = new Set(
  `library libraries books book bookshop bookstore bookclub bookworm reads shop store café cafe coffee club school schools college university
  church council news radio fm tv ltd limited inc llc plc gmbh ag group society association trust foundation museum
  gallery theatre theater festival charity community centre center team official press publishing publishers magazine daily
  times post gazette herald fc afc band records studio studios services online company bakery restaurant kitchen bar pub
  hotel gardens farm market media network project campaign union party police nhs hospital bibliothek bücherei verein
  schule buchhandlung verlag zeitung stadt biblioteca librería libreria escuela colegio universidad ayuntamiento asociación
  asociacion fundación museo teatro editorial llyfrgell siop ysgol cyngor clwb prifysgol amgueddfa cymdeithas eglwys
  theatr cymru wales uk hq bot allotment allotments contemporary road street runners knitters plumbing cakes of`.split(
    /\s+/u,
  ),
);

/** What organisations put behind their name in a handle. */
const HANDLE_ENDS =
  /^(?:_|official|hq|org|uk|gb|us|usa|eu|de|es|cymru|wales|scotland|ireland|london|news|shop|books)*$/u;

/** Two names in one word, as "McKay" and "JoAnn". */
const TWO_CAPITALS = /^(?:Mc|Mac|De|Di|La|Le|Jo|Mary|Ann|O['’]|D['’])\p{Lu}/u;

/**
 * The first name of a person by which an answer may greet them: the first word of their display name. Undefined where that is
 * none, as far as one can tell: initials, a title, one word in capitals, a shop or an office, a handle.
 */
export function givenName(displayName: string, handle: string): string | undefined {
  const plain = displayName.replace(MATHEMATICAL, (letter) => letter.normalize('NFKC'));
  const words = plain.replace(EMOJI, ' ').trim().split(/\s+/u);
  const [first = ''] = words;
  const isCapitals = first === first.toUpperCase() && first !== first.toLowerCase();
  const isOwned = /['’]s$/iu.test(first);
  if (!NAME.test(first) || isCapitals || isOwned || notNames.has(first.toLowerCase())) return undefined;
  const isOrganisation = words.some(
    (word) => organisations.has(plainWord(word)) || /^(?:&|\+|and|und)$/iu.test(word),
  );
  const isHandle =
    words.length === 1 &&
    (isLike(first, handle) || (/\p{Ll}\p{Lu}/u.test(first) && !TWO_CAPITALS.test(first)));
  return isOrganisation || isHandle ? undefined : first;
}

const plainWord = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{M}]/gu, '');

/** Whether a handle is the name itself, as "@oxfamgb" is of Oxfam. */
function isLike(name: string, handle: string): boolean {
  const [bare, own] = [name.toLowerCase(), handle.toLowerCase().replace(/^@/u, '')];
  return own.startsWith(bare) && HANDLE_ENDS.test(own.slice(bare.length));
}
