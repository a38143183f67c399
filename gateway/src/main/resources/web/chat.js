// Where the page begins.

import * as composer from './composer.js';
import * as log from './log.js';
import * as panel from './panel.js';
import { api, send } from './server.js';
import { listen } from './stream.js';

const ANSWERED = 10000;

composer.start();
log.start();
panel.start();
listen({
  message: (html) => {
    log.show(html);
    panel.refresh();
  },
  typing: () => log.showLive(),
  partial: (html) => log.showLive(html),
});

document.getElementById('log').addEventListener('click', (event) => {
  const button = event.target.closest('[data-code]');
  if (button) press(button);
});

// The message comes again with the outcome in the place of its buttons.
async function press(button) {
  const message = button.closest('.message');
  const buttons = message.querySelectorAll('[data-code]');
  const enable = (isEnabled) => buttons.forEach((each) => { each.disabled = !isEnabled; });
  enable(false);
  message.querySelector('.refused')?.remove();
  try {
    await send('POST', `${api}/presses`, {
      message_id: message.dataset.id, code: button.dataset.code, user: composer.user(),
    });
    setTimeout(() => enable(true), ANSWERED);
  } catch (error) {
    const note = document.createElement('p');
    note.className = 'refused';
    note.role = 'alert';
    note.textContent = `That did not work: ${error.message}.`;
    button.parentElement.after(note);
    enable(true);
  }
}
