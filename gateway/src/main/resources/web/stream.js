// What is new, from the server. After a lost connection nothing is missed: the server tells what
// changed since the last thing it told.

import { chat } from './server.js';

const AGAIN = 2000;
const offline = document.getElementById('offline');
let since = document.body.dataset.since;
let source;
let again;
let hiddenAt = 0;

/** @param listeners by the names of events */
export function listen(listeners) {
  open(listeners);
  addEventListener('online', () => open(listeners));
  // A browser may keep a page that was left, and with it the connection; it has few of them.
  addEventListener('pagehide', close);
  addEventListener('pageshow', (event) => {
    if (event.persisted) open(listeners);
  });
  document.addEventListener('visibilitychange', () => {
    // A connection of a device that slept may be dead without anybody having noticed.
    if (document.hidden) hiddenAt = Date.now();
    else if (Date.now() - hiddenAt > 60000) open(listeners);
  });
}

function close() {
  clearTimeout(again);
  source?.close();
}

function open(listeners) {
  close();
  source = new EventSource(`/chat/${chat}/stream?since=${since}`);
  source.addEventListener('open', () => {
    offline.textContent = '';
    document.body.classList.remove('lost');
  });
  source.addEventListener('error', () => lost(listeners));
  for (const [name, listener] of Object.entries(listeners)) {
    source.addEventListener(name, (event) => {
      if (event.lastEventId) since = event.lastEventId;
      listener(event.data);
    });
  }
}

function lost(listeners) {
  offline.textContent = 'The connection is lost. Trying again…';
  document.body.classList.add('lost');
  source.close();
  again = setTimeout(async () => {
    // An event source does not tell why it failed; a page that is asked for does.
    const answer = await fetch(`/chat/${chat}/schedules`).catch(() => undefined);
    if (answer?.status === 401) location.assign('/login');
    else open(listeners);
  }, AGAIN);
}
