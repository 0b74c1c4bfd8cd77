// Reloads the page when the site was rebuilt, and lays the diagnostics of a
// failed build over it. Everything that comes from the server is set as text.
(() => {
  'use strict';
  const site = document.currentScript.dataset.site;
  const page = document.querySelector('#dossier-errors[data-build]'); // the page shown while there is no site
  let source, retry, overlay, shown, dismissed;

  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = '/__dossier/live.css';
  document.head.append(style);

  function element(parent, tag, text, className) {
    const e = document.createElement(tag);
    if (text) e.textContent = text;
    if (className) e.className = className;
    parent.append(e);
    return e;
  }

  function hide() {
    if (overlay) overlay.remove();
    overlay = undefined;
  }

  function show(failure) {
    hide();
    overlay = document.createElement('div');
    overlay.id = 'dossier-errors';
    overlay.className = 'dossier-overlay';
    overlay.dir = 'ltr';
    overlay.lang = 'en';
    overlay.setAttribute('role', 'alert');
    element(overlay, 'p', failure.title, 'dossier-title');
    if (failure.problem) element(overlay, 'pre', failure.problem);
    const list = element(overlay, 'ol');
    for (const fault of failure.faults || []) {
      const item = element(list, 'li');
      element(item, 'p', fault.place, 'dossier-place');
      const words = element(item, 'p', fault.message + ' ');
      words.dir = 'auto';
      element(words, 'code', '[' + fault.code + ']');
      if (fault.excerpt) {
        const lines = element(item, 'pre', fault.excerpt + (fault.caret ? '\n' : ''));
        if (fault.caret) {
          const caret = element(lines, 'span');
          caret.setAttribute('aria-hidden', 'true');
          element(caret, 'span', fault.before);
          caret.append('^');
        }
      }
    }
    if (failure.more) element(overlay, 'p', failure.more);
    const button = element(overlay, 'button', 'Dismiss (Esc)');
    button.type = 'button';
    button.addEventListener('click', dismiss);
    shown = failure.build;
    document.body.append(overlay);
  }

  function dismiss() {
    dismissed = shown;
    hide();
  }

  function connect() {
    clearTimeout(retry);
    if (source || document.hidden) return;
    source = new EventSource('/__dossier/events?site=' + encodeURIComponent(site));
    source.addEventListener('reload', () => location.reload());
    source.addEventListener('errors', (event) => {
      const failure = JSON.parse(event.data);
      if (!page) {
        if (failure.build !== dismissed) show(failure);
      } else if (String(failure.build) !== page.dataset.build) {
        location.reload();
      }
    });
    source.addEventListener('error', () => {
      if (source && source.readyState === EventSource.CLOSED) {
        disconnect();
        retry = setTimeout(connect, 1000);
      }
    });
  }

  function disconnect() {
    clearTimeout(retry);
    if (source) source.close();
    source = undefined;
  }

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && overlay) dismiss();
  });
  // A browser opens few connections to one server: pages out of sight leave theirs.
  document.addEventListener('visibilitychange', () => (document.hidden ? disconnect() : connect()));
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', connect);
  connect();
})();
