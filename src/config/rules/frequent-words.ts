/**
 * Words that stand in so many posts to a library that nothing can be urgent about them, in several languages. Only for
 * a warning, so the list need not be complete.
 */
export const frequentWords: readonly string[] = `
  a about after again all also am an and any are as at back be because been book books borrow but by can card children
  close closed come could day did do does email event events find first for free from get go good got great had has have
  he hello help her here hi him his hold hour hours how i if in into is it its join just kids know last late library
  librarian like loan look love make many may me meeting more my need new news next no not now of off on one online only
  open or our out over people please post read reading renew reserve return room said same say school see she should so
  some someone soon still story take thank thanks that the their them then there they this time to today tomorrow too
  tonight up us use very visit wait want was we week well what when where which who why will wifi with work would year
  yes yet you your
  el la los las un una que no por para con de en es su hola gracias biblioteca libro libros
  le les des une et est pas pour dans sur avec bonjour merci bibliothèque livre livres
  der die das ein eine und ist nicht mit für auf von zu danke hallo bibliothek buch bücher
  y yr mae yn ar diolch llyfr llyfrau llyfrgell
  w z na do się jest nie dla dziękuję biblioteka książka książki
`
  .trim()
  .split(/\s+/u);
