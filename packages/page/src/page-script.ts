/**
 * The script of the page: language, dialog, search, sorting, filters, downloads, printing. Without it every language is still
 * a link away. It makes what it adds itself, so that the page holds nothing that could run, and takes its words from the
 * edition that is read.
 */
export const pageScript: string = `
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  const editions = [...document.querySelectorAll('.edition')];
  const dialog = document.querySelector('dialog');
  const current = () => editions.find((edition) => !edition.hidden);
  const make = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    if (name === 'button') made.type = 'button';
    return made;
  };
  const place = (edition) => {
    const marks = [...edition.querySelectorAll('section[id]')];
    return marks.filter((mark) => mark.getBoundingClientRect().top < innerHeight / 3).at(-1);
  };

  const shown = (element) => {
    const copy = element.cloneNode(true);
    for (const unseen of copy.querySelectorAll('.vh, sup, .mark, .tools, svg')) unseen.remove();
    return copy.textContent.replace(/\\s+/g, ' ').trim();
  };
  const folded = (text) => text.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase();
  const banner = (edition) => edition.querySelector('.banner').innerText.trim().replace(/\\s*\\n\\s*/g, ' · ');
  const nameOf = (edition, title, ending) => {
    const tlp = /TLP:[A-Z+]+/.exec(banner(edition))?.[0] ?? '';
    const words = folded((tlp + ' ' + title).replace(/[^\\p{L}\\p{N}]+/gu, '-')).replace(/^-|-$/g, '');
    return words.slice(0, 80) + ending;
  };
  const download = (name, type, parts) => {
    const link = make('a');
    link.href = URL.createObjectURL(new Blob(parts, { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  const columnsOf = ({ tHead }) => {
    const [upper, lower] = tHead.rows;
    if (!lower) return [...upper.cells].map((cell) => [cell, shown(cell)]);
    const rest = [...lower.cells];
    return [...upper.cells].flatMap((cell) =>
      cell.scope === 'colgroup'
        ? rest.splice(0, cell.colSpan).map((one) => [one, shown(cell) + ' ' + shown(one)])
        : [[cell, shown(cell)]],
    );
  };
  const csvOf = (edition, table) => {
    const comma = edition.lang !== 'en';
    const mark = comma ? ';' : ',';
    // What a workbook would run as a formula is text.
    const quote = (text) => '"' + (/^[=+@\\t\\r]|^-(?![\\d.,])/.test(text) ? "'" + text : text).replaceAll('"', '""') + '"';
    const cell = (one) => {
      const { value } = one.dataset;
      const text = shown(one);
      // A number that stands with a word (almost, at least, a unit) is not that number alone.
      if (value === undefined || /[\\p{L}≥≤]/u.test(text)) return quote(text);
      return comma ? value.replace('.', ',') : value;
    };
    const after = [table.caption ? shown(table.caption) : '', shown(edition.querySelector('h1')), banner(edition)];
    const lines = [
      columnsOf(table).map(([, name]) => quote(name)),
      ...[...table.tBodies[0].rows].filter((row) => !row.hidden).map((row) => [...row.cells].map(cell)),
      [],
      ...after.filter(Boolean).map((text) => [quote(text)]),
    ];
    return '\\ufeff' + lines.map((line) => line.join(mark)).join('\\r\\n') + '\\r\\n';
  };
  const compare = (edition, at) => (a, b) => {
    const [x, y] = [a.cells[at], b.cells[at]];
    const [m, n] = [x, y].map((one) => (one.dataset.value === undefined ? NaN : Number(one.dataset.value)));
    if (!Number.isNaN(m) && !Number.isNaN(n)) return m - n;
    // What has no number comes after what has one.
    if (Number.isNaN(m) !== Number.isNaN(n)) return Number.isNaN(m) ? 1 : -1;
    return shown(x).localeCompare(shown(y), edition.lang, { numeric: true });
  };
  const sortable = (edition, table) => {
    const body = table.tBodies[0];
    const asMade = [...body.rows];
    const columns = columnsOf(table);
    columns.forEach(([head], at) => {
      const button = make('button', 'sort');
      button.append(...head.childNodes);
      head.append(button);
      button.title = edition.dataset.sort;
      button.addEventListener('click', () => {
        const turn = { none: 'ascending', ascending: 'descending', descending: 'none' };
        const to = turn[head.getAttribute('aria-sort') ?? 'none'];
        for (const [other] of columns) other.removeAttribute('aria-sort');
        if (to !== 'none') head.setAttribute('aria-sort', to);
        const sorted = to === 'none' ? asMade : [...asMade].sort(compare(edition, at));
        body.append(...(to === 'descending' ? sorted.reverse() : sorted));
      });
    });
  };
  const filterable = (edition, table, tools) => {
    const input = make('input');
    input.type = 'search';
    input.placeholder = edition.dataset.filter;
    input.setAttribute('aria-label', edition.dataset.filter);
    input.addEventListener('input', () => {
      const wanted = folded(input.value).split(' ').filter(Boolean);
      for (const row of table.tBodies[0].rows) {
        const text = folded(row.textContent);
        row.hidden = !wanted.every((word) => text.includes(word));
      }
    });
    tools.prepend(input);
  };
  const equip = (edition) => {
    if (edition.dataset.equipped) return;
    edition.dataset.equipped = 'yes';
    for (const table of edition.querySelectorAll('table')) {
      const tools = make('div', 'tools');
      const save = make('button', '', 'CSV');
      save.title = edition.dataset.save;
      save.addEventListener('click', () => {
        const title = table.caption ? shown(table.caption) : '';
        download(nameOf(edition, title, '.csv'), 'text/csv', [csvOf(edition, table)]);
      });
      tools.append(save);
      const count = table.tBodies[0].rows.length;
      if (count > 2) sortable(edition, table);
      if (count > 8) filterable(edition, table, tools);
      table.closest('.scroll').after(tools);
    }
    for (const figure of edition.querySelectorAll('figure, .small')) {
      if (!figure.querySelector('svg')) continue;
      const tools = make('div', 'tools');
      const save = make('button', '', 'SVG');
      save.title = edition.dataset.save;
      save.addEventListener('click', () => {
        const svg = [...figure.querySelectorAll('svg')].find((one) => one.getBoundingClientRect().width > 0);
        if (!svg) return;
        const copy = svg.cloneNode(true);
        const [, , width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
        copy.setAttribute('viewBox', [0, 0, width, height + 24].join(' '));
        copy.setAttribute('height', height + 24);
        const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
        text.setAttribute('y', height + 16);
        text.setAttribute('font-family', 'Arial, sans-serif');
        text.setAttribute('font-size', 10);
        text.textContent = banner(edition);
        copy.append(text);
        const title = shown(figure.querySelector('figcaption') ?? svg.querySelector('title'));
        download(nameOf(edition, title, '.svg'), 'image/svg+xml', [new XMLSerializer().serializeToString(copy)]);
      });
      // Beside the numbers, where they are folded away.
      const numbers = figure.querySelector('details .tools');
      if (numbers) numbers.append(save);
      else {
        tools.append(save);
        figure.append(tools);
      }
    }
    const search = make('div', 'search');
    const input = make('input');
    input.type = 'search';
    input.placeholder = edition.dataset.search;
    input.setAttribute('aria-label', edition.dataset.search);
    const results = make('ul', 'results');
    results.hidden = true;
    input.addEventListener('input', () => {
      const wanted = folded(input.value).split(' ').filter(Boolean);
      const candidates = [...edition.querySelectorAll('main :is(h2, h3, caption, figcaption, p, li, tbody tr, summary)')];
      const found = wanted.join('').length < 2 ? [] : candidates.filter((one) => {
        const text = folded(one.textContent);
        return !one.querySelector('p, li, tr') && wanted.every((word) => text.includes(word));
      });
      const told = (one) => (one.cells ? [...one.cells].map(shown).join(' · ') : shown(one)).slice(0, 120);
      const once = [...new Map(found.map((one) => [told(one), one]).reverse())].reverse();
      results.replaceChildren(...once.slice(0, 12).map(([words, one]) => {
        const item = make('li');
        const button = make('button', '', words);
        button.addEventListener('click', () => {
          for (let at = one.closest('details'); at; at = at.parentElement.closest('details')) at.open = true;
          results.hidden = true;
          one.scrollIntoView({ block: 'center' });
          one.classList.add('found');
          setTimeout(() => one.classList.remove('found'), 4000);
        });
        item.append(button);
        return item;
      }));
      results.hidden = found.length === 0;
    });
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') results.hidden = true;
      if (event.key === 'Enter') results.querySelector('button')?.click();
    });
    search.append(input, results);
    edition.querySelector('.languages').prepend(search);
  };

  const show = (language) => {
    const from = current();
    const to = editions.find((edition) => edition.lang === language);
    if (!to || to === from) return;
    const at = place(from);
    if (dialog.open) dialog.close();
    for (const edition of editions) edition.hidden = edition !== to;
    equip(to);
    root.lang = language;
    document.title = to.dataset.title;
    const same = at && document.getElementById(at.id.replace(/^[a-z]+/, language));
    if (same) same.scrollIntoView();
  };
  let asked = null;
  const spoken = () => /^#(nl|fr|de|en)(?:-|$)/.exec(location.hash)?.[1];
  const follow = () => {
    // Back at the figure that was asked: the page stands where it stood.
    if (asked) {
      asked.focus({ preventScroll: true });
      asked = null;
      return;
    }
    const language = spoken();
    if (!language) return;
    show(language);
    const target = document.getElementById(location.hash.slice(1));
    const fold = target?.closest('details');
    if (fold) fold.open = true;
    if (target && target.id !== language) target.scrollIntoView();
  };
  const copied = async (button, text, told) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = make('textarea', '', text);
      dialog.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
    button.textContent = told;
  };
  const explain = (panel) => {
    const edition = current();
    const title = make('h2', '', panel.closest('details').querySelector('summary').textContent);
    title.id = 'why-title';
    const close = make('button', 'close', edition.dataset.close);
    close.addEventListener('click', () => dialog.close());
    const cite = make('button', 'close', edition.dataset.cite);
    const facts = [...edition.querySelectorAll('.facts > div')].slice(0, 1).map(shown);
    const cited = [title.textContent, shown(edition.querySelector('h1')), ...facts, banner(edition)].join('. ');
    cite.addEventListener('click', () => copied(cite, cited, edition.dataset.cited));
    const copy = panel.cloneNode(true);
    copy.removeAttribute('id');
    dialog.replaceChildren(close, cite, title, copy);
    dialog.lang = edition.lang;
    dialog.showModal();
    dialog.scrollTop = 0;
  };
  // A figure has an address, and Back leads out of it.
  dialog.addEventListener('close', () => {
    if (history.state?.why) history.back();
  });
  addEventListener('popstate', () => {
    if (dialog.open) dialog.close();
  });
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
      asked = why;
      history.pushState({ why: true }, '', why.hash);
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
  equip(current());
  follow();
})();
`;
