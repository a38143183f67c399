// The messages of the chat: each is there once, in order, and its latest state is shown.

import { chat, fragment, parse } from './server.js';
import { dayOf, localTimes } from './times.js';

const log = document.getElementById('log');
const scroller = document.getElementById('scroller');
const live = document.getElementById('live');
const latest = document.getElementById('latest');
const NEAR = 80;
const FORGOTTEN = 30000;
const JUST_NOW = 400;

const title = document.title;

let forget;
let unseen = 0;
let answeredAt = -JUST_NOW;

export function start() {
  localTimes(log);
  markDays();
  toEnd();
  latest.addEventListener('click', toEnd);
  scroller.addEventListener('scroll', () => {
    if (isAtEnd()) latest.hidden = true;
  });
  document.addEventListener('visibilitychange', () => countUnseen(0));
  log.addEventListener('click', (event) => {
    const button = event.target.closest('.older button');
    if (button) showOlder(button);
  });
}

/** Shows a message that is new or has changed. */
export function show(html) {
  const message = parse(html).firstElementChild;
  localTimes(message);
  const wasAtEnd = isAtEnd();
  const old = document.getElementById(message.id);
  if (old) {
    replace(old, message);
  } else {
    insert(message);
    if (message.classList.contains('agent')) endLive();
    if (document.hidden) countUnseen(1);
  }
  if (wasAtEnd || message.classList.contains('user') && !old) toEnd();
  else if (!old) latest.hidden = false;
}

// In the title of the tab, for those who look at another.
function countUnseen(more) {
  unseen = more ? unseen + more : 0;
  document.title = unseen ? `(${unseen}) ${title}` : title;
}

function replace(old, message) {
  if (old.dataset.changed === message.dataset.changed) return;
  const hadFocus = old.contains(document.activeElement);
  old.replaceWith(message);
  if (hadFocus) message.focus({ preventScroll: true });
}

// A message may come late; ids are in the order of time.
function insert(message) {
  const later = messages().find((each) => each.dataset.id > message.dataset.id);
  log.insertBefore(message, later ?? null);
  markDays();
}

const messages = () => [...log.querySelectorAll('.message')];

function markDays() {
  log.querySelectorAll('.day').forEach((each) => each.remove());
  let before;
  for (const message of messages()) {
    const day = dayOf(Number(message.dataset.at));
    if (day !== before) {
      const mark = document.createElement('li');
      mark.className = 'day';
      mark.textContent = day;
      message.before(mark);
    }
    before = day;
  }
}

async function showOlder(button) {
  button.disabled = true;
  const first = messages()[0];
  const path = `/chat/${chat}/older?before=${encodeURIComponent(first.dataset.id)}`;
  try {
    const older = await fragment(path);
    localTimes(older);
    const below = scroller.scrollHeight - scroller.scrollTop;
    button.closest('.older').replaceWith(older);
    markDays();
    scroller.scrollTop = scroller.scrollHeight - below;
  } catch {
    button.disabled = false;
  }
}

/** Shows that the agent is at work and, where there is one, the answer so far. */
export function showLive(html) {
  // What was said of an answer under way may arrive after the answer.
  if (performance.now() - answeredAt < JUST_NOW) return;
  const wasAtEnd = isAtEnd();
  if (html !== undefined) live.querySelector('.words').innerHTML = html;
  live.hidden = false;
  clearTimeout(forget);
  forget = setTimeout(endLive, FORGOTTEN);
  if (wasAtEnd) toEnd();
}

function endLive() {
  answeredAt = performance.now();
  clearTimeout(forget);
  live.hidden = true;
  live.querySelector('.words').replaceChildren();
}

function isAtEnd() {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
}

function toEnd() {
  scroller.scrollTop = scroller.scrollHeight;
  latest.hidden = true;
}
