import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import{a as r}from"./chunk-AROXMVQN.js";import"./chunk-FEFT6V4Q.js";var t=r.object({scope:r.string()});function e(o){try{let[,s=""]=o.split(".");return t.parse(JSON.parse(Buffer.from(s,"base64url").toString())).scope==="com.atproto.access"}catch{return!1}}export{e as isOfOwnPassword};
