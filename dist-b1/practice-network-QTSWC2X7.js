import {
  deskKeys,
  deskPassword
} from "./chunk-CJOEDHBX.js";

// dist/cli/practice-network.js
import { randomBytes } from "node:crypto";
var browser = "U0ANA0001";
var libraryDid = "did:plc:practicepracticepractice";
var town = {
  asks: {
    name: "Maya Ortiz",
    handle: "maya_reads",
    text: "Do you have large-print crime novels? My mum can't get out."
  },
  thanks: {
    name: "Priya Nair",
    handle: "priya_knits",
    text: "Lovely knitting group on Saturday, thank you all!"
  },
  follows: {
    name: "Sam Okafor",
    handle: "samokafor",
    text: "Any good allotment books? The slugs are winning."
  }
};
var asDomain = (handle) => `${handle.replaceAll("_", "-")}.test`;
var practiceNetworks = {
  x: {
    library: ({ handle }) => ({ library: { handle, name: handle } }),
    prepare: async ({ x }, handle) => {
      await x.acts.signIn?.({ browser, as: handle });
    },
    enter: ({ xUrl }, account, { x, ...env }) => ({
      env: {
        ...env,
        x: { ...x, secrets: { ...x.secrets, [account.secrets]: { ...deskKeys, origin: xUrl } } }
      },
      account
    }),
    firstNews: ({ x }, ours) => newsBy(async (name, args) => x.acts[name]?.(args), ours, {
      handleOf: (handle) => handle,
      more: { messagesFrom: "everyone" }
    })
  },
  bluesky: {
    library: ({ handle }) => ({
      seed: randomBytes(4).readUInt32BE(),
      blueskyLibrary: { handle, name: handle, did: libraryDid }
    }),
    prepare: async () => {
    },
    enter: ({ blueskyUrl }, account, { bluesky, ...env }) => ({
      env: {
        ...env,
        bluesky: { passwords: { ...bluesky.passwords, [account.secrets]: deskPassword } }
      },
      account: { ...account, service: blueskyUrl }
    }),
    firstNews: ({ bluesky }, ours) => newsBy(async (name, args) => bluesky.acts[name]?.(args), ours, { handleOf: asDomain, more: {} })
  }
};
async function newsBy(act, ours, { handleOf, more }) {
  const comes = async ({ handle, name }) => {
    await act("addAccount", { handle: handleOf(handle), name, ...more });
    return handleOf(handle);
  };
  for (const one of [town.asks, town.thanks])
    await act("post", { by: await comes(one), text: `@${ours} ${one.text}` });
  const by = await comes(town.follows);
  await act("post", { by, text: town.follows.text });
  await act("follow", { by });
}
export {
  practiceNetworks
};
