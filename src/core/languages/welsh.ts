import { each, type LanguageWords, list } from './word-lists.js';

/**
 * Welsh, of north and south, as patrons write it. A verb with a soft mutation in front asks ("fydd", "ga i") where one without
 * says ("bydd", "caf"). "faint" and "beth" are also English, so they ask only with a word behind them.
 */
export const welsh: LanguageWords = {
  topics: {
    fillers:
      list(`helo, hei, heia, haia, shwmae, shw mae, s'mae, smae, su'mae, bore da, prynhawn da, pnawn da, p'nawn da,
      noswaith dda, diolch, diolch yn fawr, plis, os gwelwch yn dda, esgusodwch fi, sori, annwyl, bawb, pawb, ffrindiau, ac,
      ond, neu, wel, felly, iawn, ie, hefyd, gyda llaw, jyst, jest, llyfrgell, dim ond, ateb cyflym`),
    sayings:
      list(`does dim, doedd dim, does neb, does 'na, does na, alla i ddim, allaf i ddim, allwn ni ddim, all neb, fedra i ddim, fedrwn ni ddim, fydda i ddim, fydd dim,
      fydd neb, ga i ddim, oes dim, oedd dim, sut bynnag, pwy bynnag, ble bynnag, pryd bynnag, pwy a ŵyr, pwy fasai,
      pwy fyddai wedi, pam lai, beth am hynny, ga i ddweud`),
    openers: [
      ...each(
        'a',
        `oes, yw, yw'r, ydy, ydy'r, ydi, ydi'r, ydych, ydyn, oedd, oeddech, fydd, fyddwch, fydda, fyddai, fyddech, ga, gaf,
        gawn, gaiff, gafodd, all, alla, allaf, allwch, allech, allai, allen, ellir, ellid, ddylwn, ddylai, fedra, fedrwch,
        hoffech, wnewch, wnaeth, wnaethoch, wyddoch, ŵyr, dderbyn*, ddaw, ddaeth, oes`,
      ),
      ...each(
        `ydy, ydi, ydyn, ydych, ydach, ydw, fydd, fyddwch, fydda, fyddai, fyddech, oedd, oeddech, oeddach, ga, gaf,
        gawn, gaiff, gân, alla, allaf, allai, allwch, allech, allen, allwn, fedra, fedrwch, fedrith, fedrwn, ddylwn, ddylen,
        wnewch, newch, wnaethoch, gawsoch, welsoch, glywsoch, hoffech, dderbyniwch, wyddoch`,
        `chi, chi'n, ni, i, y, yr, nhw, hi, hi'n, o, e, e'n, o'n, fo, 'na, na, yna, eich, fy, ein, rhywun, unrhyw, modd, hwn,
        hon, fan, hynny, plant, pobl`,
      ),
      ...list("ydy'r, ydi'r, yw'r, di'r, ydy'n, ydi'n, ydych, ydach, ellir, oes, ydyn"),
      ...each(
        'oes',
        `modd, lle, yna, na, rhywun, unrhyw, angen, rhaid, gennych, gynnoch, gan, gen, gennych, da, croeso, wifi,
        posib, llyfr*, digon, rhagor, un, gobaith, pwynt`,
      ),
      ...each(
        'faint',
        `o, mae, mae'n, yw, yw'r, ydy, ydy'r, ydi, ydi'r, sy, sydd, fydd, gost*, costi, allaf, alla, ga, gaf, gaiff, oedd, oed,
        rhaid, mor, dych, dach, ydych, fyddai`,
      ),
      ...each(
        'beth, be',
        `yw, yw'r, ydy, ydy'r, ydi, ydi'r, 'di, di, sy, sy'n, sydd, mae, mae'r, fydd, fydd*, am, alla, allaf, ddylwn, ddigwydd*,
        sy'di, sydd wedi, oedd, dw, rydw, ga, gaf, wna, wnaf, dych, dach, os, fyddai, rhaid`,
      ),
      ...each(
        'pam',
        `mae, mae'r, mae'n, na, nad, fod, bod, ydych, ydy, ydy'r, dych, dach, rydych, wnaeth, oes, oedd, dydy, dydych, dyw, does,
        chi, chi'n, ti, fydd, roedd, rydw, dw, dim, gafodd, nad, nag`,
      ),
      ...list(`ble, ymhle, ym mhle, o ble, i ble, lle mae, lle mae'r, lle ma, lle ma'r, lle ga, lle alla, lle fedra, pryd, tan pryd,
        ers pryd, erbyn pryd, pwy, i bwy, at bwy, gan bwy, gyda phwy, efo pwy, am bwy, sut, pa mor, pa lyfr*, pa fath,
        pa amser, pa adeg, pa ddydd*, pa ddiwrnod*, pa un, pa rai, pa oriau, pa gangen, pa lawr, pa oed*, pa bryd, pa le, pa silff,
        ar ba, i ba, o ba, am ba, ym mha, p'un, p'run, sgen ti, sgynnoch, sgynnon, sgennych, sgin ti, sgwn i, tybed, am faint,
        ers faint, ydw i'n, oes'na, unrhyw syniad, unrhyw newyddion, unrhyw siawns, rhywun yn gwybod, rhywun arall, yw hi, yw hi'n,
        ydio, ydio'n, ife, ai dyma, ai yma, ai chi, ai hwn, ai hon`),
    ],
    sentenceOpeners: list(
      `oes, fydd, fyddai, ydy, ydi, ydyn, allai, all rhywun, all unrhyw, ellid, gaiff, oedd, hoffech chi, unrhyw un, rhywun`,
    ),
    mildOpeners: list(
      `dych chi, dych chi'n, dach chi, dach chi'n, chi'n, ti'n, yw, mae modd, chwilio am, dw i'n chwilio, isio, eisiau`,
    ),
    asking: [
      ...each('gwybod', `os, a, pryd, sut, ble, lle, faint, pwy, beth, be, pa, pam, ydy, ydi, oes`),
      ...each(
        'eisiau, isio, ishe, moyn, angen, hoffwn, hoffwn i, hoffen ni, hoffi',
        'gwybod, wybod, gofyn, ofyn, holi',
      ),
      ...each(
        'ddim yn siŵr, ddim yn siwr, dim syniad, ansicr, methu gweld, methu ffeindio',
        'os, sut, ble, lle, pryd, pwy, a',
      ),
      ...each('dweud, deud', 'wrtha, wrthyf, wrthon, wrthym'),
      ...list(`tybed, sgwn i, rhywun yn gwybod, unrhyw un yn gwybod, oes rhywun, oes unrhyw, oes modd, oes gennych,
        oes gynnoch, cwestiwn, gofyn am, ga i ofyn, am ofyn, rhowch wybod, gadewch i mi wybod, gadewch i fi wybod, rhoi gwybod, unrhyw syniad,
        unrhyw newyddion, unrhyw siawns, chwilio am, allwch chi, fedrwch chi, wnewch chi, ydych chi'n, oes posib, ydy hi'n bosib,
        ydi hi'n bosib, sut alla i, sut allaf i, sut mae cael, sut ydw i'n, sut mae modd, sut dw i'n, faint o'r gloch, pa bryd,
        sut mae mynd ati, allai rhywun, all rhywun, a fyddai modd, fyddai modd, hoffwn i gael gwybod, gyda phwy, efo pwy, ble mae'r`),
    ],
    complaint:
      list(`wedi torri, di torri, torri eto, ar gau eto, ar gau heb, wedi cau, ar gau pan, does dim digon, neb wrth, byth yn gweithio, byth ar agor, dydi'r, dydy'r, dyw'r, gwarthus, warthus, siom, siomi,
      siomedig, siomedigaeth, budr, fudr, budur, fudur, brwnt, frwnt, drewi, drewllyd, swnllyd, gormod o sŵn, llawer o sŵn,
      anghwrtais, anfoesgar, digywilydd, ddigywilydd, ddim yn gweithio, ddim yn gwitho, ddim yn gweithio'n, ddim yn ddigon,
      ddim digon da, dim digon da, ofnadwy, uffernol, erchyll, gwael, wael, cywilydd, gywilydd, cywilyddus, annheg,
      annerbyniol, diflas, rhwystredig, blin, grac, crac, flin, llond bol, cwyn, cwyno, gwyno, gŵyn, achwyn, dim ymateb,
      dim ateb, neb yn ateb, neb wedi ateb, byth yn ateb, heb ateb, heb gael ateb, heb rybudd, heb ymateb, dal i aros,
      dal i ddisgwyl, dal ddim, dal heb, wedi bod yn aros, yn aros ers, ers wythnosau, ers misoedd, ers pythefnos,
      ers dyddiau, eto fyth, rhy oer, rhy boeth, rhy swnllyd, rhewi, methu, amhosib, amhosibl, gwastraff, wastraff, dirwy, gwrthod,
      wrthod, anwybyddu, ddim ar gael, uniaith, dim cymraeg, dim gair o, dim byd yn gymraeg, gwall, chwalu, crasio, jôc,
      llanast, anhapus, anobeithiol, esgeulus, amharchus, ddim yn deg, ddim yn iawn, hen ddigon, cael ei ganslo, wedi canslo`),
    praise:
      list(`diolch, diolchgar, ddiolchgar, ddiolch, gwych, wych, ardderchog, bendigedig, fendigedig, hyfryd, anhygoel,
      arbennig, gwerthfawrogi, wrth fy modd, wrth ein bodd, wrth eu boddau, wrth ei bodd, wrth eu bodd, caru, dwlu, dotio, mwynhau,
      fwynhau, mwynhad, fwynheuodd, mwynheais, joio, enjoio, da iawn, llongyfarch*, longyfarch*, gorau, orau, penigamp,
      campus, gampus, rhagorol, ffantastig, briliant, lyfli, hapus, caredig, garedig, caredigrwydd, cyfeillgar, gyfeillgar,
      croesawgar, groesawgar, cymwynasgar, chwarae teg, llawer o hwyl, lot o hwyl, gwerth chweil, werth chweil, trysor, drysor, bril,
      cŵl, mor dda, neis, hudol, hudolus, ysbrydol*, canmol, heb ei ail, balch, falch, prydferth, braf, help mawr, gem`),
  },
  followThanks: {
    thanks: list('diolch, diolch yn fawr, diolch yn fawr iawn, diolchiadau'),
    following: list('ein dilyn, am ddilyn, am ddechrau dilyn, dilyn ni, follow'),
  },
  greetings: list(
    `helo, hei, heia, haia, shwmae, s'mae, su'mae, bore da, prynhawn da, pnawn da, noswaith dda, annwyl`,
  ),
  courtesies: list(`diolch, diolch yn fawr, croeso, sori, mae'n ddrwg gen i, llongyfarchiadau`),
  nobody:
    list(`bawb, pawb, ffrind, ffrindiau, gyfaill, gyfeillion, chi, ti, i, am, yn, a, ac, o, eto, da, fawr, tîm, yna, 'na,
    mae, dyn, wrth, gan, mawr, iawn, nôl, 'nôl, ddarllenydd, ddarllenwyr, ydyn, rydyn, ni, y, yr`),
};
