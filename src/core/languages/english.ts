import { each, type LanguageWords, list } from './word-lists.js';

const people = 'i, you, u, we, they, he, she, ya';
const anyone = 'anyone, anybody, someone, somebody, any of you, everyone, people';
const things =
  'it, there, this, that, these, those, the, my, your, our, their, his, her, any, a, an, all, both';
const visitors =
  'kids, children, adults, teenagers, students, visitors, members, dogs, parents, tourists, pupils, groups, schools, families, residents, carers, non, under, over';

/** English, as patrons write it. */
export const english: LanguageWords = {
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
      ...each(
        'which',
        'reminds, means, meant, made, makes, i, we, was, were, had, is why, is what, is a, is so, is great',
      ),
      ...each(
        'which is',
        'nice, lovely, good, fine, fair, very, really, not, just, always, ridiculous, annoying',
      ),
      ...each('is, was', 'a, an, the best, the worst, so, such, very, really, always, not'),
      ...each('has, had, have', 'the best, the worst, a, been'),
    ],
    openers: [
      ...each('do, did, can, could, will, would, should, shall, may, might, must, have', people),
      ...each("don't, didn't, can't, couldn't, won't, wouldn't, shouldn't, haven't, aren't", 'you, we, they'),
      ...each('does, did, can, could, will, would, should, is, has', anyone),
      ...each('does, can, could, will, would, should', things),
      ...each('do, can, could, may, will, should, are', visitors),
      ...each('is, has', 'it, there, this, that, my, your, our, their, his, her, he, she'),
      ...each("isn't", 'it, there, this, that, the'),
      ...each('are', 'you, u, we, they, there, the, these, those, my, your, our, their, any, all, both'),
      ...each('do', 'these, those, my, your, our, their, any, all, both'),
      ...each(
        'is',
        'monday*, tuesday*, wednesday*, thursday*, friday*, saturday*, sunday*, today*, tonight*, tomorrow*, next, parking',
      ),
      ...each(
        'how to',
        'renew, join, register, book, reserve, get, find, apply, cancel, pay, access, contact, sign, return, use',
      ),
      ...each('have', 'any, your, the'),
      ...each(
        'what, when, where, why, how',
        `is, are, was, were, do, does, did, can, could, will, would, should, has, have, am, might`,
      ),
      ...each(
        'who',
        'do i, do we, do you, can i, can we, should i, should we, would i, did, to ask, to contact',
      ),
      ...list(`is the, am i, what's, whats, when's, whens, where's, wheres, who's, whos, how's, hows, why, what about,
        how about, how come, how much, how many, how long, how late, how early, how often, how old, how far, how soon,
        how big, what if, what time, what day, what happens, what happened, which book*, which branch*, which day*,
        which one, which of, any of you, any of your, anyone know, anybody know, anyone else, got any, you got any,
        you got a, you got the, u got, you open, u open, you still open, you guys, possible, ok to, okay to, ok if,
        okay if, alright to, alright if, mind if, fancy, d'you, dya, is anyone else`),
    ],
    sentenceOpeners: [
      ...each(
        'what',
        `time*, day*, date*, hours, kind, sort, type, size, age*, floor, number, page, book*, author, else, exactly,
        on, the, happens, happened, counts, made, makes, became, goes, sort of, kind of, documents, id, format*`,
      ),
      ...each('when', 'exactly, abouts, next'),
      ...each('where', 'to, abouts, exactly, on, in, else'),
      ...each(
        'how',
        'to, exactly, on, busy, quickly, easy, hard, likely, accessible, full, safe, popular, high, might',
      ),
      ...list(
        'who, whose, whom, which, whereabouts, any idea*, any chance, any news, any update*, anyone, anybody',
      ),
    ],
    mildOpeners:
      list(`what, is, are, am, were, does, was it, was that, was this, was there, did the, did my, did it, did that,
      did this, has, any, isn't, aren't, you still, do, still doing, still running, still open, still on, i'd like to, id like to, i would like to,
      we'd like to, i need help`),
    asking: [
      ...each('do, did, can, could, would, will, should', 'i, you, we, u'),
      ...each('does, did, has, is, can, could, would, will', 'anyone, anybody, someone'),
      ...each(
        'wonder, curious, find out, work out, figure out, let me know, idea, to know, to ask, please confirm',
        'if, whether, what, when, where, how, who, why, which',
      ),
      ...each('know, not sure, unsure, check, confirm, asking, tell me, ask you, ask, see', 'if, whether'),
      ...each(
        'not sure, unsure, no clue, no idea',
        'where to, who to, how to, what to, where i can, how i can',
      ),
      ...each(
        'any',
        'chance, idea*, news, update*, word on, plans, recommendation*, suggestion*, advice, clue, tips',
      ),
      ...each(
        'looking for',
        'a, an, any, some, information, info, help, advice, recommendations, something, somewhere',
      ),
      ...each('is it', 'possible, ok, okay, true, too late, me or, just me, free, worth, still'),
      ...each('is there, are there', 'a, an, any, anything, anyone, anywhere, somewhere, still, a way'),
      ...each('what time', 'do, does, is, are, will, can'),
      ...each('how much, how long, how many', 'is, are, does, do, would, will, can'),
      ...each('quick, a, another, silly, stupid, daft, random, one, genuine', 'question'),
      ...list(`wondering, just wondered, wondered if, wondered whether, wondered what, was hoping to, need advice, need some advice,
        need help with, can't remember my, cant remember my, forgotten my, just checking, double checking, checking if, just check, send me, please send, details of, details about, link to,
        grateful for details, information about, information on, info on, info about, does it, does this, does my, does your, wanna know, wanted to know, want to know, need to know, like to know, love to know,
        do with knowing, curious about, curious as to, let me know, anyone know, anybody know, quick q, question for you,
        question about, wanted to ask, want to ask, like to ask, can't work out, cant work out, can't figure out,
        cant figure out, cannot work out, tell me, tell us, please advise, please help, hoping you can, hope you can,
        hoping someone can, hope someone can, can anyone help, trying to find out, trying to track down,
        trying to get hold of, trying to locate, or nah, or what, or just me, please can, please could, pls can,
        pls could, d'you, enquire, inquire, enquiring, inquiring, what's the, whats the, what are the chances`),
    ],
    complaint:
      list(`broken, broke, closed, shut again, shut early, rude, dirty, filth*, grubby, grim, gross, revolting,
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
      1 star, 👎, 😠, 😡, 🤬, 😤, 😒, 🙄, 🤮, 🤢, 🤦`),
    praise:
      list(`thank*, thx, cheers, ta for, love, loved, loves, loving, lovely, adore*, great, brilliant, amazing,
      wonderful, fantastic, excellent, awesome, superb, fab, fabulous, incredible, stunning, gorgeous, magic*, perfect,
      outstanding, beautiful, impressive, impressed, helpful, friendly, welcoming, patient, grateful, delighted, pleased,
      glad, enjoy*, appreciate*, congratulations, congrats, well done, kudos, bravo, props, hats off, shout out, shoutout,
      made my day, favourite, favorite, so kind, very kind, kindness, kindest, so nice, really nice, how nice, nice one,
      so good, really good, very good, good work, good job, great job, keep it up, keep up, so happy, very happy,
      fun, treat, happy place, buzzing, big up, do yourself a favour, five stars, 5 stars, gem, treasure, lifesaver, lifeline, legend*, the best, best library, best librarian*, best place,
      best thing, top notch, top marks, first class, above and beyond, chef's kiss, hero, heroes, miracle*, never let me down, nowhere better, nothing better,
      anything better, can't fault, recommend*, blown away, thumbs up, won't stop talking about, 10/10, ❤, 🙏, 👏, 😍,
      🥰, 💕, 💜, 💙, 💚, 💛, 🧡, 💖, 💗, 💓, 🫶, 🤩, 🙌, 💯`),
  },
  followThanks: {
    thanks: list('thank, thank you, thanks, thx, ty, cheers'),
    following: list('follow, follows, following, followed'),
  },
  greetings:
    list(`hi, hi there, hello, hello there, hey, hey there, hiya, dear, good morning, good afternoon, good evening,
    morning, afternoon, evening`),
  courtesies: list(
    'thanks, thank you, thanks so much, thank you so much, thank you very much, thanks again, many thanks, cheers, sorry, so sorry, welcome, congratulations, well done',
  ),
  nobody:
    list(`there, all, everyone, everybody, anyone, folks, friend, friends, reader, readers, neighbour, neighbours, again,
    you, your, you're, team, guys, both, from, to, and, or, for, so, very, about, it, it's, its, we, we're, we've, we'll, i,
    i'm, i've, this, that, these, the, they, yes, no, yep, not, a, an, our, in, at, on, if, glad, lovely, great, good, happy,
    back, of, what, how, just, please, is, are, do, can, could, will, have, mr, mrs, ms, mx, dr, prof, sir, madam, book,
    library, only, unfortunately, absolutely, of, sure, monday, tuesday, wednesday, thursday, friday, saturday, sunday`),
};
