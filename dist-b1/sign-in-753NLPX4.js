import {
  timings
} from "./chunk-5KOJH3LK.js";
import {
  Rejected,
  Unreachable,
  isOurMistake
} from "./chunk-PZOFDEKK.js";
import "./chunk-5EYM5PYM.js";

// dist/x/sign-in.js
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { TwitterApi } from "twitter-api-v2";
var realX = "https://api.x.com";
async function beginSignIn({ deadlineMs, handle, origin = realX, ...app }) {
  const options = { compression: false, plugins: [pointedAt(origin, deadlineMs)] };
  const begun = await new TwitterApi(app, options).generateAuthLink("oob", { linkMode: "authorize", forceLogin: true, screenName: handle }).catch((error) => {
    throw refusalOf(error, "X does not know the app's keys, or its app has no user-authentication settings yet: in X's console, with a callback address, Read and write.");
  });
  const tokens = { accessToken: begun.oauth_token, accessSecret: begun.oauth_token_secret };
  return {
    page: begun.url.replace(realX, origin),
    async finish(pin) {
      const { accessSecret, accessToken, screenName } = await new TwitterApi({ ...app, ...tokens }, options).login(pin).catch((error) => {
        throw refusalOf(error, "X does not take this PIN: it is another one, or too old. Begin again.");
      });
      return { handle: screenName, accessToken, accessSecret };
    }
  };
}
function pointedAt(origin, deadlineMs) {
  return {
    onBeforeRequest({ params, computedParams: { url }, requestOptions }) {
      const { protocol, host } = new URL(origin);
      url.protocol = protocol;
      url.host = host;
      requestOptions.agent = protocol === "http:" ? new HttpAgent() : new HttpsAgent();
      requestOptions.signal = AbortSignal.timeout(deadlineMs);
      params.forceParseMode = "url";
    }
  };
}
function refusalOf(error, refused) {
  if (isOurMistake(error))
    return error;
  const code = error instanceof Error && "code" in error ? error.code : void 0;
  if (code === 401)
    return new Rejected("sign-in", refused);
  if (typeof code === "number")
    return new Rejected("other", `X said no (HTTP ${code}).`);
  return new Unreachable("X", error);
}

// dist/app/sign-in.js
var signIn = ({ apiUrl, ...app }, handle) => beginSignIn({ ...app, handle, origin: apiUrl, deadlineMs: timings.readDeadlineMs });
export {
  signIn
};
