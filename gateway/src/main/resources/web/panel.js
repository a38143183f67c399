// The list of what is scheduled, beside the chat or, on a small screen, above it.

import { chat, fragment, send } from './server.js';
import { localTimes } from './times.js';

const panel = document.getElementById('panel');
const toggle = document.getElementById('panel-toggle');
const list = document.getElementById('schedules');
const count = document.getElementById('count');
const failure = document.getElementById('panel-failure');
const OFTEN = 300;

let soon;

export function start() {
  localTimes(list);
  shown();
  toggle.addEventListener('click', () => open(panel.classList.toggle('open')));
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') open(false);
  });
  list.addEventListener('click', (event) => {
    const button = event.target.closest('[data-do]');
    if (button) act(button);
  });
}

function open(isOpen) {
  panel.classList.toggle('open', isOpen);
  toggle.setAttribute('aria-expanded', String(isOpen));
  if (!isOpen) toggle.focus();
}

/** Something happened in the chat that may have changed the list. */
export function refresh() {
  clearTimeout(soon);
  soon = setTimeout(() => load(), OFTEN);
}

async function load(acted) {
  const news = await fragment(`/chat/${chat}/schedules`).catch(() => undefined);
  if (!news) return;
  localTimes(news);
  const old = acted
    ?? document.activeElement?.closest('[data-schedule]')?.dataset.schedule;
  list.replaceChildren(news);
  shown();
  if (old) (list.querySelector(`[data-schedule="${old}"] button`) ?? toggle).focus();
}

function shown() {
  count.textContent = list.querySelector('[data-count]').dataset.count;
}

async function act(button) {
  const group = button.closest('[data-schedule]');
  const path = `/api/v1/schedules/${group.dataset.schedule}`;
  const isCancel = button.dataset.do === 'cancel';
  group.querySelectorAll('button').forEach((each) => { each.disabled = true; });
  failure.textContent = '';
  try {
    await send(isCancel ? 'DELETE' : 'POST', isCancel ? path : `${path}/${button.dataset.do}`);
  } catch (error) {
    failure.textContent = `That did not work: ${error.message}.`;
  }
  await load(group.dataset.schedule);
}
