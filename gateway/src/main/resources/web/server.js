// Speaks to the server the page came from.

const PATIENCE = 15000;

/** Sends JSON; fails with words that people can read. */
export async function send(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    throw new Error('the server cannot be reached');
  }
  return check(response);
}

/** Fetches a piece of the page. */
export async function fragment(path) {
  const response = await fetch(path, {
    credentials: 'same-origin',
    signal: AbortSignal.timeout(PATIENCE),
  });
  return parse(await (await check(response)).text());
}

/** What the server rendered, as a piece of a document. */
export function parse(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

async function check(response) {
  if (response.status === 401) {
    location.assign('/login');
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error(problem.detail || `the server answered ${response.status}`);
  }
  return response;
}

export const chat = document.body.dataset.chat;
export const api = `/api/v1/chats/${chat}`;
