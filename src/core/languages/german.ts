import { each, type LanguageWords, list } from './word-lists.js';

/** German, as patrons write it. "was" is also an English word, so it asks only with a verb behind it. */
export const german: LanguageWords = {
  topics: {
    fillers:
      list(`hallo, hallöchen, hi, hey, huhu, moin, servus, tach, mahlzeit, grüezi, grüß gott, gruess gott, guten tag,
      guten morgen, guten abend, liebe*, zusammen, leute, ihr lieben, bitte, sorry, entschuldigung, entschuldigt,
      entschuldigen sie, verzeihung, danke, vielen dank, und, aber, oder, also, äh, ähm, hm, na, übrigens, ach, ja, nein,
      nee, ne, so, nun, dann, jetzt, eigentlich, nochmal, team, alle, mal, haha, tja, achso, ps, an alle`),
    sayings: [
      ...each(
        'wie',
        `schön, toll, lieb, süß, suess, nett, cool, immer, gestern, jedes, jede, jeden, geil, wunderbar, gut, schade,
        versprochen, gesagt, ihr, ich, peinlich, unfreundlich, blöd, traurig, ärgerlich, herrlich, großartig, lecker`,
      ),
      ...each('was für', 'ein, eine, einen, einem, nette, tolle'),
      ...list(`wer hätte gedacht, wer hätte das, wer braucht schon, wer kennt das nicht, wer weiß das schon, wer will kann,
        wo kämen wir, kann ich nur, kann man nur, kann nur, muss ich sagen, muss man sagen, muss sagen, muss schon sagen,
        kann sein, hat sich erledigt, hat geklappt, wird gemacht, wird zeit, geht klar, geht doch, geht mir, geht uns,
        wer hat sich, wer denkt sich, ist notiert, ist erledigt, ist gut, ist klar, ist okay, ist ok, wo man, wie der, wie mein,
        wie man so, wie wahr, wird ein, wird eine, kommt alle, kommt vorbei, weiß nicht, weiss nicht, weiß ich, warum geht nie, warum ist nie, warum ist immer, als ob, und ob, egal ob, ist ja, sind ja, habt ihr toll, habt ihr super, habt ihr gut, habt ihr schön, seid ihr toll,
        seid ihr super, haben wir gerade, haben wir gestern`),
    ],
    openers: [
      ...each(
        `habt, seid, könnt, koennt, könntet, koenntet, wisst, bietet, macht, nehmt, verleiht, leiht, öffnet, schließt,
        schliesst, plant, sucht, braucht, dürft, wollt, werdet, würdet, hättet, verkauft, kennt, bekommt, kriegt, gebt,
        führt, stellt, hattet, wart, sagt, schafft, findet, druckt, repariert, akzeptiert, veranstaltet`,
        'ihr',
      ),
      ...each(
        `haben, sind, können, koennen, könnten, koennten, wissen, bieten, nehmen, werden, würden, hätten, verleihen, planen,
        suchen, brauchen, öffnen, schließen, kennen, verkaufen`,
        'sie',
      ),
      ...each('hast, kannst, weißt, weisst, könntest, bist, wirst, würdest', 'du'),
      ...each(
        'kann, darf, muss, brauche, soll, sollte, könnte, bekomme, bekommt, braucht, dürfte, kriegt',
        'ich, man, mein, meine',
      ),
      ...each('können, dürfen, müssen, sollen, brauchen', 'wir, kinder, besucher'),
      ...each('kann, könnte, koennte', 'mir, uns, jemand, einer, wer'),
      ...each(
        'weiß, weiss, hat, kennt, war, ist, möchte, hätte, kommt',
        'jemand, wer, einer, irgendjemand, irgendwer, von euch',
      ),
      ...each('ist, wäre, waere', 'es möglich, es noch, es erlaubt, das normal, das richtig, das möglich'),
      ...each('ab, bis, seit, von, für', 'wann'),
      ...each('in, auf, ab, für, zu, an, bei, mit, aus, zwischen', 'welche*'),
      ...each('an, für, bei, mit, zu, von', 'wen, wem'),
      ...each(
        'was',
        `ist, sind, kostet, kosten, muss, kann, brauch*, passiert, macht, machen, mache, ist mit, gibt, gilt, tun, soll, darf,
        wird, haltet, bedeutet, heißt, habt, hat, läuft, war, würde, empfehl*, steht, geschieht, genau`,
      ),
      ...list(`gibt es, gibts, gibt's, gab es, wann, warum, wieso, weshalb, weswegen, wie lange, wie viel, wie viele, wieviel*,
        wie oft, wie spät, wie teuer, wie hoch, wie kann, wie komm*, wie funktioniert, wie bekomm*, wie geht, wie heißt,
        wo kann, wo find*, wo ist, wo sind, wo bekomm*, wo gibt, wo steh*, um wie viel, um wieviel, besteht die möglichkeit,
        woher, wohin, womit, wozu, worum, wofür, besteht`),
    ],
    sentenceOpeners:
      list(`wer, wen, wem, wessen, wie, wo, welche*, woran, worüber, wodurch, irgendwelche, irgendwer, jemand eine,
      jemand schon, jemand hier, jemand da, jemand ne, irgendeine chance, noch jemand, ob`),
    mildOpeners:
      list(`ist, sind, wird, werden, hat, haben, gibt, läuft, laufen, findet, finden, kostet, kosten, öffnet, öffnen,
      darf, dürfen, kann, können, muss, müssen, funktioniert, funktionieren, steht, stehen, braucht, bleibt, bleiben, fällt,
      wurde, wurden, gilt, gelten, lohnt, war da, war das, fängt, beginnt, kommt der, kommt die, kommt das, kommen, stimmt es,
      stimmt das, stimmts, geht das, geht der, geht die, geht es, geht auch, jemand, liegt, reicht, zählt, schließt, macht der,
      macht die, macht das, fährt, hätte jemand, nimmt, passt, weiß, weiss, gehört, gehören, kommt noch, kommt auch, dauert, erscheint, entfällt, startet, endet, enthält, spielt, hilft, gehts,
      gehen, fallen, existiert, suche, wir suchen, ich suche, soll, sollen, wäre, hättet`),
    asking: [
      ...list(`ob, weiß jemand, weiss jemand, weiß wer, weiß einer, kann mir jemand, kann mir wer, kann mir einer, kann mir da,
        könnt ihr mir, koennt ihr mir, können sie mir, koennen sie mir, könnten sie, könntet ihr, kurze frage, eine frage,
        ne frage, hab ne frage, frage an, meine frage, mal fragen, wollte fragen, wollte nachfragen, wollte mich erkundigen,
        möchte fragen, was tun, bräuchte, braeuchte, interessieren würde, möchte wissen, moechte wissen, frage mich, frag mich, fragen uns, frage ich mich, mich würde interessieren,
        mich wuerde interessieren, würde mich interessieren, würde mich mal interessieren, mich interessieren,
        mich interessiert, gern wissen, gerne wissen, wüsste gern*, wüsste ich, wissen wollen, wissen wann, wissen wie,
        wissen wo, keine ahnung wo, keine ahnung wie, weiß nicht wo, weiß nicht wie, bitte um auskunft, bitte um info*,
        um rückmeldung, sagt mal, sag mal, jemand eine idee, jemand ne idee, jemand eine ahnung, auf der suche, suche ein*,
        suche nach, wie kann ich, wie komme ich, wo finde ich, wo kann ich, wo bekomme ich, wann kann ich, ist es möglich,
        wäre es möglich, besteht die möglichkeit, gibt es eine möglichkeit, gibt es noch, gibt es auch, gibt es bei euch,
        hättet ihr, kann man, darf man, muss man, verraten, oder nicht mehr, oder muss ich, oder kann ich, oder was`),
      ...each('sagen, wissen, verraten, erklären, mitteilen', 'wann, wo, wie, wer, welche*, was, warum, wen'),
    ],
    complaint:
      list(`verschlossen*, war geschlossen, wieder geschlossen, stand vor, zu laut, so laut, lärm*, krach, kaputt,
      defekt*, dreckig*, dreck, schmutzig*, versifft, ekelhaft*, ekelig*, eklig*, widerlich, stinkt, stinken, unfreundlich*,
      unhöflich*, frech, freche, frechheit, unverschämt*, zumutung, unzumutbar, ärger*, verärgert, nerv, nerven, nervt,
      nervig, genervt, schlecht*, schlimm*, mies*, miserabel, furchtbar*, schrecklich*, grauenhaft, katastroph*, unmöglich*,
      skandal*, peinlich*, enttäusch*, enttaeusch*, beschwer*, reklam*, nicht funktioniert, funktioniert nicht,
      funktioniert wieder nicht, funktioniert nie, geht nicht, gehen nicht, geht wieder nicht, automat nicht, läuft nicht,
      klappt nicht, klappt nie, lädt nicht, stürzt*, absturz, hängt sich, fehlermeldung*, error, keine antwort,
      keine einzige antwort, keine reaktion, antwortet niemand, niemand antwortet, niemand da, niemand geht, keiner geht,
      keiner da, nie wieder, schon wieder, immer noch nicht, noch immer nicht, noch immer kein*, immer noch kein*, seit wochen,
      seit tagen, seit monaten, seit stunden, seit zwei wochen, warte seit, warten seit, warte schon, mahngebühr*, mahnung*,
      ungerecht*, inakzeptabel, ausgefallen, fällt aus, fällt ständig, ohne ankündigung, ohne vorwarnung, ohne info, traurig,
      schade, saukalt, eiskalt, zu kalt, zu warm, heizung, überfüllt, kein platz, keine plätze, personalmangel, chaos,
      chaotisch, sauer, wütend, abzocke, wucher, lächerlich*, armselig, unterirdisch, saftladen, sauerei, geht gar nicht,
      kein mensch, interessiert keinen, kümmert niemand*, kümmert sich niemand, reicht jetzt, satt, verloren gegangen, zu unrecht, abgewiesen,
      angeschnauzt, angemeckert, ignoriert, keine seife, kein papier, viel zu, zu wenig, zu teuer, langsam, angestanden, umsonst, keinen spaß, keine parkplätze, gewartet, taugt, friert, frieren, unfassbar, zuständig, für nichts, ausgerissen, rausgerissen, ständig, gesperrt worden`),
    praise:
      list(`dank, danke, dankbar*, dankeschön, dankesch*, herzlichen dank, bedank*, toll*, super*, echt klasse, einfach klasse, war klasse, ist klasse, seid klasse, klasse gemacht, klasse team, spitze, spitzen*,
      großartig*, grossartig*, wunderbar*, wunderschön*, wundervoll*, schön*, schoen*, herrlich*, fantastisch*,
      phantastisch*, hervorragend*, ausgezeichnet*, genial*, prima, perfekt*, lob, liebe euch, ich liebe, lieben euch,
      so lieb, so freundlich, sehr freundlich, super freundlich, freundliches team, freundliche mitarbeiter*,
      freundlichkeit, nett, nette, netten, hilfsbereit*, kompetent*, geduldig*, begeister*, gefreut, freut mich, spaß,
      spass, traum, traumhaft*, genossen, gefallen, gefällt, empfehl*, weiterempfehl*, ein hoch auf, weiter so, jedes mal gern, immer wieder gern, gerne wieder, macht weiter, hut ab, chapeau, respekt,
      bravo, glückwunsch, gratul*, beste, besten, bester, bestes, cool*, geil*, mega, der hammer, daumen hoch, gerettet,
      gemütlich*, liebevoll*, stolz, froh, glücklich, zufrieden, gut gemacht, sehr gut, richtig gut, so gut, wohlgefühlt`),
  },
  followThanks: {
    thanks: list('dank, danke, dankeschön, herzlichen dank'),
    following: list(
      'fürs folgen, für das folgen, dein folgen, uns folgst, uns folgt, uns folgen, uns zu folgen, follow, followen',
    ),
  },
  greetings:
    list(`hallo, hallöchen, hi, hey, huhu, moin, servus, guten tag, guten morgen, guten abend, grüß gott, liebe, lieber,
    liebes, sehr geehrte, sehr geehrter`),
  courtesies: list(
    'danke, dankeschön, vielen dank, herzlichen dank, willkommen, entschuldige, entschuldigung, glückwunsch',
  ),
  nobody:
    list(`zusammen, alle, allerseits, leute, ihr, du, sie, leser, leserin, leserinnen, freund, freundin, freunde, team,
    frau, herr, damen, und, für, dir, euch, ihnen, an, bei, in, im, am, auf, wir, ja, nein, das, die, der, den, grüße, schön,
    schöne, vielen, danke, wieder, zurück, noch, gerne, gern, dass, es, nochmal, bücherfreunde, nutzer, nutzerin, sehr`),
};
