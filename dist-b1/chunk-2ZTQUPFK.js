import {
  isWritten,
  newestAct,
  omit
} from "./chunk-5A2VF7ET.js";
import {
  isColleague,
  memberOf,
  networkAddress,
  networks
} from "./chunk-RQ3MMC74.js";
import {
  firstName,
  firstPhraseIn,
  oncePer,
  quote
} from "./chunk-3J5ILMX7.js";
import {
  deskId,
  postId
} from "./chunk-DX3M4XLW.js";
import {
  dayMs,
  hourMs,
  minuteMs,
  secondMs
} from "./chunk-5EYM5PYM.js";

// dist/core/private/private-desk.js
function privateSideOf(desk) {
  if (!desk.privateMessages)
    return void 0;
  const { channel, ...inPrivate } = desk.privateMessages;
  const side = { id: deskId(privateSideId(desk.id)), channel, inPrivate: { ...inPrivate, of: desk.id } };
  return { ...omit(desk, "feed", "privateMessages"), ...side };
}
var privateSideId = (desk) => `${desk}-private`;
function privateSideNow(side, desk, colleagues = [], channel) {
  const members = new Set(colleagues.filter(isColleague).map(({ id }) => id));
  const staff = desk.rota.staff.filter(({ slackId, gone }) => members.has(slackId) && !gone);
  const others2 = desk.rota.staff.filter(({ slackId }) => !members.has(slackId)).map(({ slackId, name }) => ({ slackId, name, guest: false, inChannel: false }));
  const { failing, notes, pause, savedStarters } = desk;
  return {
    ...side,
    listedStaff: desk.rota.staff,
    outsiders: [...others2, ...desk.outsiders ?? []],
    rota: { ...desk.rota, staff },
    ...channel && { channelName: channel.name },
    ...notes && { notes },
    ...pause && { pause },
    ...failing && { failing },
    ...savedStarters && { savedStarters }
  };
}

// dist/core/languages/word-lists.js
var list = (text) => text.trim().split(/\s*,\s*/u);
var each = (first2, second) => list(first2).flatMap((one) => list(second).map((two) => `${one} ${two}`));
function together(first2, ...others2) {
  const names = Object.keys(first2);
  const joined = names.map((name) => [name, [first2, ...others2].flatMap((lists2) => lists2[name] ?? [])]);
  return Object.fromEntries(joined);
}

// dist/core/languages/english.js
var people = "i, you, u, we, they, he, she, ya";
var anyone = "anyone, anybody, someone, somebody, any of you, everyone, people";
var things = "it, there, this, that, these, those, the, my, your, our, their, his, her, any, a, an, all, both";
var visitors = "kids, children, adults, teenagers, students, visitors, members, dogs, parents, tourists, pupils, groups, schools, families, residents, carers, non, under, over";
var english = {
  topics: {
    fillers: list(`hi, hello, hey, hiya, heya, howdy, hi there, hello there, hey there, dear, yo, oi, morning,
      afternoon, evening, good morning, good afternoon, good evening, all, everyone, folks, guys, team, please, pls,
      plz, and, but, or, so, also, then, now, again, well, right, ok, okay, oh, ah, um, erm, hmm, just, actually,
      anyway, btw, by the way, honestly, lol, haha, omg, wow, sorry, excuse me, thanks, thank you, many thanks, cheers,
      ta, yes, yeah, yep, no, nope, wait, ps, library, librarian, librarians, asking for a friend, if so, if not`),
    sayings: [
      ...list(`who's who, who knew, who cares, who needs, who says, who said, who doesn't, who doesnt, who wouldn't, who'd have,
        who would have, who would've, who am i, what a, what an, what can i say, what would i do without,
        what would we do without, what i, what we, what you, how i, how we, how you, how dare, how nice, how lovely,
        how kind, how great, how good, how cool, how sweet, how wonderful, how fun, how rude, how sad, how amazing,
        how beautiful, how disappointing, how ridiculous, how thoughtful, how exciting, how brilliant, how true,
        how are you, why bother, why oh why, why i, why we, why thank you, can i just say, can we just, may i say,
        may i just, can i say, can you believe, would you believe, could you not, tell me about it, let me tell you,
        don't tell me, i don't know how, i don't know what i'd do, don't know where i'd be, any time, any day,
        any excuse, anyone can, anyone who, anyone could, anybody who, anybody can, do not, can't wait, could not,
        is it any wonder, is there anything better, have i mentioned, did i mention, is it just me who loves, am i right,
        where would we be without, where would i be without, you know what, guess what, so do i, so did i, so am i,
        neither do i, nor do i, as do i, is it weird, is it friday yet, any book, why do you always, why are you always, why is it always, why is there never,
        why does nobody, why does nothing, why can't you just, are we there yet, do yourself, do the right thing,
        let me know if you need, let me know if you ever, let me know if i can, let us know if you need, why would anyone,
        why would you, do you people, do you even`),
      ...each("which", "reminds, means, meant, made, makes, i, we, was, were, had, is why, is what, is a, is so, is great"),
      ...each("which is", "nice, lovely, good, fine, fair, very, really, not, just, always, ridiculous, annoying"),
      ...each("is, was", "a, an, the best, the worst, so, such, very, really, always, not"),
      ...each("has, had, have", "the best, the worst, a, been")
    ],
    openers: [
      ...each("do, did, can, could, will, would, should, shall, may, might, must, have", people),
      ...each("don't, didn't, can't, couldn't, won't, wouldn't, shouldn't, haven't, aren't", "you, we, they"),
      ...each("does, did, can, could, will, would, should, is, has", anyone),
      ...each("does, can, could, will, would, should", things),
      ...each("do, can, could, may, will, should, are", visitors),
      ...each("is, has", "it, there, this, that, my, your, our, their, his, her, he, she"),
      ...each("isn't", "it, there, this, that, the"),
      ...each("are", "you, u, we, they, there, the, these, those, my, your, our, their, any, all, both"),
      ...each("do", "these, those, my, your, our, their, any, all, both"),
      ...each("is", "monday*, tuesday*, wednesday*, thursday*, friday*, saturday*, sunday*, today*, tonight*, tomorrow*, next, parking"),
      ...each("how to", "renew, join, register, book, reserve, get, find, apply, cancel, pay, access, contact, sign, return, use"),
      ...each("have", "any, your, the"),
      ...each("what, when, where, why, how", `is, are, was, were, do, does, did, can, could, will, would, should, has, have, am, might`),
      ...each("who", "do i, do we, do you, can i, can we, should i, should we, would i, did, to ask, to contact"),
      ...list(`is the, am i, what's, whats, when's, whens, where's, wheres, who's, whos, how's, hows, why, what about,
        how about, how come, how much, how many, how long, how late, how early, how often, how old, how far, how soon,
        how big, what if, what time, what day, what happens, what happened, which book*, which branch*, which day*,
        which one, which of, any of you, any of your, anyone know, anybody know, anyone else, got any, you got any,
        you got a, you got the, u got, you open, u open, you still open, you guys, possible, ok to, okay to, ok if,
        okay if, alright to, alright if, mind if, fancy, d'you, dya, is anyone else`)
    ],
    sentenceOpeners: [
      ...each("what", `time*, day*, date*, hours, kind, sort, type, size, age*, floor, number, page, book*, author, else, exactly,
        on, the, happens, happened, counts, made, makes, became, goes, sort of, kind of, documents, id, format*`),
      ...each("when", "exactly, abouts, next"),
      ...each("where", "to, abouts, exactly, on, in, else"),
      ...each("how", "to, exactly, on, busy, quickly, easy, hard, likely, accessible, full, safe, popular, high, might"),
      ...list("who, whose, whom, which, whereabouts, any idea*, any chance, any news, any update*, anyone, anybody")
    ],
    mildOpeners: list(`what, is, are, am, were, does, was it, was that, was this, was there, did the, did my, did it, did that,
      did this, has, any, isn't, aren't, you still, do, still doing, still running, still open, still on, i'd like to, id like to, i would like to,
      we'd like to, i need help`),
    asking: [
      ...each("do, did, can, could, would, will, should", "i, you, we, u"),
      ...each("does, did, has, is, can, could, would, will", "anyone, anybody, someone"),
      ...each("wonder, curious, find out, work out, figure out, let me know, idea, to know, to ask, please confirm", "if, whether, what, when, where, how, who, why, which"),
      ...each("know, not sure, unsure, check, confirm, asking, tell me, ask you, ask, see", "if, whether"),
      ...each("not sure, unsure, no clue, no idea", "where to, who to, how to, what to, where i can, how i can"),
      ...each("any", "chance, idea*, news, update*, word on, plans, recommendation*, suggestion*, advice, clue, tips"),
      ...each("looking for", "a, an, any, some, information, info, help, advice, recommendations, something, somewhere"),
      ...each("is it", "possible, ok, okay, true, too late, me or, just me, free, worth, still"),
      ...each("is there, are there", "a, an, any, anything, anyone, anywhere, somewhere, still, a way"),
      ...each("what time", "do, does, is, are, will, can"),
      ...each("how much, how long, how many", "is, are, does, do, would, will, can"),
      ...each("quick, a, another, silly, stupid, daft, random, one, genuine", "question"),
      ...list(`wondering, just wondered, wondered if, wondered whether, wondered what, was hoping to, need advice, need some advice,
        need help with, can't remember my, cant remember my, forgotten my, just checking, double checking, checking if, just check, send me, please send, details of, details about, link to,
        grateful for details, information about, information on, info on, info about, does it, does this, does my, does your, wanna know, wanted to know, want to know, need to know, like to know, love to know,
        do with knowing, curious about, curious as to, let me know, anyone know, anybody know, quick q, question for you,
        question about, wanted to ask, want to ask, like to ask, can't work out, cant work out, can't figure out,
        cant figure out, cannot work out, tell me, tell us, please advise, please help, hoping you can, hope you can,
        hoping someone can, hope someone can, can anyone help, trying to find out, trying to track down,
        trying to get hold of, trying to locate, or nah, or what, or just me, please can, please could, pls can,
        pls could, d'you, enquire, inquire, enquiring, inquiring, what's the, whats the, what are the chances`)
    ],
    complaint: list(`broken, broke, closed, shut again, shut early, rude, dirty, filth*, grubby, grim, gross, revolting,
      stink*, stank, smell*, mould*, leak*, no soap, noisy, noise, too loud, so loud, freezing, too hot, too cold,
      no heating, overcrowded, understaffed, no staff, nowhere to sit, chaos, chaotic, shambles, farce, disaster, pathetic,
      useless, hopeless, rubbish, crap, wtf, ffs, disappoint*, annoy*, frustrat*, infuriat*, disgrac*, disgust*,
      complain*, complaint, shameful, shame, poor, unacceptable, not acceptable, ridiculous, terrible, awful, horrible,
      horrendous, dreadful, appalling, worst, unfair, unhappy, unhelpful, unprofessional, incompeten*, patronis*,
      patroniz*, condescend*, discriminat*, upset, angry, furious, livid, fuming, sick of, tired of, had enough, fed up,
      never again, let down, let us down, ignored, ignoring, wrong, wrongly, mistake, my fault, still waiting,
      been waiting, waiting weeks, waiting ages, waiting months, waited, still no, still not, still haven't, still hasn't,
      still isn't, still can't, yet again, no reply, no response, no answer, no explanation, no apology, without warning,
      without notice, no notice, no warning, never replied, never got back, never heard back, nobody answers,
      no one answers, nobody cares, nobody cared, no one cares, nobody bothered, never answered, couldn't care less,
      not working, doesn't work, doesnt work, don't work, didn't work, won't work, isn't working, isnt working,
      aren't working, stopped working, never works, out of order, been out, is down, down again, offline, glitch*, buggy,
      crash*, error, jammed, won't load, wont load, can't log in, cant log in, cannot log in, can't get through,
      cut off, hung up, locked out, logged me out, kicked out, turned away, told off, shouted at, spoken to,
      cancelled, canceled, last minute, lost my, lost our, gone missing, are gone, fined, overcharged,
      charged me, charged twice, rip off, rip-off, overpriced, too expensive, you've cut, been cut, cuts, sort it out,
      get it sorted, put right, can't believe you, cant believe you, a joke, not good, not great, not happy,
      not impressed, not helpful, not ok, not okay, isn't good enough, thanks for nothing, waste of, wasted, a mess, blocked, makes no sense, can't find anything, not a single, promised, loudly, nobody came, no one came,
      no one told, nobody told, pity, been charged, laughed at, no parking, headache, torn, missing pages, gave me nothing, zero stars, one star,
      1 star, \u{1F44E}, \u{1F620}, \u{1F621}, \u{1F92C}, \u{1F624}, \u{1F612}, \u{1F644}, \u{1F92E}, \u{1F922}, \u{1F926}`),
    praise: list(`thank*, thx, cheers, ta for, love, loved, loves, loving, lovely, adore*, great, brilliant, amazing,
      wonderful, fantastic, excellent, awesome, superb, fab, fabulous, incredible, stunning, gorgeous, magic*, perfect,
      outstanding, beautiful, impressive, impressed, helpful, friendly, welcoming, patient, grateful, delighted, pleased,
      glad, enjoy*, appreciate*, congratulations, congrats, well done, kudos, bravo, props, hats off, shout out, shoutout,
      made my day, favourite, favorite, so kind, very kind, kindness, kindest, so nice, really nice, how nice, nice one,
      so good, really good, very good, good work, good job, great job, keep it up, keep up, so happy, very happy,
      fun, treat, happy place, buzzing, big up, do yourself a favour, five stars, 5 stars, gem, treasure, lifesaver, lifeline, legend*, the best, best library, best librarian*, best place,
      best thing, top notch, top marks, first class, above and beyond, chef's kiss, hero, heroes, miracle*, never let me down, nowhere better, nothing better,
      anything better, can't fault, recommend*, blown away, thumbs up, won't stop talking about, 10/10, \u2764, \u{1F64F}, \u{1F44F}, \u{1F60D},
      \u{1F970}, \u{1F495}, \u{1F49C}, \u{1F499}, \u{1F49A}, \u{1F49B}, \u{1F9E1}, \u{1F496}, \u{1F497}, \u{1F493}, \u{1FAF6}, \u{1F929}, \u{1F64C}, \u{1F4AF}`)
  },
  followThanks: {
    thanks: list("thank, thank you, thanks, thx, ty, cheers"),
    following: list("follow, follows, following, followed")
  },
  greetings: list(`hi, hi there, hello, hello there, hey, hey there, hiya, dear, good morning, good afternoon, good evening,
    morning, afternoon, evening`),
  courtesies: list("thanks, thank you, thanks so much, thank you so much, thank you very much, thanks again, many thanks, cheers, sorry, so sorry, welcome, congratulations, well done"),
  nobody: list(`there, all, everyone, everybody, anyone, folks, friend, friends, reader, readers, neighbour, neighbours, again,
    you, your, you're, team, guys, both, from, to, and, or, for, so, very, about, it, it's, its, we, we're, we've, we'll, i,
    i'm, i've, this, that, these, the, they, yes, no, yep, not, a, an, our, in, at, on, if, glad, lovely, great, good, happy,
    back, of, what, how, just, please, is, are, do, can, could, will, have, mr, mrs, ms, mx, dr, prof, sir, madam, book,
    library, only, unfortunately, absolutely, of, sure, monday, tuesday, wednesday, thursday, friday, saturday, sunday`)
};

// dist/core/languages/german.js
var german = {
  topics: {
    fillers: list(`hallo, hall\xF6chen, hi, hey, huhu, moin, servus, tach, mahlzeit, gr\xFCezi, gr\xFC\xDF gott, gruess gott, guten tag,
      guten morgen, guten abend, liebe*, zusammen, leute, ihr lieben, bitte, sorry, entschuldigung, entschuldigt,
      entschuldigen sie, verzeihung, danke, vielen dank, und, aber, oder, also, \xE4h, \xE4hm, hm, na, \xFCbrigens, ach, ja, nein,
      nee, ne, so, nun, dann, jetzt, eigentlich, nochmal, team, alle, mal, haha, tja, achso, ps, an alle`),
    sayings: [
      ...each("wie", `sch\xF6n, toll, lieb, s\xFC\xDF, suess, nett, cool, immer, gestern, jedes, jede, jeden, geil, wunderbar, gut, schade,
        versprochen, gesagt, ihr, ich, peinlich, unfreundlich, bl\xF6d, traurig, \xE4rgerlich, herrlich, gro\xDFartig, lecker`),
      ...each("was f\xFCr", "ein, eine, einen, einem, nette, tolle"),
      ...list(`wer h\xE4tte gedacht, wer h\xE4tte das, wer braucht schon, wer kennt das nicht, wer wei\xDF das schon, wer will kann,
        wo k\xE4men wir, kann ich nur, kann man nur, kann nur, muss ich sagen, muss man sagen, muss sagen, muss schon sagen,
        kann sein, hat sich erledigt, hat geklappt, wird gemacht, wird zeit, geht klar, geht doch, geht mir, geht uns,
        wer hat sich, wer denkt sich, ist notiert, ist erledigt, ist gut, ist klar, ist okay, ist ok, wo man, wie der, wie mein,
        wie man so, wie wahr, wird ein, wird eine, kommt alle, kommt vorbei, wei\xDF nicht, weiss nicht, wei\xDF ich, warum geht nie, warum ist nie, warum ist immer, als ob, und ob, egal ob, ist ja, sind ja, habt ihr toll, habt ihr super, habt ihr gut, habt ihr sch\xF6n, seid ihr toll,
        seid ihr super, haben wir gerade, haben wir gestern`)
    ],
    openers: [
      ...each(`habt, seid, k\xF6nnt, koennt, k\xF6nntet, koenntet, wisst, bietet, macht, nehmt, verleiht, leiht, \xF6ffnet, schlie\xDFt,
        schliesst, plant, sucht, braucht, d\xFCrft, wollt, werdet, w\xFCrdet, h\xE4ttet, verkauft, kennt, bekommt, kriegt, gebt,
        f\xFChrt, stellt, hattet, wart, sagt, schafft, findet, druckt, repariert, akzeptiert, veranstaltet`, "ihr"),
      ...each(`haben, sind, k\xF6nnen, koennen, k\xF6nnten, koennten, wissen, bieten, nehmen, werden, w\xFCrden, h\xE4tten, verleihen, planen,
        suchen, brauchen, \xF6ffnen, schlie\xDFen, kennen, verkaufen`, "sie"),
      ...each("hast, kannst, wei\xDFt, weisst, k\xF6nntest, bist, wirst, w\xFCrdest", "du"),
      ...each("kann, darf, muss, brauche, soll, sollte, k\xF6nnte, bekomme, bekommt, braucht, d\xFCrfte, kriegt", "ich, man, mein, meine"),
      ...each("k\xF6nnen, d\xFCrfen, m\xFCssen, sollen, brauchen", "wir, kinder, besucher"),
      ...each("kann, k\xF6nnte, koennte", "mir, uns, jemand, einer, wer"),
      ...each("wei\xDF, weiss, hat, kennt, war, ist, m\xF6chte, h\xE4tte, kommt", "jemand, wer, einer, irgendjemand, irgendwer, von euch"),
      ...each("ist, w\xE4re, waere", "es m\xF6glich, es noch, es erlaubt, das normal, das richtig, das m\xF6glich"),
      ...each("ab, bis, seit, von, f\xFCr", "wann"),
      ...each("in, auf, ab, f\xFCr, zu, an, bei, mit, aus, zwischen", "welche*"),
      ...each("an, f\xFCr, bei, mit, zu, von", "wen, wem"),
      ...each("was", `ist, sind, kostet, kosten, muss, kann, brauch*, passiert, macht, machen, mache, ist mit, gibt, gilt, tun, soll, darf,
        wird, haltet, bedeutet, hei\xDFt, habt, hat, l\xE4uft, war, w\xFCrde, empfehl*, steht, geschieht, genau`),
      ...list(`gibt es, gibts, gibt's, gab es, wann, warum, wieso, weshalb, weswegen, wie lange, wie viel, wie viele, wieviel*,
        wie oft, wie sp\xE4t, wie teuer, wie hoch, wie kann, wie komm*, wie funktioniert, wie bekomm*, wie geht, wie hei\xDFt,
        wo kann, wo find*, wo ist, wo sind, wo bekomm*, wo gibt, wo steh*, um wie viel, um wieviel, besteht die m\xF6glichkeit,
        woher, wohin, womit, wozu, worum, wof\xFCr, besteht`)
    ],
    sentenceOpeners: list(`wer, wen, wem, wessen, wie, wo, welche*, woran, wor\xFCber, wodurch, irgendwelche, irgendwer, jemand eine,
      jemand schon, jemand hier, jemand da, jemand ne, irgendeine chance, noch jemand, ob`),
    mildOpeners: list(`ist, sind, wird, werden, hat, haben, gibt, l\xE4uft, laufen, findet, finden, kostet, kosten, \xF6ffnet, \xF6ffnen,
      darf, d\xFCrfen, kann, k\xF6nnen, muss, m\xFCssen, funktioniert, funktionieren, steht, stehen, braucht, bleibt, bleiben, f\xE4llt,
      wurde, wurden, gilt, gelten, lohnt, war da, war das, f\xE4ngt, beginnt, kommt der, kommt die, kommt das, kommen, stimmt es,
      stimmt das, stimmts, geht das, geht der, geht die, geht es, geht auch, jemand, liegt, reicht, z\xE4hlt, schlie\xDFt, macht der,
      macht die, macht das, f\xE4hrt, h\xE4tte jemand, nimmt, passt, wei\xDF, weiss, geh\xF6rt, geh\xF6ren, kommt noch, kommt auch, dauert, erscheint, entf\xE4llt, startet, endet, enth\xE4lt, spielt, hilft, gehts,
      gehen, fallen, existiert, suche, wir suchen, ich suche, soll, sollen, w\xE4re, h\xE4ttet`),
    asking: [
      ...list(`ob, wei\xDF jemand, weiss jemand, wei\xDF wer, wei\xDF einer, kann mir jemand, kann mir wer, kann mir einer, kann mir da,
        k\xF6nnt ihr mir, koennt ihr mir, k\xF6nnen sie mir, koennen sie mir, k\xF6nnten sie, k\xF6nntet ihr, kurze frage, eine frage,
        ne frage, hab ne frage, frage an, meine frage, mal fragen, wollte fragen, wollte nachfragen, wollte mich erkundigen,
        m\xF6chte fragen, was tun, br\xE4uchte, braeuchte, interessieren w\xFCrde, m\xF6chte wissen, moechte wissen, frage mich, frag mich, fragen uns, frage ich mich, mich w\xFCrde interessieren,
        mich wuerde interessieren, w\xFCrde mich interessieren, w\xFCrde mich mal interessieren, mich interessieren,
        mich interessiert, gern wissen, gerne wissen, w\xFCsste gern*, w\xFCsste ich, wissen wollen, wissen wann, wissen wie,
        wissen wo, keine ahnung wo, keine ahnung wie, wei\xDF nicht wo, wei\xDF nicht wie, bitte um auskunft, bitte um info*,
        um r\xFCckmeldung, sagt mal, sag mal, jemand eine idee, jemand ne idee, jemand eine ahnung, auf der suche, suche ein*,
        suche nach, wie kann ich, wie komme ich, wo finde ich, wo kann ich, wo bekomme ich, wann kann ich, ist es m\xF6glich,
        w\xE4re es m\xF6glich, besteht die m\xF6glichkeit, gibt es eine m\xF6glichkeit, gibt es noch, gibt es auch, gibt es bei euch,
        h\xE4ttet ihr, kann man, darf man, muss man, verraten, oder nicht mehr, oder muss ich, oder kann ich, oder was`),
      ...each("sagen, wissen, verraten, erkl\xE4ren, mitteilen", "wann, wo, wie, wer, welche*, was, warum, wen")
    ],
    complaint: list(`verschlossen*, war geschlossen, wieder geschlossen, stand vor, zu laut, so laut, l\xE4rm*, krach, kaputt,
      defekt*, dreckig*, dreck, schmutzig*, versifft, ekelhaft*, ekelig*, eklig*, widerlich, stinkt, stinken, unfreundlich*,
      unh\xF6flich*, frech, freche, frechheit, unversch\xE4mt*, zumutung, unzumutbar, \xE4rger*, ver\xE4rgert, nerv, nerven, nervt,
      nervig, genervt, schlecht*, schlimm*, mies*, miserabel, furchtbar*, schrecklich*, grauenhaft, katastroph*, unm\xF6glich*,
      skandal*, peinlich*, entt\xE4usch*, enttaeusch*, beschwer*, reklam*, nicht funktioniert, funktioniert nicht,
      funktioniert wieder nicht, funktioniert nie, geht nicht, gehen nicht, geht wieder nicht, automat nicht, l\xE4uft nicht,
      klappt nicht, klappt nie, l\xE4dt nicht, st\xFCrzt*, absturz, h\xE4ngt sich, fehlermeldung*, error, keine antwort,
      keine einzige antwort, keine reaktion, antwortet niemand, niemand antwortet, niemand da, niemand geht, keiner geht,
      keiner da, nie wieder, schon wieder, immer noch nicht, noch immer nicht, noch immer kein*, immer noch kein*, seit wochen,
      seit tagen, seit monaten, seit stunden, seit zwei wochen, warte seit, warten seit, warte schon, mahngeb\xFChr*, mahnung*,
      ungerecht*, inakzeptabel, ausgefallen, f\xE4llt aus, f\xE4llt st\xE4ndig, ohne ank\xFCndigung, ohne vorwarnung, ohne info, traurig,
      schade, saukalt, eiskalt, zu kalt, zu warm, heizung, \xFCberf\xFCllt, kein platz, keine pl\xE4tze, personalmangel, chaos,
      chaotisch, sauer, w\xFCtend, abzocke, wucher, l\xE4cherlich*, armselig, unterirdisch, saftladen, sauerei, geht gar nicht,
      kein mensch, interessiert keinen, k\xFCmmert niemand*, k\xFCmmert sich niemand, reicht jetzt, satt, verloren gegangen, zu unrecht, abgewiesen,
      angeschnauzt, angemeckert, ignoriert, keine seife, kein papier, viel zu, zu wenig, zu teuer, langsam, angestanden, umsonst, keinen spa\xDF, keine parkpl\xE4tze, gewartet, taugt, friert, frieren, unfassbar, zust\xE4ndig, f\xFCr nichts, ausgerissen, rausgerissen, st\xE4ndig, gesperrt worden`),
    praise: list(`dank, danke, dankbar*, dankesch\xF6n, dankesch*, herzlichen dank, bedank*, toll*, super*, echt klasse, einfach klasse, war klasse, ist klasse, seid klasse, klasse gemacht, klasse team, spitze, spitzen*,
      gro\xDFartig*, grossartig*, wunderbar*, wundersch\xF6n*, wundervoll*, sch\xF6n*, schoen*, herrlich*, fantastisch*,
      phantastisch*, hervorragend*, ausgezeichnet*, genial*, prima, perfekt*, lob, liebe euch, ich liebe, lieben euch,
      so lieb, so freundlich, sehr freundlich, super freundlich, freundliches team, freundliche mitarbeiter*,
      freundlichkeit, nett, nette, netten, hilfsbereit*, kompetent*, geduldig*, begeister*, gefreut, freut mich, spa\xDF,
      spass, traum, traumhaft*, genossen, gefallen, gef\xE4llt, empfehl*, weiterempfehl*, ein hoch auf, weiter so, jedes mal gern, immer wieder gern, gerne wieder, macht weiter, hut ab, chapeau, respekt,
      bravo, gl\xFCckwunsch, gratul*, beste, besten, bester, bestes, cool*, geil*, mega, der hammer, daumen hoch, gerettet,
      gem\xFCtlich*, liebevoll*, stolz, froh, gl\xFCcklich, zufrieden, gut gemacht, sehr gut, richtig gut, so gut, wohlgef\xFChlt`)
  },
  followThanks: {
    thanks: list("dank, danke, dankesch\xF6n, herzlichen dank"),
    following: list("f\xFCrs folgen, f\xFCr das folgen, dein folgen, uns folgst, uns folgt, uns folgen, uns zu folgen, follow, followen")
  },
  greetings: list(`hallo, hall\xF6chen, hi, hey, huhu, moin, servus, guten tag, guten morgen, guten abend, gr\xFC\xDF gott, liebe, lieber,
    liebes, sehr geehrte, sehr geehrter`),
  courtesies: list("danke, dankesch\xF6n, vielen dank, herzlichen dank, willkommen, entschuldige, entschuldigung, gl\xFCckwunsch"),
  nobody: list(`zusammen, alle, allerseits, leute, ihr, du, sie, leser, leserin, leserinnen, freund, freundin, freunde, team,
    frau, herr, damen, und, f\xFCr, dir, euch, ihnen, an, bei, in, im, am, auf, wir, ja, nein, das, die, der, den, gr\xFC\xDFe, sch\xF6n,
    sch\xF6ne, vielen, danke, wieder, zur\xFCck, noch, gerne, gern, dass, es, nochmal, b\xFCcherfreunde, nutzer, nutzerin, sehr`)
};

// dist/core/languages/spanish.js
var spanish = {
  topics: {
    fillers: list(`hola, holaa, holi, buenas, buenos dias, buenas tardes, buenas noches, buen dia, muy buenas, ey, oye,
      oiga, oigan, perdon, perdona, perdonad, perdone, perdonen, disculpa, disculpad, disculpe, disculpen, por favor,
      porfa, porfi, gracias, muchas gracias, mil gracias, y, pero, o, pues, bueno, vale, entonces, ah, eh, uf, ay, jaja,
      jajaja, chicos, chicas, equipo, gente, amigos, a ver, tambi\xE9n, tambien, adem\xE1s, ademas, por cierto, una cosa,
      estimados, biblioteca, ahora, ya, a\xFAn, todav\xEDa, al final`),
    sayings: list(`c\xF3mo se nota, como se nota, c\xF3mo mola, como mola, c\xF3mo me gust*, c\xF3mo me encant*, c\xF3mo me alegr*, c\xF3mo os, c\xF3mo nos, como me gust*,
      cu\xE1nto me, cu\xE1nto os, cu\xE1nto nos, cu\xE1nto echo, cu\xE1nta raz\xF3n, cu\xE1nto tiempo sin, qui\xE9n dijo, qui\xE9n dir\xEDa,
      qui\xE9n lo dir\xEDa, qui\xE9n pudiera, qui\xE9n me iba, qu\xE9 tal, qu\xE9 m\xE1s se puede pedir, no hay de qu\xE9,
      hay que ver, hay que leer, hay que reconocer, hay que decir, hay que cuidar, hay que felicitar, hay gente, puede que,
      cu\xE1nto antes, a que mola, por que me gust*`),
    openers: [
      ...list(`qui\xE9n, qui\xE9nes, cu\xE1ndo, d\xF3nde, ad\xF3nde, cu\xE1nto, cu\xE1nta, cu\xE1ntos, cu\xE1ntas, cu\xE1l, cu\xE1les, por qu\xE9, para qu\xE9,
        a qu\xE9, de qu\xE9, en qu\xE9, con qu\xE9, hasta qu\xE9, desde qu\xE9, sobre qu\xE9, a qui\xE9n, con qui\xE9n, de qui\xE9n, para qui\xE9n, por qui\xE9n,
        hasta cu\xE1ndo, desde cu\xE1ndo, para cu\xE1ndo, cada cu\xE1nto, de d\xF3nde, a d\xF3nde, por d\xF3nde, a cu\xE1nto, a que hora, a partir de qu\xE9, a partir de que edad, a partir de cu\xE1ndo, hay que reservar, hay que pedir, hay que apuntarse,
        hay que inscribirse, hay que pagar, hay que llevar, hay que tener, hay que ser,
        hasta que hora, desde que hora, con quien tengo, con quien hablo, con quien puedo, a quien tengo, a quien puedo,
        cuantos, cuantas, cual es, cual seria, por que no, por que se, por que han, se puede, se pueden, se podr\xEDa,
        se podria, puedo, podemos, podr\xEDa, podria, sab\xE9is, sabeis, saben, sabe alguien, alguien sabe, alguien puede,
        alguien me, es posible, ser\xEDa posible, seria posible, es verdad que, es cierto que, es necesario, es obligatorio,
        hace falta, hacen falta, me podeis, me podriais, me podrian, me podria, me puede, me pueden, me puedes, me decis,
        me dicen, os queda, os quedan, les queda, les quedan, dais, hay alg*, hay posibilidad, hay manera, hay forma,
        habr\xE1 alg*, va a haber, vais a, pens\xE1is, teneis alg*, tienen alg*, tienes alg*, tendreis, tendran`),
      ...each("como", `puedo, podemos, se puede, se hace, se pide, se reserva, se renueva, se llega, se accede, hago, hacemos, es, est\xE1,
        esta, funciona, va, renuevo, reservo, consigo, accedo, contacto, llego, entro, pido, devuelvo, tengo, hay, saco,
        me hago, me apunto, me inscribo, me registro, apunto, recupero, cambio, solicito`),
      ...each("qu\xE9, que", `hora, horario*, dia, dias, hay que, hago, hacemos, puedo, podemos, necesito, se necesita,
        hace falta, tengo que, documento*, documentacion, requisitos, pasa si, pasa con, ha pasado, paso con, planta, sala`),
      ...each("cuanto", "cuesta*, vale*, es, dura, duran, tarda*, tiempo, puedo, se, hay, tengo, falta, sale"),
      ...each("cuando", "abr*, cerr*, cierr*, es, son, empiez*, empez*, acab*, termin*, vuelv*, volver*, sera, hay, se abre"),
      ...each("donde", "esta, estan, puedo, podemos, queda, encuentro, tengo, deb*, dej*"),
      ...each("quien", "es el, es la, hizo, lleva, puede decir*, pinto, escribio, me puede, sabe")
    ],
    sentenceOpeners: list(`c\xF3mo, cual, pod\xE9is decir*, podeis decir*, podr\xEDais, podriais, podr\xEDan, podrian, puede alguien,
      alguien tiene, alguien ha, alguien conoce, habr\xE1, habra, alguna posibilidad, alguna novedad, alguna idea,
      alguna noticia, alguna manera, alg\xFAn sitio, hay sitio, hay plazas, hay wifi`),
    mildOpeners: list(`qu\xE9, hay wifi, hay sitio, hay plaza*, hay hueco*, hay enchufe*, hay ordenador*, hay parking, hay aparcamiento, hay ascensor,
      hay aire, hay cafeter*, hay taller*, hay actividad*, hay cuentacuentos, hay club*, hay servicio*, hay fotocopiadora,
      hay impresora, hay limite, hay descuento*, hay lista de espera, hay otra, hay otro, hay mas, hay visita*, hay fecha,
      hay horario, hay copias, hay ejemplar*, hay libros en, hay libros de, hay hoy, me gustaria, nos gustaria, quisiera, querria,
      se sabe, ten\xE9is, teneis, tienen, tienes, tiene la, abr\xEDs, abris, abren, abre, abrir\xE9is, abrir\xE1n, cerr\xE1is, cerrais, cierran, cierra, cerrar\xE9is, cerrar\xE1n, est\xE1is abiert*, estais abiert*, est\xE1 el, est\xE1 la, est\xE1n los, est\xE1n las, est\xE1 en,
      est\xE1 incluid*, est\xE1 permitid*, est\xE1 disponible, est\xE1n disponible*, estar\xE1, esta abiert*,
      estan abiert*, es gratis, es gratuito, hac\xE9is, haceis, hacen, acept\xE1is, aceptais, aceptan, admit\xEDs, admitis, admiten,
      recog\xE9is, recogen, vend\xE9is, vendeis, venden, prest\xE1is, prestais, prestan, ofrec\xE9is, ofreceis, ofrecen, dej\xE1is,
      dejan, permit\xEDs, permiten, dispon\xE9is, disponen, segu\xEDs, siguen, queda, quedan, puede, pueden, pod\xE9is, podeis, debo,
      tengo que, tenemos que, necesito, funciona, alguien, conoc\xE9is, conocen, recomend\xE1is, recomiendan, recomendar\xEDais,
      busc\xE1is, buscan, necesit\xE1is, necesitan, hab\xE9is, habeis, busco, sirve, cobr\xE1is, cobran, organiz\xE1is, organizan, hace`),
    asking: [
      ...each("saber, preguntar, preguntaros, preguntarles, pregunto, pregunta, sab\xE9is, sabeis, sabe, saben, sabes, s\xE9, se, duda", `si, cu\xE1ndo, d\xF3nde, c\xF3mo, qu\xE9, qui\xE9n, cu\xE1l, cu\xE1les, cu\xE1nto, cu\xE1ntos, cu\xE1ntas, cuanto, donde, como, a qu\xE9, hasta qu\xE9,
        por qu\xE9, a qui\xE9n, con qui\xE9n, en qu\xE9`),
      ...each("gustaria, quisiera, queria, querria, quiero, queriamos, quisieramos, necesito, interesa, necesitaba", "saber"),
      ...each("quisiera, queria, querria, quer\xEDa, quiero", "preguntar, consultar"),
      ...list(`una pregunta, una duda, una consulta, una preguntita, tengo una duda, tengo dudas, me pregunto, me preguntaba,
        nos preguntamos, alguien sabe, sabe alguien, alguien me puede, alguien puede, alguien podria, me podeis, me podriais,
        me podrian, me podria, me pueden decir, me puede decir, me puedes decir, nos podeis, nos podriais, podeis decir*,
        podriais decir*, podrian decir*, podria decir*, pueden decir*, puede decir*, podeis confirm*, pueden confirm*,
        podriais confirm*, podeis ayudar*, pueden ayudar*, podr\xEDan ayudar*, decidme, d\xEDganme, diganme, decirme, indicarme,
        informarme, aclararme, confirmarme, estoy buscando, por casualidad, para saber el, para saber la, para saber los, informacion sobre, mas informacion, ando buscando, estamos buscando, seria posible, ser\xEDa posible,
        hay alguna posibilidad, hay alguna forma, no encuentro donde, no encuentro d\xF3nde, no encuentro c\xF3mo, o solo, o no se`)
    ],
    complaint: list(`cerrado sin, cerrada sin, cerrados, otra vez cerrad*, estaba cerrad*, estabais cerrad*, roto, rota, rotos,
      rotas, estropead*, averiad*, no funciona, no funcionan, no va, no van, no carga, no abre, no deja, no me deja, sucio,
      sucia, sucios, sucias, suciedad, guarr*, asco, asquer*, mugre, huele, apesta, ruido, ruidos*, verg\xFCenza, verguenza,
      vergonzos*, lamentable*, pesim*, horrible*, horroros*, terrible*, fatal, desastre, desastros*, inaceptable,
      intolerable, indignante, indignad*, indignacion, decepci*, quej*, reclamacion*, maleducad*, grosero, grosera, borde,
      antipatic*, desagradable*, falta de respeto, mala educacion, mal trato, trato que, nefast*, harto, harta, hartos,
      cansado de, cansada de, nadie contesta, nadie me, nadie nos, nadie responde, nadie coge, nadie sabe nada, no contest*,
      no respond*, no cogen, sin respuesta, sin contestar, sin avisar, sin previo aviso, sin explicacion*, multa, multas,
      multaron, cobraron, cobrado, esperando, llevo semanas, llevo meses, llevo dias, seguimos sin, sigo sin, sigue sin,
      siguen sin, sigue roto, todavia no, aun no, imposible, no hay manera, no hay quien, no se puede, no se pueden,
      no hay sitio, no puedo entrar, error, se cuelga, se ha caido, muy mal, que mal, mala, malo, peor, injust*, incompeten*,
      tomadura de pelo, el pelo, ni caso, no es normal, no puede ser, ya esta bien, goteras, frio, insoportable,
      responsable, han perdido mi, habeis perdido, vaya falta, vaya desastre, menuda, mucho que desear, recort*, masificad*,
      saturad*, una pena, que pena, lastima, enfadad*, molest*, cabread*, rabia, fallo, falla, cancelad*, poca, no entiendo por que, media hora, una hora, dos veces, ni idea, lento, lentos, lenta`),
    praise: list(`gracias, agradec*, encant*, maravill*, genial*, estupend*, fantastic*, excelente*, increible*, precios*,
      bonit*, espectacular*, extraordinari*, enhorabuena, felicidades, felicit*, bravo, ol\xE9, me gusta, me gusto, me gustan,
      nos gusto, gusta mucho, amo, adoro, amable*, amabilidad, cari\xF1o, majo, maja, majos, majas, majisim*, simpatic*,
      atentos, atentas, profesionales, profesionalidad, un sol, soles, de diez, un diez, un lujo, de lujo, un placer,
      da gusto, que gusto, un gusto, ilusion, emocionad*, emocionante, emotiv*, guay, chul*, mola, molan, brutal,
      crack, cracks, pasada, salvasteis, lo mejor, la mejor, los mejores, las mejores, mejor biblioteca, bien hecho, buen trabajo, gran trabajo,
      trabajazo, gran labor, buena labor, ayud\xF3, ayudo mucho, me ayudaron, nos ayudaron, disfrut*, recomiendo, recomendable,
      orgullos*, tesoro, joya, acierto, os quiero, os queremos, soy feliz, muy feliz, muy felices, chap\xF3, alegr*, que suerte, que bien, contento, contenta, contentos, s\xFAper,
      super, lindo, linda, hermos*, perfecto, perfecta, impecable, inmejorable, magnific*, un abrazo enorme, aplauso*`)
  },
  followThanks: {
    thanks: list("gracias, agradec*"),
    following: list("seguirnos, por seguir, nos sigues, nos sigas, nos siguen, nos sigan, nos seguis, nos sigais, follow")
  },
  greetings: list(`hola, buenas, buenos dias, buenas tardes, buenas noches, buen dia, querido, querida, estimado, estimada,
    apreciado, apreciada, oye`),
  courtesies: list("gracias, muchas gracias, mil gracias, bienvenido, bienvenida, perdona, perdone, perd\xF3n, enhorabuena"),
  nobody: list(`a, todos, todas, todes, tod, gente, equipo, amigo, amiga, amigos, amigas, chicos, chicas, de, por, y, que,
    buenas, buenos, muchas, gracias, nuevo, otra, en, el, la, los, las, s\xED, si, no, pues, claro, lector, lectora, se\xF1or,
    se\xF1ora, usuario, usuaria, bienvenido, bienvenida, qu\xE9, c\xF3mo, encantados, te, le, os, nos, me, abrimos, perdona`)
};

// dist/core/languages/welsh.js
var welsh = {
  topics: {
    fillers: list(`helo, hei, heia, haia, shwmae, shw mae, s'mae, smae, su'mae, bore da, prynhawn da, pnawn da, p'nawn da,
      noswaith dda, diolch, diolch yn fawr, plis, os gwelwch yn dda, esgusodwch fi, sori, annwyl, bawb, pawb, ffrindiau, ac,
      ond, neu, wel, felly, iawn, ie, hefyd, gyda llaw, jyst, jest, llyfrgell, dim ond, ateb cyflym`),
    sayings: list(`does dim, doedd dim, does neb, does 'na, does na, alla i ddim, allaf i ddim, allwn ni ddim, all neb, fedra i ddim, fedrwn ni ddim, fydda i ddim, fydd dim,
      fydd neb, ga i ddim, oes dim, oedd dim, sut bynnag, pwy bynnag, ble bynnag, pryd bynnag, pwy a \u0175yr, pwy fasai,
      pwy fyddai wedi, pam lai, beth am hynny, ga i ddweud`),
    openers: [
      ...each("a", `oes, yw, yw'r, ydy, ydy'r, ydi, ydi'r, ydych, ydyn, oedd, oeddech, fydd, fyddwch, fydda, fyddai, fyddech, ga, gaf,
        gawn, gaiff, gafodd, all, alla, allaf, allwch, allech, allai, allen, ellir, ellid, ddylwn, ddylai, fedra, fedrwch,
        hoffech, wnewch, wnaeth, wnaethoch, wyddoch, \u0175yr, dderbyn*, ddaw, ddaeth, oes`),
      ...each(`ydy, ydi, ydyn, ydych, ydach, ydw, fydd, fyddwch, fydda, fyddai, fyddech, oedd, oeddech, oeddach, ga, gaf,
        gawn, gaiff, g\xE2n, alla, allaf, allai, allwch, allech, allen, allwn, fedra, fedrwch, fedrith, fedrwn, ddylwn, ddylen,
        wnewch, newch, wnaethoch, gawsoch, welsoch, glywsoch, hoffech, dderbyniwch, wyddoch`, `chi, chi'n, ni, i, y, yr, nhw, hi, hi'n, o, e, e'n, o'n, fo, 'na, na, yna, eich, fy, ein, rhywun, unrhyw, modd, hwn,
        hon, fan, hynny, plant, pobl`),
      ...list("ydy'r, ydi'r, yw'r, di'r, ydy'n, ydi'n, ydych, ydach, ellir, oes, ydyn"),
      ...each("oes", `modd, lle, yna, na, rhywun, unrhyw, angen, rhaid, gennych, gynnoch, gan, gen, gennych, da, croeso, wifi,
        posib, llyfr*, digon, rhagor, un, gobaith, pwynt`),
      ...each("faint", `o, mae, mae'n, yw, yw'r, ydy, ydy'r, ydi, ydi'r, sy, sydd, fydd, gost*, costi, allaf, alla, ga, gaf, gaiff, oedd, oed,
        rhaid, mor, dych, dach, ydych, fyddai`),
      ...each("beth, be", `yw, yw'r, ydy, ydy'r, ydi, ydi'r, 'di, di, sy, sy'n, sydd, mae, mae'r, fydd, fydd*, am, alla, allaf, ddylwn, ddigwydd*,
        sy'di, sydd wedi, oedd, dw, rydw, ga, gaf, wna, wnaf, dych, dach, os, fyddai, rhaid`),
      ...each("pam", `mae, mae'r, mae'n, na, nad, fod, bod, ydych, ydy, ydy'r, dych, dach, rydych, wnaeth, oes, oedd, dydy, dydych, dyw, does,
        chi, chi'n, ti, fydd, roedd, rydw, dw, dim, gafodd, nad, nag`),
      ...list(`ble, ymhle, ym mhle, o ble, i ble, lle mae, lle mae'r, lle ma, lle ma'r, lle ga, lle alla, lle fedra, pryd, tan pryd,
        ers pryd, erbyn pryd, pwy, i bwy, at bwy, gan bwy, gyda phwy, efo pwy, am bwy, sut, pa mor, pa lyfr*, pa fath,
        pa amser, pa adeg, pa ddydd*, pa ddiwrnod*, pa un, pa rai, pa oriau, pa gangen, pa lawr, pa oed*, pa bryd, pa le, pa silff,
        ar ba, i ba, o ba, am ba, ym mha, p'un, p'run, sgen ti, sgynnoch, sgynnon, sgennych, sgin ti, sgwn i, tybed, am faint,
        ers faint, ydw i'n, oes'na, unrhyw syniad, unrhyw newyddion, unrhyw siawns, rhywun yn gwybod, rhywun arall, yw hi, yw hi'n,
        ydio, ydio'n, ife, ai dyma, ai yma, ai chi, ai hwn, ai hon`)
    ],
    sentenceOpeners: list(`oes, fydd, fyddai, ydy, ydi, ydyn, allai, all rhywun, all unrhyw, ellid, gaiff, oedd, hoffech chi, unrhyw un, rhywun`),
    mildOpeners: list(`dych chi, dych chi'n, dach chi, dach chi'n, chi'n, ti'n, yw, mae modd, chwilio am, dw i'n chwilio, isio, eisiau`),
    asking: [
      ...each("gwybod", `os, a, pryd, sut, ble, lle, faint, pwy, beth, be, pa, pam, ydy, ydi, oes`),
      ...each("eisiau, isio, ishe, moyn, angen, hoffwn, hoffwn i, hoffen ni, hoffi", "gwybod, wybod, gofyn, ofyn, holi"),
      ...each("ddim yn si\u0175r, ddim yn siwr, dim syniad, ansicr, methu gweld, methu ffeindio", "os, sut, ble, lle, pryd, pwy, a"),
      ...each("dweud, deud", "wrtha, wrthyf, wrthon, wrthym"),
      ...list(`tybed, sgwn i, rhywun yn gwybod, unrhyw un yn gwybod, oes rhywun, oes unrhyw, oes modd, oes gennych,
        oes gynnoch, cwestiwn, gofyn am, ga i ofyn, am ofyn, rhowch wybod, gadewch i mi wybod, gadewch i fi wybod, rhoi gwybod, unrhyw syniad,
        unrhyw newyddion, unrhyw siawns, chwilio am, allwch chi, fedrwch chi, wnewch chi, ydych chi'n, oes posib, ydy hi'n bosib,
        ydi hi'n bosib, sut alla i, sut allaf i, sut mae cael, sut ydw i'n, sut mae modd, sut dw i'n, faint o'r gloch, pa bryd,
        sut mae mynd ati, allai rhywun, all rhywun, a fyddai modd, fyddai modd, hoffwn i gael gwybod, gyda phwy, efo pwy, ble mae'r`)
    ],
    complaint: list(`wedi torri, di torri, torri eto, ar gau eto, ar gau heb, wedi cau, ar gau pan, does dim digon, neb wrth, byth yn gweithio, byth ar agor, dydi'r, dydy'r, dyw'r, gwarthus, warthus, siom, siomi,
      siomedig, siomedigaeth, budr, fudr, budur, fudur, brwnt, frwnt, drewi, drewllyd, swnllyd, gormod o s\u0175n, llawer o s\u0175n,
      anghwrtais, anfoesgar, digywilydd, ddigywilydd, ddim yn gweithio, ddim yn gwitho, ddim yn gweithio'n, ddim yn ddigon,
      ddim digon da, dim digon da, ofnadwy, uffernol, erchyll, gwael, wael, cywilydd, gywilydd, cywilyddus, annheg,
      annerbyniol, diflas, rhwystredig, blin, grac, crac, flin, llond bol, cwyn, cwyno, gwyno, g\u0175yn, achwyn, dim ymateb,
      dim ateb, neb yn ateb, neb wedi ateb, byth yn ateb, heb ateb, heb gael ateb, heb rybudd, heb ymateb, dal i aros,
      dal i ddisgwyl, dal ddim, dal heb, wedi bod yn aros, yn aros ers, ers wythnosau, ers misoedd, ers pythefnos,
      ers dyddiau, eto fyth, rhy oer, rhy boeth, rhy swnllyd, rhewi, methu, amhosib, amhosibl, gwastraff, wastraff, dirwy, gwrthod,
      wrthod, anwybyddu, ddim ar gael, uniaith, dim cymraeg, dim gair o, dim byd yn gymraeg, gwall, chwalu, crasio, j\xF4c,
      llanast, anhapus, anobeithiol, esgeulus, amharchus, ddim yn deg, ddim yn iawn, hen ddigon, cael ei ganslo, wedi canslo`),
    praise: list(`diolch, diolchgar, ddiolchgar, ddiolch, gwych, wych, ardderchog, bendigedig, fendigedig, hyfryd, anhygoel,
      arbennig, gwerthfawrogi, wrth fy modd, wrth ein bodd, wrth eu boddau, wrth ei bodd, wrth eu bodd, caru, dwlu, dotio, mwynhau,
      fwynhau, mwynhad, fwynheuodd, mwynheais, joio, enjoio, da iawn, llongyfarch*, longyfarch*, gorau, orau, penigamp,
      campus, gampus, rhagorol, ffantastig, briliant, lyfli, hapus, caredig, garedig, caredigrwydd, cyfeillgar, gyfeillgar,
      croesawgar, groesawgar, cymwynasgar, chwarae teg, llawer o hwyl, lot o hwyl, gwerth chweil, werth chweil, trysor, drysor, bril,
      c\u0175l, mor dda, neis, hudol, hudolus, ysbrydol*, canmol, heb ei ail, balch, falch, prydferth, braf, help mawr, gem`)
  },
  followThanks: {
    thanks: list("diolch, diolch yn fawr, diolch yn fawr iawn, diolchiadau"),
    following: list("ein dilyn, am ddilyn, am ddechrau dilyn, dilyn ni, follow")
  },
  greetings: list(`helo, hei, heia, haia, shwmae, s'mae, su'mae, bore da, prynhawn da, pnawn da, noswaith dda, annwyl`),
  courtesies: list(`diolch, diolch yn fawr, croeso, sori, mae'n ddrwg gen i, llongyfarchiadau`),
  nobody: list(`bawb, pawb, ffrind, ffrindiau, gyfaill, gyfeillion, chi, ti, i, am, yn, a, ac, o, eto, da, fawr, t\xEEm, yna, 'na,
    mae, dyn, wrth, gan, mawr, iawn, n\xF4l, 'n\xF4l, ddarllenydd, ddarllenwyr, ydyn, rydyn, ni, y, yr`)
};

// dist/core/languages/languages.js
var languages = [english, spanish, german, welsh];
var [first, ...others] = languages;
var topicWords = together(first.topics, ...others.map(({ topics }) => topics));
var followThanks = together(first.followThanks, ...others.map(({ followThanks: followThanks2 }) => followThanks2));
var greetingWords = languages.flatMap(({ greetings }) => greetings);
var courtesyWords = languages.flatMap(({ courtesies }) => courtesies);
var namesNobody = languages.flatMap(({ nobody }) => nobody);

// dist/core/post/phrase-tree.js
var WORDS = new RegExp("(?:(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}])(?:[\\p{L}\\p{M}\\p{N}]|(?<=\\p{L})'(?=\\p{L})))+|\\S", "gu");
var wordsIn = (text) => (text.toLowerCase().match(WORDS) ?? []).map((word) => {
  const bare = word.normalize("NFD").replace(new RegExp("\\p{Mn}+", "gu"), "");
  return { spellings: bare === word ? [word] : [word, bare], isWord: /[\p{L}\p{N}]/u.test(word) };
});
function treeOf(phrases) {
  const root = emptyTree();
  for (const phrase of phrases) {
    const words = phrase.replace(/(?<=[\p{L}\p{N}])\*(?=\s|$)/gu, STAR).toLowerCase().match(PHRASE_WORDS) ?? [];
    let tree = root;
    for (const word of words) {
      const isStem = word.endsWith(STAR);
      const next = isStem ? tree.stems : tree.words;
      const key = isStem ? word.slice(0, -STAR.length) : word;
      const known2 = next.get(key) ?? emptyTree();
      next.set(key, known2);
      tree = known2;
    }
    if (tree !== root)
      tree.isPhrase = true;
  }
  return root;
}
var STAR = "\uE000";
var PHRASE_WORDS = new RegExp(WORDS.source.replace(")+|", `)+${STAR}?|`), "gu");
var emptyTree = () => ({ isPhrase: false, words: /* @__PURE__ */ new Map(), stems: /* @__PURE__ */ new Map() });
function phraseEnd(tree, words, at) {
  const word = words[at];
  if (!word)
    return at;
  const ends = nextOf(tree, word).map((next) => {
    const end = phraseEnd(next, words, at + 1);
    return end > at + 1 || next.isPhrase ? end : at;
  });
  return Math.max(at, ...ends);
}
function nextOf({ words, stems }, { spellings }) {
  const found = [];
  for (const spelling of spellings) {
    const same = words.get(spelling);
    if (same)
      found.push(same);
    for (const [stem, tree] of stems)
      if (spelling.startsWith(stem))
        found.push(tree);
  }
  return found;
}
var hasPhrase = (tree, words) => words.some((_, at) => phraseEnd(tree, words, at) > at);

// dist/core/post/topic.js
var urgentWordIn = (text, words) => firstPhraseIn(asCompared(withoutNames(text)), words);
var asCompared = (text) => text.normalize("NFC").replaceAll("\u2019", "'");
var withoutNames = (text) => text.replace(LINKS, " ").replace(NAMES, " ").replaceAll("\u2019", "'");
var MARKS = /[?？؟‽❓❔⁉]/u;
var SENTENCE_ENDS = new RegExp("[.!:;()\u2026\\n\u2013\u2014]+|\\s-+\\s|\\p{Extended_Pictographic}+", "u");
var COMMA = /,+/u;
var LINKS = /https?:\/\/\S*[^\s?!.,)]|\b[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\/\S*[^\s?!.,)]/giu;
var NAMES = /[@＠]\w+/gu;
var hasQuestionMark = (text) => /¿/u.test(text) || MARKS.test(withoutNames(text));
function topicOf(text, words = topicWords) {
  const plain = asCompared(withoutNames(text));
  const said = wordsIn(plain);
  const trees = treesOf(words);
  if (MARKS.test(plain) || plain.split(SENTENCE_ENDS).some((one) => isAsking(one, trees)))
    return "question";
  if (hasPhrase(trees.complaint, said))
    return "complaint";
  return hasPhrase(trees.praise, said) ? "praise" : "other";
}
var treesOf = oncePer((words) => {
  const trees = Object.entries(words).map(([name, phrases]) => [name, treeOf(phrases)]);
  return Object.fromEntries(trees);
});
function isAsking(sentence, trees) {
  const clauses = sentence.split(COMMA).map((clause) => withoutSayings(wordsIn(clause), trees.sayings));
  if (clauses.some((one) => hasPhrase(trees.asking, one) || begins(one, trees.openers, trees)))
    return true;
  const start = clauses.find((one) => !isCall(one, trees)) ?? [];
  if (begins(start, trees.sentenceOpeners, trees))
    return true;
  const judged = clauses.slice(clauses.indexOf(start)).flat();
  const isMild = begins(start, trees.mildOpeners, trees);
  return isMild && !hasPhrase(trees.complaint, judged) && !hasPhrase(trees.praise, judged);
}
var struckOut = { spellings: ["\u2026"], isWord: true };
function withoutSayings(words, sayings) {
  const rest = [];
  for (let at = 0; at < words.length; ) {
    const end = phraseEnd(sayings, words, at);
    rest.push(end > at ? struckOut : words[at] ?? struckOut);
    at = Math.max(end, at + 1);
  }
  return rest;
}
function begins(clause, phrases, { fillers }) {
  for (let at = 0; at < clause.length; ) {
    const end = phraseEnd(phrases, clause, at);
    if (end > at)
      return clause.slice(end).some(({ isWord }) => isWord);
    const isSign = clause[at]?.isWord === false;
    const next = isSign ? at + 1 : phraseEnd(fillers, clause, at);
    if (next === at)
      return false;
    at = next;
  }
  return false;
}
var maxCallWords = 5;
function isCall(clause, { fillers, praise }) {
  const first2 = clause.findIndex(({ isWord }) => isWord);
  if (first2 < 0)
    return true;
  const spoken = clause.filter(({ isWord }) => isWord).length;
  const isShort = spoken <= maxCallWords;
  return isShort && (phraseEnd(fillers, clause, first2) > first2 || hasPhrase(praise, clause));
}

// dist/core/words/former-keys.js
var formerKeys = {
  "history.lose-sight": "history.mark-unknown",
  "history.look-in-vain": "history.not-found",
  "history.keep-words": void 0,
  "history.looked": void 0,
  "history.save-draft": void 0,
  "history.scrub": void 0,
  "history.timeline-checked": void 0,
  "note.removed": void 0,
  "refused.about": void 0,
  "reminder.past": void 0,
  "reminder.past.few": void 0,
  "reminder.past.many": void 0,
  "reminder.past.one": void 0,
  "reminder.past.other": void 0,
  "reminder.past.two": void 0,
  "reminder.past.zero": void 0,
  "topic.other": void 0,
  "shift.few": void 0,
  "shift.many": void 0,
  "shift.nobody": void 0,
  "shift.one": void 0,
  "shift.other": void 0,
  "shift.two": void 0,
  "shift.zero": void 0
};
var currentKey = (key) => Object.hasOwn(formerKeys, key) ? formerKeys[key] : key;
var underCurrentKeys = (words) => {
  const known2 = Object.entries(words).flatMap(([written, text]) => {
    const key = currentKey(written);
    return key === void 0 ? [] : [{ key, text, isFormer: key !== written }];
  });
  const newerLast = known2.toSorted((a, b) => Number(b.isFormer) - Number(a.isFormer));
  return Object.fromEntries(newerLast.map(({ key, text }) => [key, text]));
};

// dist/core/rota/local-time.js
import { Temporal } from "temporal-polyfill";
var weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
function localTime({ timeZone }, ms) {
  return wallClock(timeZone, ms).toISOString().slice(11, 16);
}
function localDay({ timeZone }, ms) {
  const wall = wallClock(timeZone, ms);
  const weekday = weekdays[(wall.getUTCDay() + 6) % 7] ?? "mon";
  return { weekday, day: wall.getUTCDate(), month: wall.getUTCMonth() + 1 };
}
function localDate({ timeZone }, ms) {
  return wallClock(timeZone, ms).toISOString().slice(0, 10);
}
var monthStartMs = ({ timeZone }, ms) => zoned(timeZone, ms).with({ day: 1 }).startOfDay().epochMilliseconds;
function isSameDay(zone, oneMs, otherMs) {
  return localDate(zone, oneMs) === localDate(zone, otherMs);
}
var wallClock = (timeZone, ms) => new Date(ms + offsetMs(timeZone, ms));
var offsets = /* @__PURE__ */ new Map();
function offsetMs(timeZone, ms) {
  const key = `${Math.floor(ms / minuteMs)} ${timeZone}`;
  const offset = offsets.get(key) ?? zoned(timeZone, ms).offsetNanoseconds / 1e6;
  if (offsets.size >= mostKnown)
    offsets.clear();
  offsets.set(key, offset);
  return offset;
}
function zoned(timeZone, ms) {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
}
function instantOf(timeZone, wall) {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).epochMilliseconds;
}
function wallTimeOf(timeZone, ms) {
  return zoned(timeZone, ms).toPlainDateTime().toString({ smallestUnit: "second" });
}
function isTimeZone(name) {
  if (!/^[A-Za-z]/.test(name))
    return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
var DAY_MINUTES = 24 * 60;
function daysAround(timeZone, fromMs, toMs, reachDays) {
  const first2 = numberOf(zoned(timeZone, fromMs).toPlainDate());
  const last = numberOf(zoned(timeZone, toMs).toPlainDate());
  return numberedDays(timeZone, first2 - reachDays, last + reachDays);
}
function localDays(timeZone, first2, last) {
  return numberedDays(timeZone, numberOf(first2), numberOf(last));
}
function localDayOf(timeZone, date) {
  return dayIn(timeZone, numberOf(Temporal.PlainDate.from(date)));
}
function spanOf(days2) {
  return { fromMs: days2[0]?.at(0) ?? 0, toMs: days2.at(-1)?.at(DAY_MINUTES) ?? 0 };
}
function spansOn(day, intervals) {
  return intervals.map(({ fromMinute, toMinute }) => ({ fromMs: day.at(fromMinute), toMs: day.at(toMinute) })).filter(({ fromMs, toMs }) => fromMs < toMs);
}
function closedIn(timeZone, closures, days2) {
  const first2 = days2[0]?.date.toString() ?? "";
  const last = days2.at(-1)?.date.add({ days: 2 }).toString() ?? "";
  return closures.filter(({ from, to }) => from <= last && to >= first2).map(({ from, to }) => ({
    fromMs: localDayOf(timeZone, from).at(0),
    toMs: localDayOf(timeZone, to).at(DAY_MINUTES)
  }));
}
var numberOf = ({ year, month, day }) => (/* @__PURE__ */ new Date(0)).setUTCFullYear(year, month - 1, day) / dayMs;
var numberedDays = (timeZone, first2, last) => Array.from({ length: last - first2 + 1 }, (_, index) => dayIn(timeZone, first2 + index));
var known = /* @__PURE__ */ new Map();
var mostKnown = 2e3;
function dayIn(timeZone, number) {
  const key = `${number} ${timeZone}`;
  const day = known.get(key) ?? newDay(timeZone, zeroDate.add({ days: number }));
  if (known.size >= mostKnown)
    known.clear();
  known.set(key, day);
  return day;
}
var zeroDate = Temporal.PlainDate.from("1970-01-01");
function newDay(timeZone, date) {
  const moments = /* @__PURE__ */ new Map();
  const at = (minute) => {
    const ms = moments.get(minute) ?? instantAt(timeZone, date, minute);
    moments.set(minute, ms);
    return ms;
  };
  return { date, weekday: weekdays[date.dayOfWeek - 1] ?? "mon", at };
}
function instantAt(timeZone, date, minute) {
  return date.add({ days: Math.floor(minute / DAY_MINUTES) }).toZonedDateTime({
    timeZone,
    plainTime: { hour: Math.floor(minute % DAY_MINUTES / 60), minute: minute % 60 }
  }).epochMilliseconds;
}

// dist/core/words/first-words.js
var firstWords = {
  "first.title": "I look after @{account} on {network} with you.",
  "first.arrives": "What people write to @{account} arrives here, and so do its new followers.",
  "first.watches": "I watch day and night: every minute I look for what people write, every five minutes for new followers. If I can't, or have to look less often, I say so here.",
  "first.watches-closely": "I watch day and night, and look many times an hour for what people write and for new followers. If I can't, or have to look less often, I say so here.",
  "first.nothing-alone": "Nothing is sent by itself.",
  "first.sends": "A person writes every answer and presses Send, and Undo stops it for {seconds} seconds.",
  "first.on-shift": "On shift as of {time}: {who}. /rota says who it is at any time.",
  "first.help": "/greet help says what else I do.",
  "practise.title": "Practise",
  "practise.here": "This channel is for practising: nobody on the real {network} sees what you send here. Press Answer on a post, write, and press Send.",
  "practise.there": "Practise in #{channel}: everything works there as it does here, and nobody on the real {network} sees it.",
  "practise.there-unnamed": "There is a channel for practising, for @{account}: everything works there as it does here, and nobody on the real {network} sees it. Ask {lead} where it is.",
  "practise.try": "Here you can open any post and write: nothing leaves before Send, and Undo stops it for {seconds} seconds after. Close without a word and it is as before.",
  "practise.none": "There is no channel for practising yet. Ask {lead} for one: there nobody on the real {network} sees what you send.",
  "practise.how": "For whoever set this up: a desk with practice: true in desk.yaml, under x or bluesky, and a channel of its own.",
  "button.practise": "Practise"
};

// dist/core/words/history-words.js
var historyWords = {
  "history.claim": "{name} took this",
  "history.take-over": "{name} took this over",
  "history.release": "{name} put this back",
  "history.release-by-desk": "Back to everybody",
  "history.keep": "{name} is still on it",
  "history.pass": "{name} passed this on",
  "history.pass-to": "{name} passed this to {to}",
  "history.flag": "{name} flagged this: don't answer yet",
  "history.unflag": "{name} lifted the flag",
  "history.ask-review": "{name} asked for a check",
  "history.check": "{name} began to check",
  "history.send-back": "{name} sent the words back",
  "history.approve": "{name} pressed Send",
  "history.undo": "{name} pressed Undo",
  "history.lapse": "It did not go out in its time",
  "history.begin": "It went to {network}",
  "history.put-back": "{network} asked us to wait",
  "history.publish": "It is on {network}",
  "history.reject": "{network} said no",
  "history.mark-unknown": "{network} did not say what became of it",
  "history.not-found": "It was not on our timeline",
  "history.hand-off": "{name} opened it in {network}",
  "history.seen": "The answer was seen on our timeline",
  "history.it-is-there": "{name} said that it is on {network}",
  "history.not-there": "{name} said that it is not on {network}",
  "history.another-act": "{first} wrote again",
  "history.edited": "{first} changed the post",
  "history.dismiss": "{name} closed this: no reply needed",
  "history.reopen": "{name} reopened this",
  "history.snooze": "{name} said: not now",
  "history.wake": "{name} brought this back",
  "history.wake-by-desk": 'Back after "not now"',
  "history.mute": "{name} muted this conversation",
  "history.mute-person": "{name} muted {first} for 30 days",
  "history.start": "{name} began by /greet",
  "history.follow-back": "{name} followed {first} back",
  "history.greeted": "Greeted by our hello to everybody new",
  "history.delete-from-x": "{name} deleted the answer from {network}",
  "history.expire": "Folded away",
  "history.withdraw": "{first} removed a post"
};

// dist/core/words/hosting-words.js
var hostingWords = {
  "answers.question": '"{question}"',
  "answers.count.one": "1 answer",
  "answers.count.other": "{count} answers",
  "answers.read": "{name} read them at {time}",
  "answers.since.one": "1 since {name} read them at {time}",
  "answers.since.other": "{count} since {name} read them at {time}",
  "answers.rest": "\u25AB\uFE0F {name} closed the rest: no reply needed \xB7 {time}",
  "answers.title": "Answers to us",
  "answers.nobody": "No answer is here any more.",
  "answers.more.one": "And 1 more.",
  "answers.more.other": "And {count} more.",
  "button.read-them": "Read them",
  "button.rest": "No reply needed to the rest",
  "hello.greets": "Greets: {names}",
  "hello.greets-nobody": "Nobody new waits for a hello any more.",
  "hello.more.one": "1 more",
  "hello.more.other": "{count} more",
  "hello.said.one": "{name} said hello to 1 new follower at {time}",
  "hello.said.other": "{name} said hello to {count} new followers at {time}",
  "hello.said-elsewhere.one": "Someone said hello to 1 new follower in the {network} app at {time}",
  "hello.said-elsewhere.other": "Someone said hello to {count} new followers in the {network} app at {time}",
  "hello.answered.one": "1 answered",
  "hello.answered.other": "{count} answered",
  "button.see-all": "See all {count}"
};

// dist/core/words/keeping-words.js
var keepingWords = {
  "kept.question": "A question",
  "kept.praise": "A thank-you",
  "kept.complaint": "A complaint",
  "kept.other": "A post",
  "kept.follow": "A new follower",
  "kept.hello": "A hello to everybody new",
  "kept.answered": "{name} answered",
  "kept.answered-elsewhere": "answered in the {network} app",
  "kept.dismissed": "{name} closed it: no reply needed",
  "kept.dismissed-by-desk": "no reply needed",
  "kept.muted": "muted",
  "kept.greeted": "greeted by our hello",
  "kept.expired": "folded away",
  "kept.withdrawn": "removed on {network}",
  "kept.view-reply": "View reply",
  "kept.somebody": "Somebody",
  "kept.somebody-within": "somebody",
  "kept.title": "No longer kept",
  "kept.said": "What was written here is no longer kept. {network} has it, unless it was removed there.",
  "kept.said-removed": "What was written here was removed on {network}. It is no longer kept.",
  "kept.quoted": "What this showed was removed on {network}. Close it, and open it again.",
  "kept.may-quote": "{first} removed a post. What colleagues wrote here before may quote it.",
  "kept.post": "no longer kept",
  "kept.private": "What this message said is no longer kept.",
  "kept.screen": "What was shown here may not be kept any more. Close it, and open it again.",
  "forget.title": "Forget somebody",
  "forget.erase.one": "Erase what we have of @{handle} (1 conversation) and never greet them?",
  "forget.erase.other": "Erase what we have of @{handle} ({count} conversations) and never greet them?",
  "forget.unknown": "We know nobody called @{handle} now. {network} says who that is for {price}. Then they're never greeted, and what we have of them under an earlier name is erased.",
  "forget.unknown-free": "We know nobody called @{handle} now. {network} says who that is. Then they're never greeted, and what we have of them under an earlier name is erased.",
  "forget.means": "Nobody can take this back. It goes here and in Slack within the hour, and windows that colleagues have open close. If they ask something later, they get an answer, and are forgotten again.",
  "forget.stays": "What colleagues wrote in threads stays, and so do our answers on {network}.",
  "forget.submit": "Erase",
  "forget.done": "It is being erased. Within the hour nothing of it is here or in Slack.",
  "forget.whom": "Say who asked to be forgotten: /greet forget @name, as they're called on {network}.",
  "forget.nobody": "{network} doesn't know anybody of that name. Look how they write it.",
  "forget.not-asked": "{network} didn't say who that is. Try again in a minute.",
  "forget.no-key": "Nobody can be forgotten yet: whoever runs the desk sets FORGET_KEY in its .env file, and starts it again.",
  "help.forget": "/greet forget {handle} erases what we have of somebody who asks for that ({lead})",
  "kept.erased": "Erased.",
  "kept.home": "Nobody looked here for some days. Open Home again to see what waits.",
  "kept.stuck": "Slack lets me neither change nor delete my message of {time}. Delete it by hand: what it says shouldn't be kept any more.",
  "button.hold": "Keep until\u2026",
  "button.end-hold": "End keeping",
  "button.end": "End",
  "hold.title": "Keep until\u2026",
  "hold.submit": "Keep",
  "hold.said": "What is said here then stays until that day, also when it is closed. Home lists it.",
  "hold.how-long": "For how long?",
  "hold.days.one": "1 day, until {date}",
  "hold.days.other": "{count} days, until {date}",
  "hold.reason": "Why? Colleagues who run the desk read it on Home.",
  "hold.mark": "{name} keeps this until {date}: '{reason}'",
  "home.holds": "Kept longer than usual:",
  "home.muted-unnamed": "Somebody is muted until {date} \xB7 {name}",
  "waiting.modal-title": "What waits",
  "card.first-in-year": "first time in a year",
  "history.hold": "{name} said: keep this longer",
  "history.end-hold": "{name} ended keeping this longer",
  "refused.purged": "What was written here is no longer kept. View it on {network}.",
  "refused.not-there-again": "The post isn't on {network} any more, and it is no longer kept. There is nothing to reopen.",
  "refused.not-read-again": "This is no longer kept, and {network} didn't show it again just now. Press Reopen once more in a minute.",
  "refused.no-reason": "Say why it should be kept."
};

// dist/core/words/link-only-words.js
var linkOnlyWords = {
  "link-only.mentions.one": "Somebody mentioned us",
  "link-only.mentions.other": "Somebody mentioned us {count} times",
  "link-only.follow": "Somebody followed us",
  "link-only.urgent": "\u{1F6A8} Urgent",
  "link-only.about": "{what} \xB7 {time}",
  "link-only.line": "{to}, somebody mentioned us. Open it in {network}. What you type here stays in Slack.",
  "link-only.line-urgent": "{to}, somebody mentioned us, and it is urgent. Open it in {network}. What you type here stays in Slack.",
  "button.done": "Done",
  "refused.link-only": "{network} wants an Enterprise plan before a public body reads here what people write, so this desk only links to it. Press Open in {network} and answer there."
};

// dist/core/words/message-words.js
var messageWords = {
  "command.unknown": "I don't know '{typed}'. Try /greet {command}.",
  "command.wrong-channel": "This works in {channel}.",
  "command.colleague": "That's a colleague in Slack. Type the {network} name without @: /greet {handle}",
  "command.no-reason": "Say why, for your colleagues: /greet pause statement coming",
  "command.paused": "{name} paused sending at {time}: '{reason}'. Drafts are kept; nothing goes out until {lead} resumes.",
  "command.paused-already": "{name} paused sending at {time}: '{reason}'. It stays so until {lead} resumes.",
  "command.paused-by-you": "Sending is paused. Your colleagues read why in this channel.",
  "command.paused-long": "Sending is paused. Your reason is too long; your colleagues read this much of it in this channel: '{reason}'",
  "command.resumed": "{name} resumed sending at {time}. What came back in the meantime waits for another Send.",
  "command.resumed-by-you": "Sending goes on. Your colleagues read it in this channel.",
  "command.not-paused": "Sending isn't paused.",
  "help.waiting": "/greet shows what waits, by deadline, and what is flagged",
  "help.next": "/greet next opens what is due first; in a thread the shortcut Answer next does the same",
  "help.handle": "/greet {handle} opens what waits from that person, or shows what was said before",
  "help.note": "/greet note Central closes at 16:00 today stands above every answer until closing",
  "help.notes": "/greet note shows the notes for today, and takes them down",
  "help.pause": "/greet pause statement coming stops all sending; drafts are kept",
  "help.resume": "/greet resume lets sending go on ({lead})",
  "help.budget": "/greet budget shows what {network} has cost this month",
  "help.rota": "/rota shows who is on shift this week, and finds cover",
  "private.listed": "a private message",
  "private.policy": "How we treat what you write to us: {link}",
  "note.above": "Today: {note} \xB7 {name}",
  "note.kept": "Until {time} this stands above every answer: {note}",
  "note.none": "There is no note today. To leave one: /greet note Central closes at 16:00 today",
  "note.title.one": "This stands above every answer today:",
  "note.title.other": "These stand above every answer today:",
  "note.line": "{note} \xB7 {name} at {time} \xB7 until {until}",
  "note.remove": "Remove",
  "spend.title": "{network} has cost {spent} this month.",
  "spend.title-of": "{network} has cost {spent} of {budget} this month: {percent}%.",
  "spend.nothing": "{network} has cost nothing yet this month.",
  "spend.together": "All desks together: {spent} of {budget} this month: {percent}%.",
  "spend.free": "{network} costs nothing.",
  "spend.line": "{kind}: {spent} ({count})",
  "spend.line-bare": "{kind}: {spent}",
  "spend.under-a-cent": "less than $0.01",
  "spend.mentions": "What people write to us",
  "spend.followers": "Who follows us",
  "spend.timelines": "Our own posts, and what new followers posted",
  "spend.rereads": "Posts read again before they are answered",
  "spend.people": "People looked up",
  "spend.answers": "Answers and other posts of ours",
  "spend.removals": "Deleted from {network}",
  "spend.private-read": "Private messages",
  "spend.private-answers": "Private answers",
  "spend.other": "Other",
  "spend.posts.one": "1 post",
  "spend.posts.other": "{count} posts",
  "spend.messages.one": "1 message",
  "spend.messages.other": "{count} messages",
  "spend.persons.one": "1 person",
  "spend.persons.other": "{count} people",
  "spend.limits": "At 80% the desk begins to look at {network} less often. At 100% it reads and sends nothing until next month.",
  "spend.no-budget": "No budget is set. One can be set in desk.yaml: budget.monthlyUsd.",
  "desk.said": "{desk}: {said}",
  "summary.morning": "Good morning, {name}.",
  "summary.afternoon": "Good afternoon, {name}.",
  "summary.evening": "Good evening, {name}.",
  "summary.waiting.one": "1 waiting: {what}.",
  "summary.waiting.other": "{count} waiting: {what}.",
  "summary.question.one": "1 question",
  "summary.question.other": "{count} questions",
  "summary.complaint.one": "1 complaint",
  "summary.complaint.other": "{count} complaints",
  "summary.praise.one": "1 thank-you",
  "summary.praise.other": "{count} thank-yous",
  "summary.other.one": "1 other",
  "summary.other.other": "{count} others",
  "summary.waiting-bare.one": "1 waiting.",
  "summary.waiting-bare.other": "{count} waiting.",
  "summary.followers.one": "1 new follower can wait.",
  "summary.followers.other": "{count} new followers can wait.",
  "summary.nothing": "Nothing waits any more.",
  "summary.late.one": "1 is late.",
  "summary.late.other": "{count} are late.",
  "summary.flagged.one": "1 is flagged: {about}",
  "summary.flagged.other": "{count} are flagged. Oldest: {about}",
  "reminder.late.one": "1 is late.",
  "reminder.late.other": "{count} are late.",
  "reminder.late-new.one": "{late} are late, 1 of them new.",
  "reminder.late-new.other": "{late} are late, {count} of them new.",
  "reminder.as-of": "As of {time}.",
  "reminder.oldest": "Oldest: {about}",
  "about.said": "{first}, '{quote}'",
  "about.private": "{first}, a private message",
  "about.follow": "{first}, a new follower",
  "about.hello": "the hello to everybody new",
  "reminder.put-off": "Not now: back at {time}.",
  "reminder.over": "Nobody of these waits any more.",
  "flags.title.one": "1 waits for your word. Nobody answers it until you lift the flag.",
  "flags.title.other": "{count} wait for your word. Nobody answers them until you lift the flag.",
  "flags.asked": "{name} asked you \xB7 since {time}",
  "flags.asked-by-you": "You flagged this \xB7 since {time}",
  "flags.done": "Nothing here waits for your word any more.",
  "flags.newer": "What waits for your word is in a newer message.",
  "handover.to-shift.one": "A colleague's shift is over. 1 post that they were called to still waits.",
  "handover.to-shift.other": "A colleague's shift is over. {count} posts that they were called to still wait.",
  "handover.to-fallback.one": "Nobody is on shift. 1 post still waits for an answer.",
  "handover.to-fallback.other": "Nobody is on shift. {count} posts still wait for an answer.",
  "handover.first": "First: {about}",
  "urgent.over": "\u{1F6A8} {first} \xB7 {state}",
  "idle.ask": "Still on it? {about}",
  "idle.back": "It goes back to the shift at {time}.",
  "idle.back-draft": "It goes back to the shift at {time}; your draft is kept.",
  "shift-end.title.one": "Your shift is over. You still have 1.",
  "shift-end.title.other": "Your shift is over. You still have {count}.",
  "shift-end.hint": "What you leave is put back at {time}; drafts are kept.",
  "shift-end.done": "Your shift is over. This is what became of what you had.",
  "shift-end.more": "and {count} more: see your drafts on Home",
  "moved.open": "Back with the shift.",
  "moved.open-draft": "Back with the shift; your draft is kept.",
  "moved.kept": "You are still on it.",
  "button.not-now": "Not now",
  "button.keep": "Keep",
  "button.hand-to": "Hand to {name}"
};

// dist/core/words/outage-words.js
var outageWords = {
  "outage.network-all": "Nothing could be read from {network} since {time} ({why}). Nothing is lost; answers can't go out.",
  "outage.network-waits": "Nothing could be read from {network} since {time}: {network} asks us to wait. Nothing is lost.",
  "outage.network-some": "We can't read all of {network} ({why}): {what}. Nothing is lost.",
  "outage.look-mentions": "what people write to us since {time}",
  "outage.look-followers": "who follows us since {time}",
  "outage.look-own-posts": "our own posts since {time}",
  "outage.look-recheck": "what was changed or removed since {time}",
  "outage.look-private-messages": "private messages since {time}",
  "outage.began": "It began at {time}, with a break.",
  "outage.network-was": "{network} couldn't be read from {from} until {until} ({why}). Nothing was lost.",
  "outage.network-was-some": "We couldn't read all of {network} from {from} until {until} ({why}). Nothing was lost.",
  "outage.network-over": "{network} can be read again. It couldn't from {from} until {until}.",
  "outage.network-over-some": "We can read all of {network} again. We couldn't from {from} until {until}.",
  "outage.with-breaks": "In between it could for a while.",
  "outage.back": "{network} could be read again at {back}, until {time}.",
  "outage.why-unreachable": "{network} can't be reached",
  "outage.why-no-answer": "{network} doesn't answer",
  "outage.why-busy": "{network} asks us to wait",
  "outage.why-sign-in": "{network} doesn't let us in",
  "outage.why-not-permitted": "{network} doesn't let our app read",
  "outage.why-budget": "{network} wants money",
  "outage.why-refused": "{network} says no",
  "outage.why-unreadable": "we don't understand what {network} answers",
  "outage.rota-back": "The rota at {where} could be read again at {back}, until {time}.",
  "outage.slack": "Slack was out of reach from {from} until {until}. Nothing from {network} is lost. Something that you pressed then may not have arrived: look, and press it again.",
  "outage.redis": "I couldn't save anything from {from} until {until}. Nothing from {network} is lost. Something that you pressed then may not have been saved: look, and press it again.",
  "outage.channel": "Slack doesn't let me write in {channel} ({why}). {cure} Nothing is lost: I try again every ten minutes, and at once when I am invited.",
  "outage.channel-was": "Slack didn't let me write in {channel} from {from} until {until}.",
  "outage.channel-unknown": "the desk's channel",
  "outage.private-channel": "Slack doesn't let me write in {channel}, the channel for private messages ({why}). {cure} Nothing is lost: I try again every ten minutes, and at once when I am invited.",
  "outage.private-channel-was": "Private messages couldn't be shown in {channel} from {from} until {until}.",
  "outage.private-channel-unknown": "the channel for private messages",
  "outage.private-is_public": "Private messages are not read: {channel} is public. Make it a private channel of colleagues alone, or name another one in desk.yaml. All else goes on.",
  "outage.private-is_shared": "Private messages are not read: {channel} is shared with another organisation. Take colleagues alone, or name another channel in desk.yaml. All else goes on.",
  "outage.private-has_guests": "Private messages are not read: a guest is in {channel}. Remove every guest, or name another channel in desk.yaml. All else goes on.",
  "outage.cure-invite": "Invite me there: /invite @Greeting Desk.",
  "outage.cure-unarchive": "Unarchive the channel and invite me there.",
  "outage.cure-scope": "Whoever installed me has to install me again with all rights that I ask for.",
  "outage.cure-restricted": "Whoever runs this workspace has to let apps post there.",
  "outage.cure-other": "Whoever installed me finds the reason in the log.",
  "outage.last-looked": "Last looked at {network} at {time}."
};

// dist/core/words/outcome-words.js
var outcomeWords = {
  "outcome.title.other": "Did they stay? Of those who followed us in {months}, {count} drawn at random were looked at again.",
  "outcome.none": "Did they stay? Too few who followed us in {months} were looked at again so far.",
  "outcome.no-months": "Did they stay? Nobody was looked at again so far.",
  "outcome.month": "{month} {year}",
  "outcome.few-greeted.other": "{count} greeted: too few to tell.",
  "outcome.few-hello.other": "{count} greeted by a hello to all: too few to tell.",
  "outcome.few-alone.other": "{count} left alone: too few to tell.",
  "outcome.fewest-greeted": "Fewer than 5 greeted: too few to tell.",
  "outcome.fewest-hello": "Fewer than 5 greeted by a hello to all: too few to tell.",
  "outcome.fewest-alone": "Fewer than 5 left alone: too few to tell.",
  "outcome.stayed-greeted.other": "Of {of} greeted, {count} still followed after {days} days ({low} to {high} %).",
  "outcome.stayed-hello.other": "Of {of} greeted by a hello to all, {count} still followed after {days} days ({low} to {high} %).",
  "outcome.stayed-alone.other": "Of {of} left alone, {count} still followed after {days} days ({low} to {high} %).",
  "outcome.few-stayed-greeted": "Of {of} greeted, fewer than 5 still followed after {days} days.",
  "outcome.few-stayed-hello": "Of {of} greeted by a hello to all, fewer than 5 still followed after {days} days.",
  "outcome.few-stayed-alone": "Of {of} left alone, fewer than 5 still followed after {days} days.",
  "outcome.wrote-greeted.other": "Of {of} greeted, {count} wrote to us within 30 days ({low} to {high} %).",
  "outcome.wrote-hello.other": "Of {of} greeted by a hello to all, {count} wrote to us within 30 days ({low} to {high} %).",
  "outcome.wrote-alone.other": "Of {of} left alone, {count} wrote to us within 30 days ({low} to {high} %).",
  "outcome.few-wrote-greeted": "Of {of} greeted, fewer than 5 wrote to us within 30 days.",
  "outcome.few-wrote-hello": "Of {of} greeted by a hello to all, fewer than 5 wrote to us within 30 days.",
  "outcome.few-wrote-alone": "Of {of} left alone, fewer than 5 wrote to us within 30 days.",
  "outcome.reasons": "Why left alone: {reasons}.",
  "outcome.reason": "{reason} {count}",
  "outcome.reason-skipped": "skipped by a colleague",
  "outcome.reason-expired": "nobody got to it in time",
  "outcome.reason-muted": "muted",
  "outcome.reason-automated": "the account looks automated",
  "outcome.reason-unseen": "followed while the desk stood still",
  "outcome.gone.other": "{count} accounts are gone from {network}: they have not left us, and count nowhere here.",
  "outcome.not-known.other": "Of {count} nobody can say what became of them.",
  "outcome.greeted-more": "More of those who were greeted stayed than of those left alone.",
  "outcome.greeted-fewer": "Fewer of those who were greeted stayed than of those left alone.",
  "outcome.greeted-cannot-tell": "The ranges overlap: this doesn't tell whether more stay when they are greeted.",
  "outcome.hello-more": "More of those greeted by a hello to all stayed than of those left alone.",
  "outcome.hello-fewer": "Fewer of those greeted by a hello to all stayed than of those left alone.",
  "outcome.hello-cannot-tell": "The ranges overlap: this doesn't tell whether more stay after a hello to all.",
  "outcome.no-cause": "Colleagues choose whom they greet, so no difference here shows that greeting makes people stay.",
  "spend.outcomes": "Whether new followers stay"
};

// dist/core/words/refusal-words.js
var refusalWords = {
  "notice.lapsed": "{network} couldn't take this by {time}. Still true? Press Send again.",
  "notice.waiting": "{network} asks us to wait until {time}. It goes out then; after {last} it comes back to {name}. Undo stops it.",
  "notice.paused": "{name} paused sending at {time}: '{reason}'. The words are kept.",
  "notice.removed": "{first} removed a post at {time}. Read what is left, then press Send.",
  "notice.changed": "{first} changed the post at {time}. Read it again, then press Send.",
  "rejected.not-summoned": "{network} won't take this from us, because {first} didn't mention us. Press Open to finish it in {network}; the words are ready.",
  "rejected.duplicate": "{network} won't take the same words twice. Change them, then press Send.",
  "rejected.gone": "The post isn't on {network} any more. There is nothing to answer.",
  "rejected.too-long": "{network} finds this too long. Shorten it, then press Send.",
  "rejected.sign-in": "{network} doesn't let us in. The words are kept; {lead} has to look at our sign-in.",
  "rejected.not-permitted": "{network} doesn't let our app do this. The words are kept; {lead} has to give it the right to read and write.",
  "rejected.budget": "This month's {network} budget is used up. The words are kept. Ask {lead}.",
  "rejected.budget-together": "This month's {network} budget of all desks together is used up. The words are kept. Ask {lead}.",
  "rejected.private-closed": "{first} doesn't take messages from us. Answer in public, without personal details. The words are kept.",
  "rejected.closed": "{first} lets only some people reply to this post, and we are not among them. The words are kept.",
  "rejected.limit": "{network} asks us to wait too long for this answer. The words are kept. Press Send again later.",
  "rejected.other": "{network} said no: {detail}. The words are kept.",
  "rejected.no-detail": "it gave no reason",
  "refused.taken": "{name} took this at {time}. Press Open to see the draft.",
  "refused.lost": "{name} took this over at {time}. Nothing was sent; your words are in the draft that {name} sees.",
  "refused.not-yours": "{name} has this. Take it over first.",
  "refused.nobody-answers": "This is open, and nobody has it. Take it first, then go on.",
  "refused.answered": "{name} answered this at {time}.",
  "refused.answered-link": "{name} answered this at {time}. View it on {network}: {link}",
  "refused.elsewhere": "Someone answered in the {network} app at {time}.",
  "refused.elsewhere-link": "Someone answered in the {network} app at {time}. View it on {network}: {link}",
  "refused.closed": "{name} closed this: no reply needed. Press Reopen first.",
  "refused.closed-by-desk": "This is closed. Press Reopen first.",
  "refused.expired": "This was folded away. Press Reopen first.",
  "refused.removed": "The post was removed. There is nothing to answer.",
  "refused.stopped": "{first} wants no messages from us. Nothing can be sent here until {first} writes again.",
  "refused.not-in-private": "{first} hasn't written to us in private, so we can't write there first. Ask {first} in public to write to us.",
  "refused.changed": "{first} changed the post at {time}. Read it again, then press Send.",
  "refused.wrote-again": "{first} wrote again at {time}. Read it, then press Send.",
  "refused.in-review": "{name}'s answer waits for a colleague's check.",
  "refused.checked-by": "{reviewer} is checking {name}'s answer.",
  "refused.own-check": "Someone else has to check your words.",
  "refused.flagged": "Don't answer yet: {name} is looking.",
  "refused.lead-only": "Only {lead} can do that.",
  "refused.not-deleter": "Only {names} can delete this from {network}.",
  "refused.paused": "{name} paused sending at {time}: '{reason}'. Your draft is kept.",
  "refused.budget": "This month's {network} budget is used up. Your words are kept. Finish in {network}, or ask {lead}.",
  "refused.budget-together": "This month's {network} budget of all desks together is used up. Your words are kept. Finish in {network}, or ask {lead}.",
  "refused.stranger": "@{handle} hasn't written to us or followed us, so writing first would be unsolicited.",
  "refused.going": "{name}'s answer goes out at {time}. Until then, Undo stops it.",
  "refused.checking": "We don't know yet whether {network} took {name}'s answer. We are looking. Please don't send it again.",
  "refused.finishing": "{name} is finishing this in {network} \xB7 since {time}.",
  "refused.finishing-until": "{name} opened {network} at {time} and may be posting. Try again at {until}.",
  "refused.too-late": "It went out at {time}. To remove it: \xB7\xB7\xB7 \u2192 Delete from {network}.",
  "refused.second-reply": "We have answered this once. Wait until there is something new, or add more in {network}.",
  "refused.no-post": "Pick a post to answer first.",
  "refused.not-staff": "Only members of {channel} answer for the library. Ask {lead} to add you.",
  "refused.not-staff-channel": "the desk's channel",
  "refused.not-staff-list": "Only colleagues on the rota answer for the library. Ask {lead} to add you.",
  "refused.guest": "Guests can't answer for the library.",
  "refused.trainee": "A colleague checks first. Press Ask for a check.",
  "refused.trainee-greets": "A greeting is posted in {network}, where no colleague checks it first. Pass this one to somebody.",
  "refused.trainee-check": "Words are checked by somebody who is not in training. Ask {lead}.",
  "refused.shared-check": "Several people use this login, so nobody could say who checked. Check it from your own.",
  "refused.no-hand-off": "Answers on {network} are written and sent from here. Press Open, then Send.",
  "refused.takes-no-reply": "{first} lets only some people reply to this post, and we are not among them. Ask a colleague whom {first} follows, or press No reply needed.",
  "refused.not-followed": "{network} didn't take that just now. Press it again in a minute: nobody is followed twice.",
  "refused.not-colleague": "{name} doesn't answer for the library now. Choose somebody else.",
  "refused.no-sign-in": "This is posted in {network} by someone signed in as @{account}. Pass it to {names}?",
  "refused.long-note.one": "This note is 1 character too long. It stands above every answer: say it in a sentence.",
  "refused.long-note.other": "This note is {over} characters too long. It stands above every answer: say it in a sentence.",
  "refused.many-notes.other": "{count} notes stand already. Take one down first: /greet note",
  "refused.enough-greetings": "We have greeted as many people today as we want to ({count}). Greet again tomorrow.",
  "refused.same-starter": "There is a starter '{label}' already. Choose another name, or remove that one.",
  "refused.many-starters.other": "There are {count} saved starters. Remove one first.",
  "refused.empty-starter": "Give it a name and words.",
  "refused.desk-only": "The desk does that by itself.",
  "refused.gone": "This is gone. Nothing was sent.",
  "told.taken-over": "{name} took over your answer to {first} at {time}. Your draft is kept there.",
  "told.changed": "{first} changed the post you are answering, at {time}. Read it again, then press Send.",
  "told.removed": "{first} removed a post you are answering, at {time}. Nothing was sent.",
  "told.no-answers": "{network} takes no answers from @{account} ({detail}). Until that is put right with {network}, nothing goes out. Drafts are kept.",
  "told.came-back": "Not sent: {what}. {why}",
  "told.not-seen": "Not on our timeline: {what}. Look there once. Please don't send it again.",
  "told.check-asked": "{what} is ready for a check.",
  "told.check-alone": "Nobody on shift can check {what}.",
  "told.passed": "{name} passed this on to you: {about}",
  "told.passed-note": "{name} passed this on to you: '{note}' \xB7 {about}",
  "told.flagged-note": "{name} asks you to look at {about}: '{note}' Nobody answers until you press Lift.",
  "told.done": "Done: {outcome}",
  "told.rest-questions.one": "1 more question waits.",
  "told.rest-questions.other": "{count} more questions wait.",
  "told.rest-posts.one": "1 more post waits.",
  "told.rest-posts.other": "{count} more posts wait.",
  "told.not-permitted": "{network} doesn't let our app post as @{account}. Until that is repaired nothing goes out. Drafts are kept.",
  "told.not-permitted-cure": "In {network}'s developer console, set user authentication settings to read and write; then make the access keys anew: those made before keep their old rights.",
  "told.flagged": "{name} asks you to look at {about}. Nobody answers until you press Lift.",
  "told.sent-back": "{name} sent {what} back: '{note}'",
  "told.sent-back-bare": "{name} sent {what} back.",
  "told.your-answer": "your answer to {first}",
  "told.your-hello": "your hello to everybody new",
  "told.greeting-seen": "Your greeting to {first} is on {network}. For next time: {found}",
  "told.not-saved": "I couldn't save that. Nothing was sent; copy your words and try again in a minute.",
  "told.not-served": "This belongs to a desk that is not set up any more. Nothing was sent; copy your words.",
  "told.slow": "That didn't work just now. Nothing was sent; try again in a minute.",
  "check.empty": "Write something first.",
  "check.hello-names": "A hello names nobody: it is for everybody new. Take @{found} out.",
  "check.nothing-added": "Add your own words after '{opening}'.",
  "check.too-long.one": "1 character too long.",
  "check.too-long.other": "{count} characters too long.",
  "check.too-long-bytes.one": "1 byte too long: {network} takes {most}, and an emoji has many.",
  "check.too-long-bytes.other": "{count} bytes too long: {network} takes {most}, and an emoji has many.",
  "check.personal-phone": "{found} isn't one of our numbers. Take it out or answer privately.",
  "check.personal-number": "{found} looks like a reader's number. Take it out or answer privately.",
  "check.personal-email": "{found} isn't one of our addresses. Take it out or answer privately.",
  "check.personal-about": "'{found}' tells others what somebody borrows or owes. Take it out or answer privately.",
  "check.blocked": "'{found}' is on the library's list. Choose another word.",
  "check.accidental-link": "'{found}' becomes a web link. Add a space after the full stop.",
  "check.accidental-link-price": "'{found}' becomes a web link and costs {price}. Add a space after the full stop.",
  "check.link": "'{found}' is a web link: with it this costs {price}.",
  "check.other-name": "This greets {found}. It goes to {name}.",
  "check.near-copy": "We said this to someone on {date}.",
  "check.thanks-for-following": '"Thanks for following" reads like a machine. Say something about what {first} posts instead.',
  "check.thanks-in-hello": '"Thanks for following" reads like a machine. Ask everybody something instead.',
  "check.others": "@{found} is notified of this, too. {network} may refuse it.",
  "check.others-notified": "@{found} is notified of this, too.",
  "check.signature": "{found} isn't the signature of whoever wrote this. {own} is added by itself.",
  "check.unsigned": "{found} looks like a signature. This goes out without one.",
  "check.sign-by-hand": "Several people write from here: end with your own signature, such as ^{example}, so that we know who it was.",
  "check.reading-level.other": "One sentence has {count} words. Two short ones are easier to read.",
  "check.hashtag": "Begin each word in #{found} with a capital, so that screen readers can tell them apart.",
  "check.emoji.other": "{count} emoji: screen readers read out each of them.",
  "check.price": "A web link makes this cost {price}.",
  "day.date": "{day} {month}"
};

// dist/core/words/report-words.js
var reportWords = {
  "report.title": "Report for {period}",
  "report.week": "the week from {from} to {to}",
  "report.month": "{month} {year}",
  "report.quarter": "{from} to {to} {year}",
  "report.begun": "The desk began on {date}: nothing before that is counted.",
  "report.nothing": "Nothing came in this time.",
  "report.few": "fewer than 5",
  "report.part": "{count} {name}",
  "report.came.one": "1 thing came: {parts}.",
  "report.came.other": "{count} things came: {parts}.",
  "report.came-few": "Fewer than 5 things came: {parts}.",
  "report.kind.question": "questions",
  "report.kind.complaint": "complaints",
  "report.kind.praise": "thanks",
  "report.kind.other": "other posts",
  "report.kind.private": "private messages",
  "report.kind.follow": "new followers",
  "report.outcomes": "What became of it: {parts}.",
  "report.outcome.in-desk": "answered in the desk",
  "report.outcome.by-hand": "answered in the {network} app",
  "report.outcome.greeted": "greeted",
  "report.outcome.left-alone": "left alone",
  "report.outcome.removed": "removed by their writers",
  "report.outcome.waiting": "still waiting",
  "report.waited": "Half of the answers came within {half}, nine in ten within {most}, counted in open hours.",
  "report.waited-few": "Too few posts were answered to say how long that took.",
  "report.standard": "The time that we promise ourselves was kept for {kept} of {of} posts: {percent}%.",
  "report.standard-few": "Too few posts have a promised time to say how often it was kept.",
  "report.late.one": "1 post waited longer than we promise ourselves:",
  "report.late.other": "{count} posts waited longer than we promise ourselves:",
  "report.late-none": "No post waited longer than we promise ourselves.",
  "report.slipped": "{topic} \xB7 {time} \xB7 {became}",
  "report.slipped-answered": "answered after {duration} in open hours",
  "report.slipped-waiting": "has waited {duration} in open hours",
  "report.slipped-more.one": "1 older one",
  "report.slipped-more.other": "{count} older ones",
  "report.topic.question": "Question",
  "report.topic.praise": "Thanks",
  "report.topic.complaint": "Complaint",
  "report.topic.other": "Post",
  "report.topic.private": "Private message",
  "report.busiest": "Most came {day} from {from} to {to}: {count}.",
  "report.thin": "Most that waited too long came from {from} to {to}: {late} of {count}.",
  "report.openings": "How our answers began: {parts}.",
  "report.opening.kept": "with a starter as it is",
  "report.opening.rewritten": "with a starter, written over",
  "report.opening.own": "in our own words",
  "report.hellos.one": "1 hello to everybody new: {parts}.",
  "report.hellos.other": "{count} hellos to everybody new: {parts}.",
  "report.hello.greeted": "people greeted",
  "report.hello.answers": "people who answered",
  "report.bill.one": "{network} has billed {spent} for {months}.",
  "report.bill.other": "{network} has billed {spent} for {months} together.",
  "report.note": "Counted by the opening hours of now, without names. What is one to four is said as fewer than 5, or left out.",
  "report.no-pictures": "There are no charts, because this app may not upload files. {lead} can give it files:write in Slack, and install it there again.",
  "report.pictures-failed": "There are no charts: drawing or uploading them failed. The numbers are whole.",
  "report.pictures-refused": "There are no charts, because Slack could not show them. The numbers are whole.",
  "report.shared": "{name} shared this report.",
  "report.shared-at": "{name} shared this in the channel at {time}.",
  "report.shared-already": "{name} shared this report already, at {time}.",
  "report.comes-weekly": "This comes every week, until /greet report off.",
  "report.share-title": "Share in the channel?",
  "report.share-question": "Everybody in the channel reads the same numbers.",
  "report.share-yes": "Share",
  "report.share-no": "Not now",
  "button.report-share": "Share in the channel",
  "button.report-csv": "CSV",
  "button.report-weekly": "Send it every week",
  "report.asked": "The report for {period} comes in a private message.",
  "report.unknown": "I don't know '{typed}'. Try /greet report week, month or quarter; weekly or off.",
  "report.weekly-on": "The report comes every week when the library first opens. /greet report off ends that.",
  "report.weekly-off": "The report does not come by itself any more.",
  "report.weekly-none": "The report does not come by itself.",
  "report.file-title": "Numbers of the report for {period}",
  "report.file-alt": "A table with the numbers of the report for {period}.",
  "report.file-refused": "Slack does not let this app upload files. {lead} can give it files:write in Slack, and install it there again.",
  "report.file-failed": "Slack did not take the file. Please try again.",
  "report.chart.kinds": "What came",
  "report.chart.kinds-alt": "A chart of what came in {period}: {parts}.",
  "report.chart.kind": "What it was",
  "report.chart.count": "How many",
  "report.chart.week": "When it came",
  "report.chart.week-alt": "A chart of posts by weekday and hour in {period}. {busiest} Hours with fewer than 5 are left empty.",
  "report.chart.week-few": "No hour of a weekday had 5 or more.",
  "report.chart.hour": "Hour",
  "report.chart.block": "{from}\u2013{to}",
  "report.chart.weekday": "Weekday",
  "report.chart.late": "Where the rota is thin",
  "report.chart.late-alt": "A chart of posts by the hour at which they came in {period}, and how many waited longer than we promise ourselves. {thin}",
  "report.chart.late-few": "No hour had 5 or more that waited too long.",
  "report.chart.in-time": "in time",
  "report.chart.too-late": "waited too long",
  "report.chart.unsplit": "fewer than 5 of one kind",
  "help.report": "/greet report week, month or quarter shows how the desk did; weekly sends it by itself ({lead})"
};

// dist/core/words/rota-words.js
var rotaWords = {
  "rota.head": "Something about this desk wants a look:",
  "rota.more.one": "and 1 thing more. `greeting-desk doctor` names all.",
  "rota.more.other": "and {count} things more. `greeting-desk doctor` names all.",
  "rota.feed-down": "I can't read the rota at {where} since {time}: {why}. The last copy holds until it is back.",
  "rota.feed-never": "I can't read the rota at {where}: {why}. Until I can, nobody is on shift.",
  "rota.feed-was": "I couldn't read the rota at {where} from {from} until {until}: {why}. The last copy held.",
  "rota.feed-back": "The rota at {where} is read again. I couldn't from {from} until {until}.",
  "rota.day": "{weekday} {day} {month}",
  "rota.on": "on {day} {hours}",
  "rota.from": "from {from} to {to}",
  "rota.gap": "nobody {hours}",
  "rota.closed": "closed",
  "rota.closed-for": "closed: {name}",
  "rota.untitled": "without a title",
  "finding.gap": "Nobody is on shift {when}, while the library answers.",
  "finding.twice": "{name} is on shift twice {when}.",
  "finding.no-staff": "The shift {when} names {who}, who is not on the staff.",
  "finding.closed": "The shift of {names} {when} falls on closed days ({closure}).",
  "finding.standard": "{topic} that comes {when} wants an answer by {time}, and nobody is on shift before that.",
  "finding.standard-question": "A question",
  "finding.standard-praise": "A thank-you",
  "finding.standard-complaint": "A complaint",
  "finding.standard-other": "A post",
  "finding.cover": "{by} covers {of} {when}, but {of} is not on shift then.",
  "finding.unknown": "Slack doesn't know {id}, which desk.yaml has for {name}.",
  "finding.deactivated": "{name}'s account in Slack is deactivated.",
  "finding.guest": "{name} is a guest in Slack, and guests do not answer for the library.",
  "finding.outside": "{name} is not in #{channel}.",
  "finding.fallback": "{name} does not answer any more and stands under fallback: in desk.yaml. When nobody is on shift, {lead} is asked instead.",
  "finding.feed-name": "The rota's calendar names {name} ({event}, {time}), who is not on the staff.",
  "finding.feed-zone": "The rota's calendar has '{event}' in the time zone '{zone}', which nobody knows. It is left out.",
  "finding.feed-event": "The rota's calendar has '{event}', and {detail}. It is left out.",
  "cover.span": "{from}\u2013{to}",
  "cover.when-today": "{span} today",
  "cover.when": "{span} on {day}",
  "cover.today": "today",
  "cover.on-day": "on {day}",
  "cover.day": "{weekday} {day} {month}",
  "cover.asked": "{name} can't do {when}.",
  "cover.taken": "{taker} takes {when} for {name}.",
  "cover.taken-for-you": "{taker} takes {when} for you.",
  "cover.taken-by-you": "You take {when} for {name}.",
  "cover.undone": "{by} undid this at {time}.",
  "cover.undone-again": "{by} undid this at {time}. Everyone is asked again.",
  "cover.told-undone": "{by} undid it: you don't have {when} any more.",
  "cover.told-undone-again": "{by} can't do {when} after all. Everyone is asked again.",
  "cover.told-undone-yours": "{by} can't do {when} after all.",
  "cover.withdrawn": "{name} does {when} after all.",
  "cover.everyone": "Everyone is asked now: {name} can't do {when}.",
  "cover.waits": "{asked} alone is asked to take {when}.",
  "cover.waits-for": "{asked} alone is asked to take {name}'s {when}.",
  "cover.not-asked": "Slack doesn't let me write to {asked}, so nobody is asked to take {when}. Your Home has Ask everyone.",
  "cover.past": "Nobody took {name}'s {when}.",
  "button.find-cover": "Find cover",
  "button.take-cover": "I'll take it",
  "button.never-mind": "Never mind",
  "find.title": "Find cover",
  "find.ask": "Ask",
  "find.shift": "Which shift?",
  "find.pick": "Choose a shift",
  "find.yours": "Yours",
  "find.from": "Only from",
  "find.to": "Only until",
  "find.time": "The whole shift",
  "find.whom": "Whom to ask?",
  "find.everyone": "Ask everyone",
  "find.nothing": "Nobody is on the rota in the next two weeks.",
  "find.one-asked-title": "Asked",
  "find.one-asked": "{name} is asked alone, in a private message. You hear of it as soon as it is taken; until then your Home has Ask everyone and Never mind.",
  "refused.not-their-shift": "{span} isn't {name}'s shift {day}. {name}'s is {theirs}.",
  "refused.no-shift": "{name} has no shift {day}.",
  "refused.cover-taken": "{name} has already taken it.",
  "refused.cover-over": "This isn't asked any more.",
  "refused.cover-own": "Somebody else has to take it.",
  "refused.cover-asked": "This is asked already.",
  "refused.cover-not-yours": "Only {names} can do that."
};

// dist/core/words/screen-words.js
var screenWords = {
  "opening.hello": "Hello",
  "practice.mark": "Practice: nobody on the real {network} sees this.",
  "practice.in-text": "Practice:",
  "editor.title": "Answer {first}",
  "editor.greet-title": "Greet {first}",
  "editor.hello-title": "Say hello to all",
  "editor.check-title": "Check {name}'s answer",
  "editor.send": "Send",
  "editor.ask": "Ask for a check",
  "editor.keep": "Keep draft",
  "editor.label": "Your answer",
  "editor.other-starters": "Other starters",
  "editor.hello-example": "New here? Tell us the last book you couldn't put down.",
  "editor.hint": "Public. ^{signature} is added. {most} characters in all. You can undo for {seconds} seconds.",
  "editor.hint-unsigned": "Public. {most} characters in all. You can undo for {seconds} seconds.",
  "editor.sign-by-hand": "End with your own signature, such as ^{example}.",
  "editor.hand-hint": "Public. {most} characters in all. {network} takes this from a person only: Send shows the link that opens it there.",
  "editor.trainee-hint": "A colleague checks first.",
  "editor.room": "{most} characters in all: {count} left.",
  "editor.room-bytes": "{most} bytes in all: {count} left. An emoji has many.",
  "editor.bytes": "{network} takes {most} bytes as well, and an emoji or a letter of some scripts has many.",
  "look-over.words": "These words were looked over:",
  "look-over.nothing": "Nothing to change was found.",
  "editor.earlier": "Before:",
  "editor.scarce": "{left} of this month's {network} budget of {budget} is left. This costs {price}, with a web link {link}.",
  "editor.scarce-together": "{left} of this month's {network} budget of {budget} for all desks together is left. This costs {price}, with a web link {link}.",
  "editor.kept": "{name} wrote at {time}: ",
  "editor.finish-in-x": "{network} won't take this from us, because {first} didn't mention us. Finish in {network}; your words are ready. {network} must show @{account} at the top.",
  "private.ends-with": "Every private answer ends with this line:",
  "private.hint": "Private. ^{signature} and the last line are added. {most} characters in all. You can undo for {seconds} seconds.",
  "private.hint-unsigned": "Private. The last line is added. {most} characters in all. You can undo for {seconds} seconds.",
  "private.in-public": "Answer in public in {network}",
  "private.in-public-hint": "It opens a new post to {first}. No personal details: everybody reads it.",
  "draft.title": "Draft for {first}",
  "draft.all-title": "All about {first}",
  "draft.close": "Close",
  "draft.hello-title": "Hello to all",
  "draft.nothing": "Nothing is written yet.",
  "draft.nobody": "Nobody is answering this now.",
  "note.title": "Answer {first}",
  "note.plain-title": "Greeting Desk",
  "going.title": "On its way",
  "going.at": "Going out at {time}.",
  "going.now": "Going out now.",
  "going.close": "Done",
  "outcome.sent-title": "Sent",
  "outcome.sent": "\u2705 Sent at {time}",
  "outcome.seen": "\u2705 Seen on {network} at {time}",
  "outcome.looking-title": "Looking on {network}",
  "outcome.unsure": "\u{1F50E} We don't know yet whether {network} took this. Looking until {time}. Please don't send it again.",
  "outcome.not-sent-title": "Not sent",
  "outcome.undone": "Undone. Nothing was sent; your words are a draft.",
  "outcome.undone-by": "{name} undid this at {time}. Nothing was sent; your words are a draft.",
  "outcome.undone-theirs": "Undone. Nothing was sent; {name} has the words as a draft.",
  "asked.title": "Waiting for a check",
  "asked.said-by": "{name} or another colleague checks this first. It goes out when they press Send.",
  "asked.said": "A colleague checks this first. It goes out when they press Send.",
  "warning.title": "Before you send",
  "warning.send-anyway": "Send anyway",
  "warning.back": "Change the words",
  "more.title": "More about {first}",
  "pass.title": "Pass on",
  "pass.submit": "Pass on",
  "pass.close": "Cancel",
  "pass.to": "To whom?",
  "pass.pick": "Choose a colleague",
  "pass.note": "A note for them",
  "pass.nobody": "There is no other colleague on the rota.",
  "send-back.title": "Send back",
  "send-back.submit": "Send back",
  "send-back.note": "What should {name} change?",
  "flag.title": "Don't answer yet",
  "flag.submit": "Flag",
  "flag.said": "{lead} is asked to look. Nobody answers until the flag is lifted.",
  "flag.nobody": "Nobody answers until a lead lifts the flag.",
  "flag.note": "What is it about? {lead} reads it, and so do your colleagues.",
  "snooze.title": "Not now",
  "snooze.said": "When shall this come back?",
  "snooze.30": "In 30 minutes",
  "snooze.60": "In 1 hour",
  "snooze.180": "In 3 hours",
  "snooze.opening": "When we open: {time}",
  "snooze.done": "This comes back at {time}.",
  "finish.title": "Finish in {network}",
  "finish.said": "These exact words open in {network}. {network} must show @{account} at the top. If not, switch account first.",
  "finish.too-long": "They are too long for a link: copy them, then open {network}.",
  "finish.nothing": "Nothing is written yet. {network} opens with an empty reply, and {network} must show @{account} at the top.",
  "look.title": "Is it there?",
  "look.said": "{name} has this. Look at our posts on {network} first; then say what you saw.",
  "look.there-title": "It is on our timeline?",
  "look.there-text": "You looked at our posts on {network} and saw the answer. Then this is done.",
  "look.not-there-title": "It is not on our timeline?",
  "look.not-there-text": "You looked at our posts on {network} and the answer is not there. It can then be sent again.",
  "look.yes": "Yes, I looked",
  "look.no": "Not yet",
  "delete.title": "Delete from {network}",
  "delete.said": "This removes the answer from {network}. Its words stay here as a draft.",
  "delete.confirm-title": "Delete it from {network}?",
  "delete.confirm-text": "This removes it from {network} for everybody. Whoever has read it has read it. This cannot be undone.",
  "delete.yes": "Delete",
  "delete.no": "Keep it",
  "people.followers-title": "New followers",
  "people.replies-title": "One conversation",
  "people.page": "{from} to {to} of {count}",
  "people.nobody": "Nobody is here any more.",
  "mute.done": "This conversation is muted. What comes later in it closes by itself.",
  "mute-person.title": "Mute {first} for 30 days?",
  "mute-person.text": "What {first} writes then closes by itself, and nobody is told. Posts with urgent words still arrive. Home has Unmute.",
  "mute-person.yes": "Mute",
  "mute-person.no": "Cancel",
  "mute-person.done": "{first} is muted until {date}. Posts with urgent words still arrive. Unmute is on Home.",
  "starter.title": "Save as starter",
  "starter.submit": "Save",
  "starter.name": "Its name under Other starters",
  "starter.words": "The words to begin with",
  "starter.hint": "{first} stands for the first name of whoever is answered.",
  "starter.saved": "Saved before, for everybody:",
  "starter.line": "{label} \xB7 {name} on {date}",
  "starter.remove": "Remove",
  "starter.remove-title": "Remove this starter?",
  "starter.remove-text": "'{label}' goes for everybody. Answers that began with it stay.",
  "starter.kept": "'{label}' stands under Other starters now, for everybody.",
  "history.title": "History",
  "history.line": "{time} {what}",
  "history.nothing": "Nothing was done with this yet.",
  "start.failed": "{network} couldn't be asked who @{handle} is. Try again in a minute.",
  "start.budget": "This month's {network} budget is used up: nobody can be looked up by name. What people wrote stands in the channel. Ask {lead}.",
  "start.budget-together": "This month's {network} budget of all desks together is used up: nobody can be looked up by name. What people wrote stands in the channel. Ask {lead}.",
  "start.looking": "Looking for @{handle} on {network}\u2026",
  "home.on-shift": "On shift until {time}",
  "home.waiting": "Waiting",
  "home.to-check": "To check",
  "home.in-private": "Private messages to @{account}",
  "home.encrypted": "Encrypted messages: look in {network}. They never arrive here.",
  "home.drafts": "Your drafts",
  "home.muted-person": "@{handle} is muted until {date} \xB7 {name}",
  "home.paused": "{name} paused sending at {time}: '{reason}'. Your drafts are kept.",
  "greet.title": "Greet {first}",
  "greet.close": "Close",
  "greet.reading": "Reading what {first} posted lately\u2026",
  "greet.pick": "Pick a post. {network} opens with your reply begun; {network} must show @{account} at the top. If not, switch account first.",
  "greet.pick-here": "Pick a post to answer.",
  "greet.nothing": "{first} hasn't posted lately. Nothing to answer.",
  "greet.protected": "{first}'s posts are protected. Nothing to answer.",
  "greet.we-follow": "We follow {first}.",
  "greet.follow-back": "Follow {first} back in {network}",
  "greet.follow-back-here": "Follow {first} back",
  "greet.followed-back": "{name} followed {first} back at {time}.",
  "greet.follow-reason": "Then {first} can send us questions in private.",
  "greet.scarce": "{left} of this month's {network} budget of {budget} is left. Reading these posts cost {price}.",
  "greet.scarce-together": "{left} of this month's {network} budget of {budget} for all desks together is left. Reading these posts cost {price}.",
  "greet.closed": "{first} lets only some people reply to this.",
  "greet.failed": "{network} couldn't be read just now. Try again in a minute."
};

// dist/core/words/test-words.js
var testWords = {
  "test.mark": "Test",
  "test.posted": "Somebody checks how this desk is set up. Nothing to do: this message goes by itself.",
  "test.edited": "Somebody checks how this desk is set up. Nothing to do: this message was edited, and goes by itself.",
  "test.please": "To whoever installs this: press the button, type /greet help in this channel, and open my Home tab. This message goes by itself.",
  "test.answered": "It arrived. The desk itself does not run now.",
  "test.post": "A test, {time}. We delete it right away.",
  "button.test": "Press me"
};

// dist/core/words/who-words.js
var whoWords = {
  "who.title": "About {first}",
  "who.follows-us": "follows us",
  "who.we-follow": "we follow them",
  "who.as-of": "{what} \xB7 as of {time}",
  "who.said": "What we said to each other",
  "who.wrote": "{time} {name} wrote",
  "who.answered": "{time} {name} answered",
  "who.followed": "{time} {name} followed us",
  "who.kept": "From what the desk keeps. Nothing was read from {network} for this.",
  "who.unknown": "The desk has nothing from anybody called @{handle}. {network} can say who that is, and whether they follow us.",
  "who.look": "Look on {network}",
  "who.look-for": "Look on {network} \xB7 {price}"
};

// dist/core/words/dictionary.js
var deskWords = {
  "network.name": networks.x.name,
  "card.view": "View on {network}",
  "card.picture": "Picture of {name}",
  "card.followed": "followed us",
  "card.partial": "A post we can't read in full.",
  "card.unnamed": "It does not name us any more since it was changed.",
  "card.closed-here": "{first} lets only some people reply to this, and we are not among them: nothing can be sent. Ask a colleague whom {first} follows, or press No reply needed.",
  "card.closed": "{first} lets only some people reply to this, and we are not among them.",
  "card.suspect.scam": "{network} warns that this may be a scam.",
  "card.suspect.impersonation": "{network} warns that this account may pretend to be somebody else.",
  "card.suspect.spam": "{network} takes this for spam.",
  "card.somebody": "Somebody on {network}",
  "card.about": "{bio} \xB7 {place}",
  "card.bio": '"{bio}"',
  "card.automated": "The account looks automated.",
  "card.follow-hint": "No answer is fine. Greet only if you have something to say about what {first} posts.",
  "card.urgent-private": "\u{1F6A8} Urgent private message",
  "card.urgent": "\u{1F6A8} Urgent: '{found}'",
  "card.first-time": "first time",
  "card.nth-question.2": "second question this month",
  "card.nth-question.3": "third question this month",
  "card.nth-question.4": "fourth question this month",
  "card.nth-question.5": "fifth question this month",
  "card.nth-question.6": "sixth question this month",
  "card.nth-question.7": "seventh question this month",
  "card.nth-question.8": "eighth question this month",
  "card.nth-question.9": "ninth question this month",
  "card.nth-question.other": "{count} questions this month",
  "card.photos.one": "1 photo",
  "card.photos.other": "{count} photos",
  "context.answered": "In answer to @{handle}:",
  "context.answered-us": "In answer to us:",
  "context.answered-ours": "In answer to a post of ours",
  "context.answered-other": "In answer to somebody else",
  "context.answered-unseen": "In answer to a post we can't see.",
  "context.goes-on": "Goes on from an earlier post of their own",
  "context.quoted": "Quoted from @{handle}:",
  "context.quoted-us": "Quoted from us:",
  "context.quoted-ours": "Quotes a post of ours",
  "context.quoted-other": "Quotes another post",
  "context.quoted-unseen": "Quotes a post we can't see.",
  "context.answered-us-behind": "(in answer to us: '{quote}')",
  "context.answered-ours-behind": "(in answer to a post of ours)",
  "context.quoted-us-behind": "(quotes us: '{quote}')",
  "context.quoted-ours-behind": "(quotes a post of ours)",
  "media.line": "[{kind}] {about}",
  "media.photo": "photo",
  "media.film": "film",
  "media.gif": "GIF",
  "media.poll": "poll",
  "media.with-length": "{kind}, {length}",
  "media.no-alt": "no description",
  "media.until": "{said} \xB7 until {time}",
  "media.more.one": "1 more",
  "media.more.other": "{count} more",
  "media.films.one": "1 film",
  "media.films.other": "{count} films",
  "media.gifs.one": "1 GIF",
  "media.gifs.other": "{count} GIFs",
  "picture.title": "In {first}'s post",
  "picture.text": "{kind}: {about}",
  "picture.sensitive": "{network} says that this may disturb people.",
  "picture.new-to-us": "{first} is new to us, so the picture waits for a press.",
  "picture.on-press": "Pictures wait for a press here.",
  "picture.unloadable": "Slack couldn't load the picture.",
  "picture.changed": "{first} changed this post. Close this and look again.",
  "card.answer-by": "please answer by {time}",
  "card.late": "\u23F0 late since {time}",
  "card.earlier.one": "1 earlier post",
  "card.earlier.other": "{count} earlier posts",
  "card.said": "{time} {name}: ",
  "card.said-by-us": "{time} {name} answered: ",
  "card.private-in-text": "Private message \xB7 {time}",
  "card.in-text": "{topic} from {name} at {time}: '{quote}'",
  "card.post-in-text": "{name} wrote at {time}: '{quote}'",
  "card.follow-in-text": "{name} followed us at {time}.",
  "card.hello": "A hello to everybody new",
  "card.hello-hint.one": "One public post that names nobody. It greets 1 new follower.",
  "card.hello-hint.other": "One public post that names nobody. It greets {count} new followers.",
  "card.removed": "removed on {network}",
  "card.notice": "\u2757 {said}",
  "topic.question": "Question",
  "topic.praise": "Thanks",
  "topic.complaint": "Complaint",
  "topic.private": "Private message",
  "state.claimed": "\u{1F4AC} {name} is answering \xB7 since {time}",
  "state.sending": "\u{1F4E4} {name}'s answer goes out at {time}.",
  "state.sending-held": "\u{1F4E4} {said}",
  "state.sending-checked": "\u{1F4E4} {name}'s answer, checked by {reviewer}, goes out at {time}.",
  "state.posting": "\u{1F4E4} {name}'s answer is going out now.",
  "state.sent": "{name} answered at {time}",
  "state.sent-after": "{name} answered at {time}, after {duration}",
  "state.sent-in-x": "{name} answered in {network} at {time}",
  "state.sent-elsewhere": "Someone answered in the {network} app at {time}",
  "state.sent-changed": "changed in {network}",
  "state.checked-by": "checked by {name}",
  "state.view-reply": "View reply on {network}",
  "state.unsure": "\u{1F50E} We don't know yet whether {network} took {name}'s answer. Looking until {time}. Please don't send it again.",
  "state.not-seen": "\u2757 {name}'s answer isn't on our timeline. Look there once.",
  "state.look": "Our posts on {network}",
  "state.handed-off": "\u2197\uFE0F {name} is finishing this in {network} \xB7 since {time}.",
  "state.in-review": "\u270F\uFE0F {name}'s answer is ready for a colleague.",
  "state.checking": "\u270F\uFE0F {reviewer} is checking {name}'s answer.",
  "state.dismissed": "{name} closed this: no reply needed \xB7 {time}",
  "state.dismissed-by-desk": "No reply needed \xB7 {time}",
  "state.muted": "{name} muted this conversation \xB7 {time}",
  "state.muted-by-desk": "This conversation is muted \xB7 {time}",
  "state.muted-person": "{name} muted {first} \xB7 {time}",
  "state.muted-person-by-desk": "{first} is muted \xB7 {time}",
  "state.hello": "Greeted by our hello to everybody new \xB7 {time}",
  "state.stopped": "\u25AB\uFE0F {first} wants no messages from us \xB7 {time}. Nothing can be sent here until {first} writes again.",
  "state.withdrawn": "Removed on {network} \xB7 {time}",
  "state.flagged": "\u270B Don't answer yet: {name} is looking \xB7 since {time}",
  "state.flagged-to": "\u270B Don't answer yet: {lead} was asked by {name} \xB7 since {time}",
  "state.flag-note": '{said} \xB7 "{note}"',
  "state.snoozed": "\u{1F4A4} Not now: back at {time}",
  "state.note": "{name} noted at {time}: ",
  "state.sent-back": "{name} sent this back at {time}: ",
  "state.sent-back-bare": "{name} sent this back at {time}.",
  "finished.sent": "\u2705 {who} \xB7 {said}",
  "finished.closed": "\u25AB\uFE0F {who} \xB7 {said}",
  "finished.hello": "\u2705 {said}",
  "finished.said": "\u201C{said}\u201D",
  "finished.answer": "\u2192 \u201C{answer}\u201D",
  "finished.said-and-answer": "\u201C{said}\u201D \u2192 \u201C{answer}\u201D",
  "duration.moment": "less than a minute",
  "age.minutes": "{count} min",
  "age.hours": "{count} h",
  "button.open": "Open",
  "button.check": "Check",
  "button.look-over": "Look it over",
  "button.write": "Write",
  "button.skip": "Skip",
  "button.undo": "Undo",
  "button.next": "Answer next",
  "button.next-waiting": "Next: {count} waiting",
  "button.answer-next-waiting": "Answer next ({count})",
  "button.pass": "Pass to a colleague\u2026",
  "button.dismiss": "No reply needed",
  "button.snooze": "Not now\u2026",
  "button.wake": "Back now",
  "button.in-private": "Answer privately",
  "button.looked-in-x": "I looked",
  "button.finish": "Finish in {network}\u2026",
  "button.more": "More\u2026",
  "button.show-all": "Show all",
  "button.flag": "Flag to {lead}\u2026",
  "button.unflag": "Lift",
  "button.release": "Put back",
  "button.send-back": "Send back\u2026",
  "button.take-over": "Take over",
  "button.mute": "Mute conversation",
  "button.mute-person": "Mute this person\u2026",
  "button.history": "History",
  "button.save-starter": "Save as starter",
  "button.delete": "Delete from {network}\u2026",
  "button.delete-now": "Delete from {network}",
  "button.it-is-there": "It's there",
  "button.not-there": "Not there",
  "button.reopen": "Reopen",
  "button.open-in-x": "Open in {network}",
  "button.answer-this": "Answer this",
  "button.say-hello": "Say hello to all",
  "button.choose": "Choose people",
  "button.skip-all": "Skip all",
  "button.show": "Show",
  "button.show-picture.one": "Show picture",
  "button.show-picture.other": "Show pictures",
  "button.unmute": "Unmute",
  "button.back": "Back",
  "button.next-people": "Next {count}",
  "line.question": "{to}, question from {first}: '{quote}'",
  "line.praise": "{to}, thanks from {first}: '{quote}'",
  "line.complaint": "{to}, complaint from {first}: '{quote}'",
  "line.other": "{to}, {first} wrote: '{quote}'",
  "line.private": "{to}, a private message is waiting.",
  "line.gone": "{first} removed this on {network}.",
  "line.how": "To answer, press {button} above. What you type here stays in Slack.",
  "line.how-closed": "We can't reply to it; what helps stands above. What you type here stays in Slack.",
  "line.passed": "{to}, {name} passed this on to you.",
  "line.passed-note": "{to}, {name} passed this on to you: '{note}'",
  "line.check": "{to}, {what} is ready for a check.",
  "line.check-alone": "{to}, nobody on shift can check {what}.",
  "line.check-how": "To check it, press {button} above. What you type here stays in Slack.",
  "line.answer-of": "{name}'s answer to {first}",
  "line.hello-of": "{name}'s hello to everybody new",
  "line.checked-by": "{name} took this to check.",
  "line.check-over": "There is nothing to check here any more.",
  "line.moved": "{name} is shown further down now.",
  "line.moved-to": "Go there",
  "panel.followers.one": "1 new follower since {since}",
  "panel.followers.other": "{count} new followers since {since}",
  "panel.names": "{counted}: {names}",
  "panel.more-names.one": "1 more",
  "panel.more-names.other": "{count} more",
  "panel.automated.one": "1 looks automated",
  "panel.automated.other": "{count} look automated",
  "panel.followers-done.one": "\u25AB\uFE0F 1 new follower since {since}",
  "panel.followers-done.other": "\u25AB\uFE0F {count} new followers since {since}",
  "panel.nobody-left": "nobody is left",
  "panel.greeted": "\u2705 {name} said hello to everybody new \xB7 {time}",
  "panel.skipped": "\u25AB\uFE0F {name} skipped these new followers \xB7 {time}",
  "panel.replies.one": "1 reply in one conversation",
  "panel.replies-done.one": "\u25AB\uFE0F 1 reply in one conversation",
  "panel.replies.other": "{count} replies in one conversation",
  "panel.replies-done.other": "\u25AB\uFE0F {count} replies in one conversation",
  "panel.waiting.one": "1 waits",
  "panel.waiting.other": "{count} wait",
  "panel.nobody-waits": "nobody waits",
  "panel.newest": "{name}: {quote}",
  "panel.muted": "\u25AB\uFE0F {name} muted this conversation \xB7 {time}",
  "panel.muted-hint": "What comes later in it arrives here, closed.",
  "panel.view": "View on {network}",
  "waiting.title.one": "1 is waiting.",
  "waiting.title.other": "{count} are waiting.",
  "waiting.nothing": "Nothing is waiting. Next check in a minute.",
  "waiting.none-but-flagged": "Nothing waits for an answer.",
  "waiting.nothing-known": "Nothing is waiting, as far as we know.",
  "waiting.follow": "New follower",
  "waiting.since": "for {duration}",
  "waiting.open": "Go there",
  "waiting.more": "and {count} more",
  "waiting.flagged.one": "1 is flagged:",
  "waiting.flagged.other": "{count} are flagged:",
  "rota.now": "Now: {who}",
  "rota.until": "{name} until {time}",
  "rota.nobody": "nobody",
  "rota.next": "Next: {names} from {time}",
  "rota.week": "This week",
  "rota.empty": "Nobody is on shift this week.",
  "day.moment": "{weekday} {day} {month} {time}",
  "budget.slow": "80% of this month's {network} budget of ${usd} is used up. From now on the desk looks at {network} less often; answering goes on.",
  "budget.stopped": "This month's {network} budget of ${usd} is used up. Until next month nothing new is read and nothing is sent. Finish in {network}, or ask {lead}.",
  "budget.slow-together": "80% of this month's {network} budget of ${usd} for all desks together is used up. From now on all of them look at {network} less often; answering goes on.",
  "budget.stopped-together": "This month's {network} budget of ${usd} for all desks together is used up. Until next month nothing new is read and nothing is sent at any of them. Finish in {network}, or ask {lead}.",
  "skipped.mentions": "{network} shows only its newest 800 mentions. Those before {time} may be missing here: look at the notifications of @{account} on {network}.",
  "skipped.followers.one": "1 more person followed while the desk stood still. They are not shown here.",
  "skipped.followers.other": "{count} more people followed while the desk stood still. They are not shown here.",
  "person.unknown": "A colleague",
  "person.lead": "your lead",
  ...firstWords,
  ...keepingWords,
  ...linkOnlyWords,
  ...messageWords,
  ...outageWords,
  ...outcomeWords,
  ...reportWords,
  ...rotaWords,
  ...screenWords,
  ...historyWords,
  ...refusalWords,
  ...testWords,
  ...whoWords,
  ...hostingWords
};
var starterWords = {
  "starter.answer.label": "Answer",
  "starter.answer.opening": "Hi {first}, ",
  "starter.ask-back.label": "Ask back",
  "starter.ask-back.opening": "Hi {first}, could you tell us ",
  "starter.help-desk.label": "Point to the help desk",
  "starter.help-desk.opening": "Hi {first}, our help desk can look into this with you: {helpDesk} ",
  "starter.thank.label": "Thank",
  "starter.thank.opening": "Thank you, {first}! ",
  "starter.apologise.label": "Apologise and ask",
  "starter.apologise.opening": "Sorry about that, {first}. Could you tell us ",
  "starter.greet.label": "Greet",
  "starter.greet.opening": "Hi {first}, ",
  "starter.ask-about.label": "Ask about it",
  "starter.ask-about.opening": "Hi {first}, what did you think of ",
  "starter.recommend.label": "Recommend",
  "starter.recommend.opening": "Hi {first}, if you liked that, try "
};

// dist/core/words/language.js
var defaultLanguage = "en-GB";
var pluralForms = ["zero", "one", "two", "few", "many", "other"];
function isLanguage(tag) {
  try {
    return Intl.PluralRules.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
var pluralForm = (language, count) => plurals(language).select(count);
var formsIn = (language) => plurals(language).resolvedOptions().pluralCategories;
function weekdayName(language, weekday, length) {
  return weekdayFormats[length](language).format(Date.UTC(2024, 0, 1 + weekdays.indexOf(weekday)));
}
function monthName(language, month, length) {
  const own = language === defaultLanguage && length === "short" ? "en" : language;
  const parts = monthFormats[length](own).formatToParts(Date.UTC(2024, month - 1, 15));
  return parts.find(({ type }) => type === "month")?.value ?? "";
}
var unitText = (language, count, unit) => unitFormats[unit](language).format(count);
var daysAgoText = (language, days2) => relativeDays(language).format(-days2, "day");
function listText(language, items, kind, own) {
  const parts = lists[kind](language).formatToParts(items);
  const last = parts.findLastIndex(({ type }) => type === "literal");
  return parts.map(({ type, value }, at) => type === "element" ? value : (at === last ? own.last : own.comma) ?? value).join("");
}
function memoised(make) {
  const known2 = /* @__PURE__ */ new Map();
  return (language) => {
    const format = known2.get(language) ?? make(new Intl.Locale(language, { numberingSystem: "latn" }).toString());
    known2.set(language, format);
    return format;
  };
}
var plurals = memoised((language) => new Intl.PluralRules(language));
var days = (weekday) => memoised((language) => new Intl.DateTimeFormat(language, { timeZone: "UTC", weekday }));
var weekdayFormats = { short: days("short"), long: days("long") };
var months = (month) => memoised((language) => new Intl.DateTimeFormat(language, { timeZone: "UTC", day: "numeric", month }));
var monthFormats = { short: months("short"), long: months("long") };
var units = (unit) => memoised((language) => new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }));
var unitFormats = { minute: units("minute"), hour: units("hour"), day: units("day") };
var relativeDays = memoised((language) => new Intl.RelativeTimeFormat(language, { numeric: "auto" }));
var listOf = (type) => memoised((language) => new Intl.ListFormat(language, { type, style: type === "unit" ? "short" : "long" }));
var lists = { and: listOf("conjunction"), or: listOf("disjunction"), comma: listOf("unit") };

// dist/core/words/words.js
var unitKeys = [
  ["minute", "duration.minutes"],
  ["hour", "duration.hours"],
  ["day", "duration.days"]
];
var languageWords = Object.fromEntries([
  ...weekdays.flatMap((day) => [
    [`day.${day}`, weekdayName(defaultLanguage, day, "short")],
    [`weekday.${day}`, weekdayName(defaultLanguage, day, "long")]
  ]),
  ...Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) => [
    [`month.${month}`, monthName(defaultLanguage, month, "short")],
    [`long-month.${month}`, monthName(defaultLanguage, month, "long")]
  ]),
  ...["comma", "and", "or"].map((kind) => [
    `list.${kind}`,
    listText(defaultLanguage, ["", ""], kind, {})
  ]),
  ...unitKeys.flatMap(([unit, key]) => [
    [`${key}.one`, unitText(defaultLanguage, 1, unit)],
    [`${key}.other`, unitText(defaultLanguage, 2, unit).replace("2", "{count}")]
  ]),
  ["age.yesterday", daysAgoText(defaultLanguage, 1)],
  ["age.days.other", daysAgoText(defaultLanguage, 2).replace("2", "{count}")]
]);
var defaultWords = { ...deskWords, ...languageWords, ...starterWords };
var networkName = (words) => words[networkKey] ?? deskWords[networkKey];
var networkKey = "network.name";
function say(words, key, fill = {}) {
  return fillIn(words[key] ?? deskWords[key], key, { network: networkName(words), ...fill });
}
function sayCount(texts, key, count, fill = {}) {
  const form = pluralForm(defaultLanguage, count);
  const usual = deskWords;
  return ownCount(texts, key, count, fill) ?? fillIn(usual[`${key}.${form}`] ?? deskWords[`${key}.other`], key, {
    network: networkName(texts.words),
    ...fill,
    count
  });
}
function ownCount({ language, words }, key, count, fill = {}) {
  const own = ownTextForForm(words, key, pluralForm(language, count));
  return own === void 0 ? void 0 : fillIn(own, key, { network: networkName(words), ...fill, count });
}
function ownTextForForm(words, key, form) {
  const others2 = form === "one" ? void 0 : words[`${key}.other`] ?? words[`${key}.many`];
  const alone = Object.hasOwn(deskWords, key) ? void 0 : words[key];
  return words[`${key}.${form}`] ?? others2 ?? alone;
}
function textParts(words, key) {
  return (words[key] ?? deskWords[key]).replaceAll("{network}", () => networkName(words)).split(PLACEHOLDER).map((part, index) => index % 2 === 0 ? { said: part } : { name: part }).filter((part) => "name" in part || part.said !== "");
}
function countedStem(key) {
  const [, stem = "", form = ""] = /^(.*)\.(.*?)$/u.exec(key) ?? [];
  const isForm = pluralForms.some((one) => one === form);
  const isAlone = !Object.hasOwn(deskWords, key);
  return [...isAlone ? [key] : [], ...isForm ? [stem] : []].find((one) => Object.hasOwn(defaultWords, `${one}.other`));
}
function wordProblems(words) {
  return Object.entries(words).flatMap(([key, text]) => {
    const known2 = currentKey(key);
    if (known2 === void 0)
      return [];
    const fills = placeholdersOfKey(known2);
    if (!fills)
      return [{ key, found: "not known", allowed: similarKeys(key) }];
    return placeholders(text).filter((found) => found !== "{network}" && !fills.includes(found)).map((found) => ({ key, found, allowed: fills.join(", ") || "no placeholder" }));
  });
}
function placeholdersOfKey(key) {
  const stem = countedStem(key);
  if (stem === void 0)
    return Object.hasOwn(defaultWords, key) ? placeholders(defaultWords[key] ?? "") : void 0;
  const all = pluralForms.flatMap((form) => placeholders(defaultWords[`${stem}.${form}`] ?? ""));
  return [.../* @__PURE__ */ new Set([...all, "{count}"])];
}
var PLACEHOLDER = /\{([\w-]+)\}/gu;
function fillIn(text, key, fill) {
  return text.replace(PLACEHOLDER, (_, name) => {
    const value = fill[name];
    if (value === void 0)
      throw new RangeError(`The text "${key}" lacks a value for {${name}}.`);
    return String(value);
  });
}
function placeholders(text) {
  return text.match(PLACEHOLDER) ?? [];
}
function similarKeys(key) {
  const stem = countedStem(`${key.slice(0, key.lastIndexOf("."))}.other`);
  if (stem !== void 0)
    return pluralForms.map((form) => `${stem}.${form}`).join(", ");
  const groupOf = (one) => one.slice(0, one.indexOf(".") + 1);
  const keys = Object.keys(defaultWords);
  const near = keys.filter((one) => groupOf(one) === groupOf(key));
  return near.length > 0 ? near.join(", ") : [...new Set(keys.map((one) => `${groupOf(one)}\u2026`))].join(", ");
}

// dist/core/rota/duty.js
import { Temporal as Temporal2 } from "temporal-polyfill";

// dist/core/rota/spans.js
function contains(span, ms) {
  return span.fromMs <= ms && ms < span.toMs;
}
function merged(spans) {
  const result = [];
  for (const { fromMs, toMs } of spans.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = result.at(-1);
    if (last === void 0 || fromMs > last.toMs)
      result.push({ fromMs, toMs });
    else
      result[result.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, toMs) };
  }
  return result;
}
function subtract(spans, others2) {
  return others2.reduce((left, other) => left.flatMap((span) => outside(span, other)), [...spans]);
}
function intersect(spans, one) {
  return spans.flatMap((span) => {
    const fromMs = Math.max(span.fromMs, one.fromMs);
    const toMs = Math.min(span.toMs, one.toMs);
    return fromMs < toMs ? [{ fromMs, toMs }] : [];
  });
}
function lengthMs(spans) {
  return spans.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
}
function outside(span, other) {
  if (other.toMs <= span.fromMs || span.toMs <= other.fromMs)
    return [span];
  const before = { fromMs: span.fromMs, toMs: other.fromMs };
  const after = { fromMs: other.toMs, toMs: span.toMs };
  return [before, after].filter(({ fromMs, toMs }) => fromMs < toMs);
}

// dist/core/rota/open-hours.js
var REACH_DAYS = 2;
var TWO_WEEKS_DAYS = 14;
var LOOK_AHEAD_DAYS = [REACH_DAYS, TWO_WEEKS_DAYS, 100, 400];
function isOpen(rota, ms) {
  return openSpans(rota, ms, ms, REACH_DAYS).some((span) => contains(span, ms));
}
function openUntil(rota, ms) {
  return openSpans(rota, ms, ms, TWO_WEEKS_DAYS).find((span) => contains(span, ms))?.toMs;
}
function openFrom(rota, ms) {
  return firstFoundAhead((days2) => {
    const span = openSpans(rota, ms, ms, days2).find(({ toMs }) => toMs > ms);
    return span && Math.max(span.fromMs, ms);
  });
}
function nextOpening(rota, ms) {
  return firstFoundAhead((reach) => {
    const days2 = daysAround(rota.timeZone, ms, ms, reach);
    const tomorrow = days2[reach + 1]?.at(0) ?? ms;
    const openings = openPieces(rota, days2).filter(({ fromMs }) => fromMs >= tomorrow);
    return openings.length > 0 ? Math.min(...openings.map(({ fromMs }) => fromMs)) : void 0;
  });
}
function openTimeBetween(rota, fromMs, toMs) {
  return lengthMs(openSpansBetween(rota, fromMs, toMs));
}
function openSpansBetween(rota, fromMs, toMs) {
  return toMs <= fromMs ? [] : intersect(openSpans(rota, fromMs, toMs, REACH_DAYS), { fromMs, toMs });
}
function afterOpenTime(rota, fromMs, openMs) {
  if (openMs <= 0)
    return fromMs;
  return firstFoundAhead((days2) => {
    let left = openMs;
    for (const span of openSpans(rota, fromMs, fromMs, days2)) {
      const from = Math.max(span.fromMs, fromMs);
      const lasts = Math.max(0, span.toMs - from);
      if (lasts >= left)
        return from + left;
      left -= lasts;
    }
    return void 0;
  });
}
function openTimeOfDays(rota, fromMs, days2) {
  const from = openFrom(rota, fromMs);
  let last = from;
  for (let day = 0; day < days2 && last !== void 0; day++)
    last = nextOpening(rota, last);
  if (from === void 0 || last === void 0)
    return void 0;
  const [, time] = wallTimeOf(rota.timeZone, from).split("T");
  return openTimeBetween(rota, from, instantOf(rota.timeZone, `${localDate(rota, last)}T${time}`));
}
function openDaysAfter(rota, fromMs, days2) {
  let last = fromMs;
  for (let day = 0; day < days2 && last !== void 0; day++)
    last = nextOpening(rota, last);
  if (last === void 0)
    return fromMs + days2 * dayMs;
  const [, time] = wallTimeOf(rota.timeZone, fromMs).split("T");
  return instantOf(rota.timeZone, `${localDate(rota, last)}T${time}`);
}
function openSpans(rota, fromMs, toMs, reachDays) {
  return merged(openPieces(rota, daysAround(rota.timeZone, fromMs, toMs, reachDays)));
}
function openPieces({ closures, openHours, timeZone }, days2) {
  const planned2 = days2.flatMap((day) => spansOn(day, openHours[day.weekday]));
  return subtract(planned2, closedIn(timeZone, closures, days2));
}
function firstFoundAhead(look) {
  for (const days2 of LOOK_AHEAD_DAYS) {
    const found = look(days2);
    if (found !== void 0)
      return found;
  }
  return void 0;
}

// dist/core/rota/duty.js
var TWO_WEEKS_DAYS2 = 14;
var NEAR_DAYS = 3;
var FAR_DAYS = 70;
function onShift(rota, nowMs) {
  return dutiesBetween(rota, nowMs, nowMs + 1).toSorted((a, b) => rota.staff.indexOf(a.member) - rota.staff.indexOf(b.member)).map(({ member, fromMs, toMs }) => ({ member, fromMs, untilMs: toMs }));
}
function nextOnShift(rota, nowMs) {
  for (const reach of [NEAR_DAYS, TWO_WEEKS_DAYS2, FAR_DAYS]) {
    const ahead = dutiesIn(rota, daysAround(rota.timeZone, nowMs, nowMs, reach)).filter(({ fromMs }) => fromMs > nowMs);
    if (ahead.length === 0)
      continue;
    const atMs = Math.min(...ahead.map(({ fromMs }) => fromMs));
    return { atMs, members: ahead.filter(({ fromMs }) => fromMs === atMs).map(({ member }) => member) };
  }
  return void 0;
}
function dutiesBetween(rota, fromMs, toMs) {
  const look = (reach) => {
    const days2 = daysAround(rota.timeZone, fromMs, toMs, reach);
    const duties = dutiesIn(rota, days2).filter((duty) => duty.fromMs < toMs && fromMs < duty.toMs);
    return { duties, whole: duties.every((duty) => isWhole(duty, days2)) };
  };
  const near = look(NEAR_DAYS);
  return (near.whole ? near : look(TWO_WEEKS_DAYS2)).duties.toSorted((a, b) => a.fromMs - b.fromMs);
}
function unstaffedOpenTime(rota, fromMs, toMs) {
  return subtract(openSpansBetween(rota, fromMs, toMs), dutiesBetween(rota, fromMs, toMs));
}
function dutiesIn(rota, days2) {
  const all = assigned(rota, days2);
  return rota.staff.flatMap((member) => member.gone ? [] : merged(all.filter(({ who }) => who === member.key)).map((span) => ({ ...span, member })));
}
function isWhole({ fromMs, toMs }, days2) {
  const inner = spanOf(days2.slice(2));
  return fromMs > inner.fromMs && toMs < inner.toMs;
}
function assigned(rota, days2) {
  const { closures, covers, timeZone } = rota;
  const closed = closedIn(timeZone, closures, days2);
  const worked = planned(rota, days2).flatMap((one) => assignTo(one.who, subtract([one], closed)));
  return covers.reduce((all, cover) => all.flatMap((one) => applyCover(one, cover)), worked);
}
function planned({ dated, shifts }, days2) {
  if (dated.length > 0) {
    const span = spanOf(days2);
    return dated.filter(({ fromMs, toMs }) => fromMs < span.toMs && span.fromMs < toMs).flatMap(({ fromMs, toMs, who }) => who.map((key) => ({ who: key, fromMs, toMs })));
  }
  return days2.flatMap((day) => shifts.filter((shift) => isShiftOn(shift, day)).flatMap(({ at, who }) => who.flatMap((key) => assignTo(key, spansOn(day, at)))));
}
function applyCover(one, { of, by, fromMs, toMs }) {
  if (one.who !== of)
    return [one];
  const taken = { fromMs, toMs };
  return [...assignTo(of, subtract([one], [taken])), ...assignTo(by, intersect([one], taken))];
}
function assignTo(who, spans) {
  return spans.map(({ fromMs, toMs }) => ({ who, fromMs, toMs }));
}
function isShiftOn({ days: days2, every, nth }, { date, weekday }) {
  if (!days2.includes(weekday))
    return false;
  if (nth !== void 0 && !isNth(nth, date.day, date.daysInMonth))
    return false;
  return every === void 0 || isInEvery(every, date);
}
function isNth(nth, day, daysInMonth) {
  return nth === "last" ? day > daysInMonth - 7 : Math.ceil(day / 7) === nth;
}
function isInEvery({ weeks, from }, date) {
  const first2 = Temporal2.PlainDate.from(from);
  if (Temporal2.PlainDate.compare(date, first2) < 0)
    return false;
  const monday = first2.subtract({ days: first2.dayOfWeek - 1 });
  return Math.floor(monday.until(date).days / 7) % weeks === 0;
}

// dist/core/sentences/phrases.js
function nameOf(desk, slackId) {
  const known2 = memberOf(desk, slackId) ?? desk.outsiders?.find((one) => one.slackId === slackId);
  return known2?.name ?? say(desk.words, "person.unknown");
}
function topicText({ words }, act) {
  if (act.kind === "private")
    return say(words, "topic.private");
  return act.kind === "mention" && act.topic !== "other" ? say(words, `topic.${act.topic}`) : void 0;
}
function firstOf(patron) {
  return quote(firstName(patron.name, patron.handle), 30);
}
function leadOf(desk) {
  const leads = desk.rota.staff.filter(({ lead }) => lead);
  return (leads.find(({ gone }) => !gone) ?? leads[0])?.name ?? say(desk.words, "person.lead");
}
function listOf2({ language, words }, names, kind = "and") {
  return listText(language, names, kind, { comma: words["list.comma"], last: words[`list.${kind}`] });
}
function momentText(desk, atMs, nowMs) {
  const time = localTime(desk.rota, atMs);
  if (isSameDay(desk.rota, atMs, nowMs))
    return time;
  return say(desk.words, "day.moment", { ...dayParts(desk, atMs), time });
}
function dayParts(desk, ms) {
  const { weekday, day, month } = localDay(desk.rota, ms);
  const { language, words } = desk;
  return {
    weekday: weekdayText(desk, weekday, "short"),
    day,
    month: words[`month.${month}`] ?? monthName(language, month, "short")
  };
}
function weekdayText({ language, words }, weekday, length) {
  const own = words[`${length === "short" ? "day" : "weekday"}.${weekday}`];
  return own ?? weekdayName(language, weekday, length);
}
function dateText(desk, atMs) {
  const { day, month } = localDay(desk.rota, atMs);
  return say(desk.words, "day.date", { day, month: monthText(desk, month) });
}
var monthText = ({ language, words }, month) => words[`long-month.${month}`] ?? monthName(language, month, "long");
function timeWithSeconds(rota, atMs) {
  const seconds = Math.floor(atMs / secondMs) % 60;
  return `${localTime(rota, atMs)}:${String(seconds).padStart(2, "0")}`;
}
function durationText(texts, ms) {
  const counted = (key, unit, unitMs) => {
    const count = Math.floor(ms / unitMs);
    return ownCount(texts, key, count) ?? unitText(texts.language, count, unit);
  };
  if (ms < minuteMs)
    return say(texts.words, "duration.moment");
  if (ms < hourMs)
    return counted("duration.minutes", "minute", minuteMs);
  return ms < dayMs ? counted("duration.hours", "hour", hourMs) : counted("duration.days", "day", dayMs);
}
function ageText(desk, atMs, nowMs) {
  const { language, rota, words } = desk;
  const ms = Math.max(0, nowMs - atMs);
  if (isSameDay(rota, atMs, nowMs)) {
    return ms < hourMs ? say(words, "age.minutes", { count: Math.floor(ms / minuteMs) }) : say(words, "age.hours", { count: Math.floor(ms / hourMs) });
  }
  if (isSameDay(rota, atMs, nowMs - dayMs))
    return words["age.yesterday"] ?? daysAgoText(language, 1);
  const days2 = Math.max(1, Math.round(ms / dayMs));
  return ownCount(desk, "age.days", days2) ?? daysAgoText(language, days2);
}
var exampleSignature = ({ rota }) => rota.staff.find(({ signature }) => signature !== "")?.signature ?? "AK";
var originOf = ({ account, network }) => account.practice ? account.page ?? "https://practice.invalid" : network.origin;
var address = (desk, path, fill) => networkAddress(originOf(desk), desk.network.paths[path] ?? "", fill);
var places = ({ network }) => network.places;
var postUrl = (desk, post) => address(desk, "post", places(desk).post(postId(post)));
var policyLineOf = ({ inPrivate, words }) => inPrivate ? say(words, "private.policy", { link: inPrivate.privacyPolicy }) : "";
var conversationUrl = (desk, card) => address(desk, "conversation", { conversation: card.replace(/^private-/u, "").replace("_", "-") });
function actUrl(desk, card) {
  const act = newestAct(card);
  if (act.kind === "private")
    return conversationUrl(desk, card.id);
  const version = isWritten(act) ? act.versions.at(-1) : void 0;
  return version && postUrl(desk, version);
}
var newPostUrl = (desk, text) => address(desk, "newPost", { text });
var accountUrl = (desk, user) => address(desk, "account", places(desk).account(user));
var profileUrl = (desk, handle) => address(desk, "profile", { handle });
var ourRepliesUrl = (desk) => address(desk, "replies", { handle: desk.account.handle });
var ourFollowersUrl = (desk) => address(desk, "followers", { handle: desk.account.handle });
var followUrl = (desk, user) => address(desk, "follow", places(desk).account(user));
var MAX_URL = 3e3;
function replyUrl(desk, post, text) {
  return fitsLink(desk, post, text) ? filledReplyUrl(desk, post, text) : emptyReplyUrl(desk, post);
}
var fitsLink = (desk, post, text) => filledReplyUrl(desk, post, text).length <= MAX_URL;
var emptyReplyUrl = (desk, post) => address(desk, "composer", places(desk).post(post));
var filledReplyUrl = (desk, post, text) => emptyReplyUrl(desk, post) + networkAddress("", desk.network.paths.composerText ?? "", { text });

// dist/core/desk/policy.js
var usualNudges = {
  remindEveryMs: hourMs,
  fallbackEveryMs: dayMs,
  stillOnItMs: 30 * minuteMs,
  putBackMs: 45 * minuteMs,
  shiftEndMs: 15 * minuteMs
};
var usualKeeping = { openDays: 3 };
function openTimeOf(target, rota, fromMs, times = 1) {
  return typeof target === "number" ? target * times : openTimeOfDays(rota, fromMs, target.openDays * times);
}

export {
  together,
  topicWords,
  followThanks,
  greetingWords,
  courtesyWords,
  namesNobody,
  wordsIn,
  treeOf,
  phraseEnd,
  urgentWordIn,
  asCompared,
  hasQuestionMark,
  topicOf,
  currentKey,
  underCurrentKeys,
  weekdays,
  localTime,
  localDay,
  localDate,
  monthStartMs,
  isSameDay,
  zoned,
  isTimeZone,
  DAY_MINUTES,
  daysAround,
  localDays,
  localDayOf,
  spanOf,
  closedIn,
  contains,
  merged,
  subtract,
  intersect,
  lengthMs,
  isOpen,
  openUntil,
  openFrom,
  nextOpening,
  openTimeBetween,
  openSpansBetween,
  afterOpenTime,
  openDaysAfter,
  usualNudges,
  usualKeeping,
  openTimeOf,
  defaultLanguage,
  pluralForms,
  isLanguage,
  formsIn,
  monthName,
  unitText,
  historyWords,
  starterWords,
  defaultWords,
  say,
  sayCount,
  ownCount,
  textParts,
  countedStem,
  wordProblems,
  privateSideOf,
  privateSideId,
  privateSideNow,
  onShift,
  nextOnShift,
  dutiesBetween,
  unstaffedOpenTime,
  assigned,
  nameOf,
  topicText,
  firstOf,
  leadOf,
  listOf2 as listOf,
  momentText,
  dayParts,
  weekdayText,
  dateText,
  monthText,
  timeWithSeconds,
  durationText,
  ageText,
  exampleSignature,
  postUrl,
  policyLineOf,
  conversationUrl,
  actUrl,
  newPostUrl,
  accountUrl,
  profileUrl,
  ourRepliesUrl,
  ourFollowersUrl,
  followUrl,
  replyUrl,
  fitsLink
};
