/** The script of the page: language, dialog, printing. Without it every language is still a link away. */
export const pageScript: string = `
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  const editions = [...document.querySelectorAll('.edition')];
  const dialog = document.querySelector('dialog');
  const current = () => editions.find((edition) => !edition.hidden);
  const place = (edition) => {
    const marks = [...edition.querySelectorAll('section[id]')];
    return marks.filter((mark) => mark.getBoundingClientRect().top < innerHeight / 3).at(-1);
  };
  const show = (language) => {
    const from = current();
    const to = editions.find((edition) => edition.lang === language);
    if (!to || to === from) return;
    const at = place(from);
    if (dialog.open) dialog.close();
    for (const edition of editions) edition.hidden = edition !== to;
    root.lang = language;
    document.title = to.dataset.title;
    const same = at && document.getElementById(at.id.replace(/^[a-z]+/, language));
    if (same) same.scrollIntoView();
  };
  const spoken = () => /^#(nl|fr|de|en)(?:-|$)/.exec(location.hash)?.[1];
  const follow = () => {
    const language = spoken();
    if (!language) return;
    show(language);
    const target = document.getElementById(location.hash.slice(1));
    const folded = target?.closest('details');
    if (folded) folded.open = true;
    if (target && target.id !== language) target.scrollIntoView();
  };
  const explain = (panel) => {
    const edition = current();
    const title = document.createElement('h2');
    title.id = 'why-title';
    title.textContent = panel.closest('details').querySelector('summary').textContent;
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'close';
    close.textContent = edition.dataset.close;
    close.addEventListener('click', () => dialog.close());
    const copy = panel.cloneNode(true);
    copy.removeAttribute('id');
    dialog.replaceChildren(close, title, copy);
    dialog.lang = edition.lang;
    dialog.showModal();
    dialog.scrollTop = 0;
  };
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-language]');
    if (button) {
      const { language } = button.dataset;
      show(language);
      history.replaceState(null, '', '#' + language);
      current().querySelector('button[aria-pressed="true"]').focus({ preventScroll: true });
      return;
    }
    const why = event.target.closest('a.why');
    const panel = why && document.getElementById(why.hash.slice(1));
    if (panel && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      explain(panel);
      return;
    }
    if (event.target === dialog) dialog.close();
  });
  addEventListener('hashchange', follow);
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details.answer:not([open])')];
    for (const answer of opened) answer.open = true;
  });
  addEventListener('afterprint', () => {
    for (const answer of opened) answer.open = false;
  });
  follow();
})();
`;
