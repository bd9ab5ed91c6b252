// dist/bluesky/password-kind.js
import { z } from "zod";
var claims = z.object({ scope: z.string() });
function isOfOwnPassword(accessToken) {
  try {
    const [, payload = ""] = accessToken.split(".");
    return claims.parse(JSON.parse(Buffer.from(payload, "base64url").toString())).scope === "com.atproto.access";
  } catch {
    return false;
  }
}
export {
  isOfOwnPassword
};
