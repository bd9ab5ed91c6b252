import { Agent } from 'node:http';
import { type ITwitterApiClientPlugin, TwitterApi } from 'twitter-api-v2';
import { ready } from './ready.js';

// The simplest program that answers on X: one `tweet` of the client, and nothing around it.

const { X_SANDBOX_APP_KEY: appKey = '', X_SANDBOX_APP_SECRET: appSecret = '' } = process.env;
const { X_SANDBOX_ACCESS_TOKEN: accessToken = '', X_SANDBOX_ACCESS_SECRET: accessSecret = '' } = process.env;
const sandbox = new URL(process.env.X_API_URL ?? '');
const agent = new Agent({ keepAlive: true });

/** The client knows the address of X alone. */
const toSandbox: ITwitterApiClientPlugin = {
  onBeforeRequest({ computedParams: { url }, requestOptions }) {
    url.protocol = sandbox.protocol;
    url.host = sandbox.host;
    requestOptions.agent = agent;
  },
};
const x = new TwitterApi({ appKey, appSecret, accessToken, accessSecret }, { plugins: [toSandbox] }).v2;

ready({
  tweet: async ({ text, to }: { text: string; to: string }) => {
    await x.tweet({ text, reply: { in_reply_to_tweet_id: to } });
  },
});
