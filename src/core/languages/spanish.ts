import { each, type LanguageWords, list } from './word-lists.js';

/**
 * Spanish, as patrons write it: often without ¿ and accents. A phrase without accents is also found with them, so "cuando
 * abr*" is "cuándo abrís" too; "cuándo" alone is only found with its accent, because "cuando" is no question.
 */
export const spanish: LanguageWords = {
  topics: {
    fillers:
      list(`hola, holaa, holi, buenas, buenos dias, buenas tardes, buenas noches, buen dia, muy buenas, ey, oye,
      oiga, oigan, perdon, perdona, perdonad, perdone, perdonen, disculpa, disculpad, disculpe, disculpen, por favor,
      porfa, porfi, gracias, muchas gracias, mil gracias, y, pero, o, pues, bueno, vale, entonces, ah, eh, uf, ay, jaja,
      jajaja, chicos, chicas, equipo, gente, amigos, a ver, también, tambien, además, ademas, por cierto, una cosa,
      estimados, biblioteca, ahora, ya, aún, todavía, al final`),
    sayings:
      list(`cómo se nota, como se nota, cómo mola, como mola, cómo me gust*, cómo me encant*, cómo me alegr*, cómo os, cómo nos, como me gust*,
      cuánto me, cuánto os, cuánto nos, cuánto echo, cuánta razón, cuánto tiempo sin, quién dijo, quién diría,
      quién lo diría, quién pudiera, quién me iba, qué tal, qué más se puede pedir, no hay de qué,
      hay que ver, hay que leer, hay que reconocer, hay que decir, hay que cuidar, hay que felicitar, hay gente, puede que,
      cuánto antes, a que mola, por que me gust*`),
    openers: [
      ...list(`quién, quiénes, cuándo, dónde, adónde, cuánto, cuánta, cuántos, cuántas, cuál, cuáles, por qué, para qué,
        a qué, de qué, en qué, con qué, hasta qué, desde qué, sobre qué, a quién, con quién, de quién, para quién, por quién,
        hasta cuándo, desde cuándo, para cuándo, cada cuánto, de dónde, a dónde, por dónde, a cuánto, a que hora, a partir de qué, a partir de que edad, a partir de cuándo, hay que reservar, hay que pedir, hay que apuntarse,
        hay que inscribirse, hay que pagar, hay que llevar, hay que tener, hay que ser,
        hasta que hora, desde que hora, con quien tengo, con quien hablo, con quien puedo, a quien tengo, a quien puedo,
        cuantos, cuantas, cual es, cual seria, por que no, por que se, por que han, se puede, se pueden, se podría,
        se podria, puedo, podemos, podría, podria, sabéis, sabeis, saben, sabe alguien, alguien sabe, alguien puede,
        alguien me, es posible, sería posible, seria posible, es verdad que, es cierto que, es necesario, es obligatorio,
        hace falta, hacen falta, me podeis, me podriais, me podrian, me podria, me puede, me pueden, me puedes, me decis,
        me dicen, os queda, os quedan, les queda, les quedan, dais, hay alg*, hay posibilidad, hay manera, hay forma,
        habrá alg*, va a haber, vais a, pensáis, teneis alg*, tienen alg*, tienes alg*, tendreis, tendran`),
      ...each(
        'como',
        `puedo, podemos, se puede, se hace, se pide, se reserva, se renueva, se llega, se accede, hago, hacemos, es, está,
        esta, funciona, va, renuevo, reservo, consigo, accedo, contacto, llego, entro, pido, devuelvo, tengo, hay, saco,
        me hago, me apunto, me inscribo, me registro, apunto, recupero, cambio, solicito`,
      ),
      ...each(
        'qué, que',
        `hora, horario*, dia, dias, hay que, hago, hacemos, puedo, podemos, necesito, se necesita,
        hace falta, tengo que, documento*, documentacion, requisitos, pasa si, pasa con, ha pasado, paso con, planta, sala`,
      ),
      ...each(
        'cuanto',
        'cuesta*, vale*, es, dura, duran, tarda*, tiempo, puedo, se, hay, tengo, falta, sale',
      ),
      ...each(
        'cuando',
        'abr*, cerr*, cierr*, es, son, empiez*, empez*, acab*, termin*, vuelv*, volver*, sera, hay, se abre',
      ),
      ...each('donde', 'esta, estan, puedo, podemos, queda, encuentro, tengo, deb*, dej*'),
      ...each('quien', 'es el, es la, hizo, lleva, puede decir*, pinto, escribio, me puede, sabe'),
    ],
    sentenceOpeners:
      list(`cómo, cual, podéis decir*, podeis decir*, podríais, podriais, podrían, podrian, puede alguien,
      alguien tiene, alguien ha, alguien conoce, habrá, habra, alguna posibilidad, alguna novedad, alguna idea,
      alguna noticia, alguna manera, algún sitio, hay sitio, hay plazas, hay wifi`),
    mildOpeners:
      list(`qué, hay wifi, hay sitio, hay plaza*, hay hueco*, hay enchufe*, hay ordenador*, hay parking, hay aparcamiento, hay ascensor,
      hay aire, hay cafeter*, hay taller*, hay actividad*, hay cuentacuentos, hay club*, hay servicio*, hay fotocopiadora,
      hay impresora, hay limite, hay descuento*, hay lista de espera, hay otra, hay otro, hay mas, hay visita*, hay fecha,
      hay horario, hay copias, hay ejemplar*, hay libros en, hay libros de, hay hoy, me gustaria, nos gustaria, quisiera, querria,
      se sabe, tenéis, teneis, tienen, tienes, tiene la, abrís, abris, abren, abre, abriréis, abrirán, cerráis, cerrais, cierran, cierra, cerraréis, cerrarán, estáis abiert*, estais abiert*, está el, está la, están los, están las, está en,
      está incluid*, está permitid*, está disponible, están disponible*, estará, esta abiert*,
      estan abiert*, es gratis, es gratuito, hacéis, haceis, hacen, aceptáis, aceptais, aceptan, admitís, admitis, admiten,
      recogéis, recogen, vendéis, vendeis, venden, prestáis, prestais, prestan, ofrecéis, ofreceis, ofrecen, dejáis,
      dejan, permitís, permiten, disponéis, disponen, seguís, siguen, queda, quedan, puede, pueden, podéis, podeis, debo,
      tengo que, tenemos que, necesito, funciona, alguien, conocéis, conocen, recomendáis, recomiendan, recomendaríais,
      buscáis, buscan, necesitáis, necesitan, habéis, habeis, busco, sirve, cobráis, cobran, organizáis, organizan, hace`),
    asking: [
      ...each(
        'saber, preguntar, preguntaros, preguntarles, pregunto, pregunta, sabéis, sabeis, sabe, saben, sabes, sé, se, duda',
        `si, cuándo, dónde, cómo, qué, quién, cuál, cuáles, cuánto, cuántos, cuántas, cuanto, donde, como, a qué, hasta qué,
        por qué, a quién, con quién, en qué`,
      ),
      ...each(
        'gustaria, quisiera, queria, querria, quiero, queriamos, quisieramos, necesito, interesa, necesitaba',
        'saber',
      ),
      ...each('quisiera, queria, querria, quería, quiero', 'preguntar, consultar'),
      ...list(`una pregunta, una duda, una consulta, una preguntita, tengo una duda, tengo dudas, me pregunto, me preguntaba,
        nos preguntamos, alguien sabe, sabe alguien, alguien me puede, alguien puede, alguien podria, me podeis, me podriais,
        me podrian, me podria, me pueden decir, me puede decir, me puedes decir, nos podeis, nos podriais, podeis decir*,
        podriais decir*, podrian decir*, podria decir*, pueden decir*, puede decir*, podeis confirm*, pueden confirm*,
        podriais confirm*, podeis ayudar*, pueden ayudar*, podrían ayudar*, decidme, díganme, diganme, decirme, indicarme,
        informarme, aclararme, confirmarme, estoy buscando, por casualidad, para saber el, para saber la, para saber los, informacion sobre, mas informacion, ando buscando, estamos buscando, seria posible, sería posible,
        hay alguna posibilidad, hay alguna forma, no encuentro donde, no encuentro dónde, no encuentro cómo, o solo, o no se`),
    ],
    complaint:
      list(`cerrado sin, cerrada sin, cerrados, otra vez cerrad*, estaba cerrad*, estabais cerrad*, roto, rota, rotos,
      rotas, estropead*, averiad*, no funciona, no funcionan, no va, no van, no carga, no abre, no deja, no me deja, sucio,
      sucia, sucios, sucias, suciedad, guarr*, asco, asquer*, mugre, huele, apesta, ruido, ruidos*, vergüenza, verguenza,
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
    praise:
      list(`gracias, agradec*, encant*, maravill*, genial*, estupend*, fantastic*, excelente*, increible*, precios*,
      bonit*, espectacular*, extraordinari*, enhorabuena, felicidades, felicit*, bravo, olé, me gusta, me gusto, me gustan,
      nos gusto, gusta mucho, amo, adoro, amable*, amabilidad, cariño, majo, maja, majos, majas, majisim*, simpatic*,
      atentos, atentas, profesionales, profesionalidad, un sol, soles, de diez, un diez, un lujo, de lujo, un placer,
      da gusto, que gusto, un gusto, ilusion, emocionad*, emocionante, emotiv*, guay, chul*, mola, molan, brutal,
      crack, cracks, pasada, salvasteis, lo mejor, la mejor, los mejores, las mejores, mejor biblioteca, bien hecho, buen trabajo, gran trabajo,
      trabajazo, gran labor, buena labor, ayudó, ayudo mucho, me ayudaron, nos ayudaron, disfrut*, recomiendo, recomendable,
      orgullos*, tesoro, joya, acierto, os quiero, os queremos, soy feliz, muy feliz, muy felices, chapó, alegr*, que suerte, que bien, contento, contenta, contentos, súper,
      super, lindo, linda, hermos*, perfecto, perfecta, impecable, inmejorable, magnific*, un abrazo enorme, aplauso*`),
  },
  followThanks: {
    thanks: list('gracias, agradec*'),
    following: list(
      'seguirnos, por seguir, nos sigues, nos sigas, nos siguen, nos sigan, nos seguis, nos sigais, follow',
    ),
  },
  greetings:
    list(`hola, buenas, buenos dias, buenas tardes, buenas noches, buen dia, querido, querida, estimado, estimada,
    apreciado, apreciada, oye`),
  courtesies: list(
    'gracias, muchas gracias, mil gracias, bienvenido, bienvenida, perdona, perdone, perdón, enhorabuena',
  ),
  nobody:
    list(`a, todos, todas, todes, tod, gente, equipo, amigo, amiga, amigos, amigas, chicos, chicas, de, por, y, que,
    buenas, buenos, muchas, gracias, nuevo, otra, en, el, la, los, las, sí, si, no, pues, claro, lector, lectora, señor,
    señora, usuario, usuaria, bienvenido, bienvenida, qué, cómo, encantados, te, le, os, nos, me, abrimos, perdona`),
};
