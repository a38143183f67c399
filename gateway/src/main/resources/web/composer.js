// Takes in what people write. Words leave the field only when the server has them.

import { api, chat, send } from './server.js';
import { zone } from './times.js';

const form = document.getElementById('composer');
const words = document.getElementById('words');
const name = document.getElementById('name');
const button = document.getElementById('send');
const failure = document.getElementById('failure');
const draft = `carillon.draft.${chat}`;

let attempt = { text: '', id: '' };
let isSending = false;

export const user = () => name.value.trim() || 'you';

export function start() {
  name.value = localStorage.getItem('carillon.name') || 'you';
  name.addEventListener('change', () => localStorage.setItem('carillon.name', user()));
  document.getElementById('zone').textContent = zone;
  words.value = sessionStorage.getItem(draft) || '';
  words.addEventListener('input', changed);
  words.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    say();
  });
  for (const example of document.querySelectorAll('[data-say]')) {
    example.addEventListener('click', () => {
      words.value = example.dataset.say;
      changed();
      say();
    });
  }
  changed();
}

function changed() {
  sessionStorage.setItem(draft, words.value);
  failure.textContent = '';
  button.textContent = 'Send';
  words.style.height = 'auto';
  words.style.height = `${words.scrollHeight + 2}px`;
}

async function say() {
  const text = words.value.trim();
  if (!text || isSending) return;
  // The same words sent again are the same message; the server takes it once.
  if (attempt.text !== text) attempt = { text, id: newId() };
  isSending = true;
  words.readOnly = true;
  button.disabled = true;
  try {
    await send('POST', `${api}/messages`, {
      text, user: user(), timezone: zone, client_id: attempt.id,
    });
    attempt = { text: '', id: '' };
    words.value = '';
    changed();
  } catch (error) {
    failure.textContent = `Not sent: ${error.message}.`;
    button.textContent = 'Try again';
  } finally {
    isSending = false;
    words.readOnly = false;
    button.disabled = false;
    words.focus();
  }
}

// crypto.randomUUID is there in secure contexts only.
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
