/** What a spreadsheet takes for the beginning of a formula, also in wide forms: https://owasp.org/www-community/attacks/CSV_Injection */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * One line of a CSV file, with its line end (RFC 4180). A field that a spreadsheet would take for a formula begins with an
 * apostrophe; a missing one is empty.
 */
export const csvLine = (fields: readonly (string | undefined)[]): string =>
  `${fields.map((field = '') => quoted(formula.test(field) ? `'${field}` : field)).join(',')}\r\n`;

const quoted = (field: string): string =>
  /[",\r\n]/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
