import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { clientOf } from '../sandbox/slack/workspace.js';
import { openAddress, reboundName, useBrowser } from './browser.js';

useBrowser();

let sandbox: Sandbox;
/** Somebody else's server on this machine. */
let elsewhere: Server;
beforeAll(async () => {
  sandbox = await createSandbox();
  elsewhere = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Elsewhere</title>');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await sandbox.close();
  elsewhere.closeAllConnections();
  await new Promise((resolve) => elsewhere.close(resolve));
});

const portOf = (url: string) => new URL(url).port;
const foreign = (host: string) => `http://${host}:${(elsewhere.address() as AddressInfo).port}/`;
const happened = () => sandbox.journal.read().length;

/** JSON without a preflight: a form whose one field is the body, but for "=" in the middle. */
const asForm = (handle: string) => ({ name: `{"handle":"${handle}","name":"`, value: '"}' });

function submitForm(page: Page, action: string, { name, value }: { name: string; value: string }) {
  return Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.evaluate(
      `(() => {
        const form = document.createElement('form');
        Object.assign(form, { method: 'post', enctype: 'text/plain', action: ${JSON.stringify(action)} });
        const field = document.createElement('input');
        Object.assign(field, { name: ${JSON.stringify(name)}, value: ${JSON.stringify(value)} });
        form.append(field);
        document.body.append(form);
        form.submit();
      })()`,
    ),
  ]).then(([response]) => response.status());
}

describe.each([
  ['localhost', 'nearby'],
  ['127.0.0.1', 'next_door'],
])('a page at another port of %s', (host, handle) => {
  it('calls no control by fetch', async () => {
    const page = await openAddress(foreign(host));
    const before = happened();
    const body = JSON.stringify({ handle, name: 'Stranger' });
    const call = `fetch('${sandbox.controlUrl}/x/addAccount', { method: 'POST', mode: 'no-cors', body: '${body}' })`;
    await page.evaluate(`${call}.then(() => undefined)`);
    expect(happened()).toBe(before);
  });

  it('calls no control by a form that takes the reader there', async () => {
    const page = await openAddress(foreign(host));
    const before = happened();
    expect(await submitForm(page, `${sandbox.controlUrl}/x/addAccount`, asForm(`${handle}2`))).toBe(403);
    expect(happened()).toBe(before);
  });

  it('signs nobody in on X, and posts nothing there', async () => {
    const page = await openAddress(foreign(host));
    const before = happened();
    const composer = `${sandbox.xUrl}/intent/tweet?text=Hello`;
    expect(await submitForm(page, composer, { name: 'as', value: 'centrallibrary' })).toBe(403);
    expect(happened()).toBe(before);
  });

  it('opens no WebSocket of the app, even with its address', async () => {
    const { url } = await clientOf(sandbox.slackUrl, 'xapp-sandbox').apps.connections.open();
    const page = await openAddress(foreign(host));
    const opened = `new Promise((resolve) => {
      const socket = new WebSocket(${JSON.stringify(url)});
      socket.onopen = () => resolve(true);
      socket.onerror = () => resolve(false);
    })`;
    expect(await page.evaluate(opened)).toBe(false);
  });

  it('frames no page', async () => {
    const page = await openAddress(foreign(host));
    const framed = page.waitForResponse(`${sandbox.controlUrl}/`);
    await page.evaluate(
      `void document.body.append(Object.assign(document.createElement('iframe'), { src: '${sandbox.controlUrl}/' }))`,
    );
    expect((await framed).status()).toBe(403);
  });

  it('may link to a page', async () => {
    const page = await openAddress(foreign(host));
    await page.evaluate(
      `void document.body.append(Object.assign(document.createElement('a'), { href: '${sandbox.controlUrl}/', textContent: 'There' }))`,
    );
    await page.getByText('There').click();
    await page.locator('body[data-ready]').waitFor();
  });
});

it('a name that was made to lead here opens nothing', async () => {
  for (const url of [sandbox.controlUrl, sandbox.xUrl, sandbox.slackUrl]) {
    const page = await openAddress(`http://${reboundName}:${portOf(url)}/`);
    expect(await page.textContent('main'), url).toContain('Use the address with 127.0.0.1 or localhost');
  }
});

it('a page behind a token opens by the address with it, and then by links from elsewhere', async () => {
  const guarded = await createSandbox({ token: 'a-token' });
  try {
    const page = await openAddress(guarded.controlUrl);
    expect(await page.textContent('main')).toContain('Open the address with its token');
    await page.goto(`${guarded.controlUrl}/?token=a-token`);
    await page.locator('body[data-ready]').waitFor();
    expect(page.url()).not.toContain('token');
    await page.goto(foreign('localhost'));
    await page.evaluate(
      `void document.body.append(Object.assign(document.createElement('a'), { href: '${guarded.controlUrl}/centrallibrary', textContent: 'There' }))`,
    );
    await page.getByText('There').click();
    await page.locator('body[data-ready]').waitFor();
  } finally {
    await guarded.close();
  }
});

it('the page itself works under localhost as well: what it asks for is done', async () => {
  const page = await openAddress(`http://localhost:${portOf(sandbox.controlUrl)}/`);
  await page.locator('body[data-ready]').waitFor();
  const before = sandbox.clock.now();
  const call = `fetch('/clock', { method: 'POST', body: '{"advanceMs":600000}' }).then(({ status }) => status)`;
  expect(await page.evaluate(call)).toBe(200);
  expect(sandbox.clock.now()).toBeGreaterThanOrEqual(before + 600_000);
});
