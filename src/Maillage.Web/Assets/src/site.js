// Entry of every page. The map is heavy and never the first thing to read: it loads once the page is at rest
// and the reader is about to see it.
function whenIdle(run) {
  const schedule = () => ('requestIdleCallback' in window ? requestIdleCallback(run, { timeout: 2000 }) : setTimeout(run, 200));
  if (document.readyState === 'complete') schedule();
  else addEventListener('load', schedule, { once: true });
}

function whenNear(element, run) {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    run();
  }, { rootMargin: '300px' });
  observer.observe(element);
}

for (const container of document.querySelectorAll('[data-map]')) {
  whenIdle(() => whenNear(container, async () => {
    try {
      const { startMap } = await import('./map.js');
      await startMap(container);
    } catch (error) {
      // The drawing and the list of the server stay in place: nothing is lost but comfort.
      console.warn('The interactive map could not start.', error);
    }
  }));
}
