import {
  createCaller,
  isNotThere
} from "./chunk-4QQ2UUKS.js";
import "./chunk-2LMJ4OC3.js";
import "./chunk-PZOFDEKK.js";
import "./chunk-5EYM5PYM.js";

// dist/bluesky/find-account.js
import { Client, ok } from "@atcute/client";
import { fetch } from "undici";
import { z } from "zod";
async function resolveHandle(handle, { deadlineMs, now, service }) {
  const call = createCaller({ service, now });
  const rpc = new Client({ handler: (path, init) => call({ path, init, deadlineMs }) });
  const params = { handle };
  try {
    return (await ok(rpc.get("com.atproto.identity.resolveHandle", { params }))).did;
  } catch (fault) {
    if (isNotThere(fault))
      return void 0;
    throw fault;
  }
}
async function findAccount(handle, places) {
  const did = await resolveHandle(handle, places);
  if (did === void 0)
    return void 0;
  const server = await serverOf(did, places);
  return { did, ...server !== void 0 && { server } };
}
var didDocument = z.object({
  service: z.array(z.object({ id: z.string(), serviceEndpoint: z.unknown() }).transform(({ id, serviceEndpoint }) => ({
    isServer: id.endsWith("#atproto_pds"),
    at: String(serviceEndpoint)
  })))
});
async function serverOf(did, { deadlineMs, directory }) {
  const [, host] = /^did:web:([a-z0-9.-]+)$/u.exec(did) ?? [];
  const address = host ? `https://${host}/.well-known/did.json` : `${directory}/${did}`;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(deadlineMs) });
    const { service } = didDocument.parse(await response.json());
    const { origin } = new URL(service.find(({ isServer }) => isServer)?.at ?? "");
    return isOfBskySocial.test(origin) ? "https://bsky.social" : origin;
  } catch {
    return void 0;
  }
}
var isOfBskySocial = /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*\.host\.bsky\.network$/u;
export {
  findAccount,
  resolveHandle
};
