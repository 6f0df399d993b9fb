// Entry of every page.
import { passkey } from './passkeys.js';
import { suggest } from './suggest.js';
import { upload } from './upload.js';

// The map is heavy and never the first thing to read: it loads once the page is at rest, the reader is
// about to see it and has given a first sign (or has been reading for a while).
const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'wheel', 'scroll'];
const READING = 7000;

const loaded = new Promise((resolve) => {
  if (document.readyState === 'complete') resolve();
  else addEventListener('load', resolve, { once: true });
});

const sign = () => new Promise((resolve) => {
  const done = () => {
    for (const type of SIGNS) removeEventListener(type, done, { capture: true });
    resolve();
  };
  for (const type of SIGNS) addEventListener(type, done, { capture: true, passive: true });
  setTimeout(done, READING);
});

const near = (element) => new Promise((resolve) => {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    resolve();
  }, { rootMargin: '300px' });
  observer.observe(element);
});

const idle = () => new Promise((resolve) => {
  if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: 1000 });
  else setTimeout(resolve, 100);
});

async function prepareMap(container) {
  await loaded;
  await Promise.all([sign(), near(container)]);
  await idle();
  try {
    const { startMap } = await import('./map.js');
    await startMap(container);
  } catch (error) {
    // The drawing and the list of the server stay in place: nothing is lost but comfort.
    console.warn('The interactive map could not start.', error);
  }
}

document.querySelectorAll('[data-map]').forEach(prepareMap);
document.querySelectorAll('[data-suggest]').forEach(suggest);
document.querySelectorAll('[data-passkey]').forEach(passkey);
document.querySelectorAll('[data-max-bytes]').forEach(upload);
