// dist/core/one-line.js
var directions = String.raw`\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069`;
var everyDirection = new RegExp(`[${directions}]`, "gu");
var forbidden = new RegExp(String.raw`[\p{Cc}\p{Cs}\u2028\u2029${directions}]`, "u");
var everyForbidden = new RegExp(forbidden, "gu");
var lineAllowed = (most) => `1 to ${most} characters in one line, without control characters and direction marks`;
var isLine = (text, most) => /\S/u.test(text) && text.length <= most && !forbidden.test(text);
var areLines = (text, most) => text.length <= most && !text.split(/\r?\n/u).some((line) => forbidden.test(line));
var onOneLine = (text) => text.replace(everyDirection, "").replace(everyForbidden, " ").replace(/\s+/gu, " ").trim();
function asLine(text, most) {
  const near = text.slice(0, 2 * most);
  const line = onOneLine(near);
  if (line.length <= most && near === text)
    return line;
  return `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "").trimEnd()}\u2026`;
}
var escaped = (text) => text.replace(everyForbidden, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
var visible = (text) => escaped(JSON.stringify(text));
var deepest = 200;
function wellFormed(value) {
  return repaired(value);
}
function repaired(value, depth = 0) {
  if (typeof value === "string")
    return value.toWellFormed();
  if (typeof value !== "object" || value === null)
    return value;
  if (depth >= deepest)
    return null;
  if (Array.isArray(value))
    return value.map((one) => repaired(one, depth + 1));
  const entries = Object.entries(value).map(([key, inner]) => [repaired(key), repaired(inner, depth + 1)]);
  return Object.fromEntries(entries);
}

export {
  lineAllowed,
  isLine,
  areLines,
  onOneLine,
  asLine,
  escaped,
  visible,
  wellFormed
};
