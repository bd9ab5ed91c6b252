import {
  postUrl
} from "./chunk-2ZTQUPFK.js";

// dist/core/export/csv.js
var formula = /^[=+\-@\t\r\n＝＋－＠]/u;
var csvLine = (fields) => `${fields.map((field = "") => quoted(formula.test(field) ? `'${field}` : field)).join(",")}\r
`;
var quoted = (field) => /[",\r\n]/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field;

// dist/core/export/reply-row.js
var replyColumns = [
  "date",
  "desk",
  "private",
  "postId",
  "address",
  "text",
  "approvedBy",
  "approvedByName",
  "writtenBy",
  "writtenByName",
  "how",
  "topic",
  "answersTo"
];
function replyRow(desk, reply) {
  const { answersTo, at, by, how, postId, text, topic, writtenBy } = reply;
  const approver = by && staffNamed(desk, by);
  const writer = (writtenBy ?? by) && staffNamed(desk, writtenBy ?? by ?? "");
  return {
    date: isoTime(at),
    desk: desk.inPrivate?.of ?? desk.id,
    private: desk.inPrivate ? "yes" : "no",
    ...postId && { postId },
    ...postId && !desk.inPrivate && { address: postUrl(desk, postId) },
    text,
    ...approver && { approvedBy: approver.key, approvedByName: approver.name },
    ...writer && { writtenBy: writer.key, writtenByName: writer.name },
    how,
    ...topic && { topic },
    ...answersTo && { answersTo }
  };
}
var csvRow = (row) => csvLine(replyColumns.map((column) => row[column]));
var jsonRow = (row) => `${JSON.stringify(row)}
`;
var csvHead = () => csvLine(replyColumns);
var isoTime = (ms) => new Date(ms).toISOString();
function staffNamed({ listedStaff = [], outsiders = [], rota }, slackId) {
  const member = [...rota.staff, ...listedStaff].find((one) => one.slackId === slackId);
  if (member)
    return { key: member.key, name: member.name };
  return { key: slackId, name: outsiders.find((one) => one.slackId === slackId)?.name ?? slackId };
}

export {
  csvLine,
  replyRow,
  csvRow,
  jsonRow,
  csvHead,
  isoTime,
  staffNamed
};
