// Shows times in the reader's own zone; with 24 hours, as everything that the server says.

export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const clock = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});
const exact = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'full', timeStyle: 'long', hourCycle: 'h23',
});
const full = new Intl.DateTimeFormat(undefined, {
  weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit',
  hourCycle: 'h23',
});
const day = new Intl.DateTimeFormat(undefined, {
  weekday: 'long', day: 'numeric', month: 'long', year: 'numeric',
});

export function localTimes(root) {
  for (const time of root.querySelectorAll('time')) {
    const at = new Date(time.dateTime);
    time.textContent = time.dataset.style === 'clock' ? clock.format(at) : full.format(at);
    time.title = exact.format(at);
  }
}

/** The day of an instant in words; today and yesterday by name. */
export function dayOf(millis) {
  const words = day.format(millis);
  if (words === day.format(Date.now())) return 'Today';
  if (words === day.format(Date.now() - 86400000)) return 'Yesterday';
  return words;
}
