/**
 * The script of the page: language, dialog, tooltips, search, sorting, filters, downloads, printing, also in short. Without it every language is still
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
    const quotes = { fr: ['«\\u00a0', '\\u00a0»'], de: ['„', '“'] }[element.closest('.edition')?.lang] ?? ['“', '”'];
    const copy = element.cloneNode(true);
    for (const unseen of copy.querySelectorAll('.vh, sup, .mark, .tools, .under, svg')) unseen.remove();
    // Their marks are drawn by the browser and are no text.
    for (const quote of copy.querySelectorAll('q')) quote.replaceWith(quotes[0] + quote.textContent + quotes[1]);
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
  // What a workbook would run as a formula is text.
  const safe = (text) => (/^[=+@\\t\\r]|^-(?![\\d.,])/.test(text) ? "'" + text : text);
  const rowsOf = (table) => [...table.tBodies[0].rows].filter((row) => !row.hidden).map((row) =>
    [...row.cells].map((one) => {
      const { value } = one.dataset;
      const text = shown(one);
      // A number that stands with a word (almost, at least, a unit) is not that number alone.
      return value === undefined || /[\\p{L}≥≤]/u.test(text) ? safe(text) : Number(value);
    }),
  );
  const sourceOf = (edition) => [...edition.querySelectorAll('.facts > div')].slice(0, 1).map(shown);
  const csvOf = (edition, table) => {
    const comma = edition.lang !== 'en';
    const mark = comma ? ';' : ',';
    const quote = (text) => '"' + text.replaceAll('"', '""') + '"';
    const cell = (one) => (typeof one === 'string' ? quote(one) : comma ? String(one).replace('.', ',') : one);
    const after = [table.caption ? shown(table.caption) : '', shown(edition.querySelector('h1')), banner(edition)];
    const lines = [
      columnsOf(table).map(([, name]) => safe(name)),
      ...rowsOf(table),
      [],
      ...after.filter(Boolean).map((text) => [text]),
    ];
    return '\\ufeff' + lines.map((line) => line.map(cell).join(mark)).join('\\r\\n') + '\\r\\n';
  };

  const xml = (text) => text.replace(/[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  // A zip whose files are stored as they are.
  const zipOf = (files) => {
    const table = Uint32Array.from({ length: 256 }, (_, n) => {
      for (let bit = 0; bit < 8; bit += 1) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
      return n;
    });
    const numbers = (...sized) => new Uint8Array(sized.flatMap(([size, n]) => Array.from({ length: size }, (_, at) => (n >>> (8 * at)) & 255)));
    const [parts, listed] = [[], []];
    let [at, length] = [0, 0];
    for (const [name, text] of files) {
      const [path, bytes] = [name, text].map((one) => new TextEncoder().encode(one));
      const sum = ~bytes.reduce((crc, byte) => table[(crc ^ byte) & 255] ^ (crc >>> 8), -1);
      // Version, flags, method, and 1 January 1980 as the day.
      const head = [[2, 20], [2, 0x800], [2, 0], [2, 0], [2, 33], [4, sum], [4, bytes.length], [4, bytes.length], [2, path.length], [2, 0]];
      parts.push(numbers([4, 0x04034b50], ...head), path, bytes);
      const entry = numbers([4, 0x02014b50], [2, 20], ...head, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]);
      listed.push(entry, path);
      at += 30 + path.length + bytes.length;
      length += entry.length + path.length;
    }
    return [...parts, ...listed, numbers([4, 0x06054b50], [4, 0], [2, files.length], [2, files.length], [4, length], [4, at], [2, 0])];
  };
  const xlsxOf = (edition, table) => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const packed = 'http://schemas.openxmlformats.org/package/2006';
    const letters = (n) => (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));
    const heads = columnsOf(table).map(([, name]) => safe(name));
    const rows = rowsOf(table);
    const notes = [...(table.closest('.table')?.querySelectorAll('.legend, .notes li') ?? [])].map(shown);
    const source = [shown(edition.querySelector('h1')), ...sourceOf(edition)].join(' · ');
    const lines = [
      [banner(edition)], [table.caption ? shown(table.caption) : ''], [source], [], heads, ...rows, [],
      ...notes.map((note) => [safe(note)]),
    ];
    const cell = (one, at, row) => {
      const place = ' r="' + letters(at) + (row + 1) + '"';
      const look = row < 5 ? ' s="1"' : '';
      return typeof one === 'number'
        ? '<c' + place + '><v>' + one + '</v></c>'
        : '<c' + place + look + ' t="inlineStr"><is><t xml:space="preserve">' + xml(one) + '</t></is></c>';
    };
    const widths = heads.map((name, at) => Math.min(60, Math.max(10, name.length + 4, ...rows.map((row) => String(row[at] ?? '').length + 2))));
    const range = 'A5:' + letters(heads.length - 1) + (5 + rows.length);
    const name = xml((table.caption ? shown(table.caption) : '').replace(/[[\\]:*?/\\\\']/g, ' ').slice(0, 31).trim() || 'data');
    const sheet = '<worksheet xmlns="' + main + '"><sheetViews><sheetView workbookViewId="0"><pane ySplit="5" topLeftCell="A6" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
      + '<cols>' + widths.map((width, at) => '<col min="' + (at + 1) + '" max="' + (at + 1) + '" width="' + width + '" customWidth="1"/>').join('') + '</cols><sheetData>'
      + lines.map((line, row) => '<row r="' + (row + 1) + '">' + line.map((one, at) => cell(one, at, row)).join('') + '</row>').join('')
      + '</sheetData><autoFilter ref="' + range + '"/><headerFooter><oddHeader>&amp;C' + xml(banner(edition).replaceAll('&', '&&').slice(0, 240)) + '</oddHeader></headerFooter></worksheet>';
    const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
    const relations = (...list) => '<Relationships xmlns="' + packed + '/relationships">' + list.map(([kind, target], at) => '<Relationship Id="rId' + (at + 1) + '" Type="' + office + '/' + kind + '" Target="' + target + '"/>').join('') + '</Relationships>';
    return zipOf([
      ['[Content_Types].xml', '<Types xmlns="' + packed + '/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + [['workbook', 'sheet.main'], ['worksheets/sheet1', 'worksheet'], ['styles', 'styles']].map(([part, type]) => '<Override PartName="/xl/' + part + '.xml" ContentType="' + types + type + '+xml"/>').join('') + '</Types>'],
      ['_rels/.rels', relations(['officeDocument', 'xl/workbook.xml'])],
      ['xl/workbook.xml', '<workbook xmlns="' + main + '" xmlns:r="' + office + '"><sheets><sheet name="' + name + '" sheetId="1" r:id="rId1"/></sheets></workbook>'],
      ['xl/_rels/workbook.xml.rels', relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml'])],
      ['xl/styles.xml', '<styleSheet xmlns="' + main + '"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>'],
      ['xl/worksheets/sheet1.xml', sheet],
    ].map(([path, text]) => [path, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text]));
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
      tools.dataset.cut = edition.dataset.cut;
      for (const [label, type, of] of [['CSV', 'text/csv', (...of) => [csvOf(...of)]], ['XLSX', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', xlsxOf]]) {
        const save = make('button', '', label);
        save.title = edition.dataset.save;
        save.addEventListener('click', () => {
          const title = table.caption ? shown(table.caption) : '';
          download(nameOf(edition, title, '.' + label.toLowerCase()), type, of(edition, table));
        });
        tools.append(save);
      }
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
    const framed = [...edition.querySelectorAll('.finding[data-frames]')];
    const frames = [...new Set(framed.flatMap((one) => one.dataset.frames.split('|')))].sort();
    // Where all have the same there is nothing to choose.
    if (new Set([...edition.querySelectorAll('.finding')].map((one) => one.dataset.frames)).size > 1) {
      const label = make('label', '', edition.dataset.frame + ' ');
      const choice = make('select');
      choice.append(...[edition.dataset.every, ...frames].map((name) => make('option', '', name)));
      choice.addEventListener('change', () => {
        const wanted = choice.selectedIndex === 0 ? null : choice.value;
        for (const one of edition.querySelectorAll('.finding'))
          one.hidden = wanted !== null && !(one.dataset.frames ?? '').split('|').includes(wanted);
      });
      label.append(choice);
      const tools = make('div', 'tools');
      tools.append(label);
      framed[0].closest('.findings').before(tools);
    }
    const brief = make('button', 'briefly', edition.dataset.brief);
    brief.addEventListener('click', () => {
      root.classList.add('short');
      print();
    });
    const masthead = make('div', 'tools');
    masthead.append(brief);
    edition.querySelector('.masthead').append(masthead);
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
        return !one.closest('.brief') && !one.querySelector('p, li, tr') && wanted.every((word) => text.includes(word));
      });
      // Of a long text, whole words: from its beginning where that holds what is looked for, else from shortly before it. A number stays whole.
      const told = (one) => {
        const words = (one.cells ? [...one.cells].map(shown).join(' · ') : shown(one)).split(/(?<!\\d) | (?!\\d)/);
        const at = words.findIndex((word) => wanted.some((part) => folded(word).includes(part)));
        const from = words.slice(0, at + 1).join(' ').length <= 110 ? 0 : Math.max(0, at - 5);
        let to = from + 1;
        while (to < words.length && words.slice(from, to + 1).join(' ').length <= 120) to += 1;
        return (from > 0 ? '… ' : '') + words.slice(from, to).join(' ') + (to < words.length ? ' …' : '');
      };
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
      if (found.length === 0 && wanted.join('').length > 2) results.append(nothing(wanted, candidates));
      results.hidden = results.childElementCount === 0;
    });
    // Words of the report nearest to those looked for, where one or two letters are others.
    const nearest = (word, known) => {
      const most = word.length < 6 ? 1 : 2;
      const [best] = known
        .filter((one) => Math.abs(one.length - word.length) <= most)
        .map((one) => [one, apart(word, one)])
        .filter(([, by]) => by <= most)
        .sort((a, b) => a[1] - b[1]);
      return known.includes(word) || /\\d/.test(word) ? word : best?.[0];
    };
    const apart = (a, b) => {
      let row = Array.from({ length: b.length + 1 }, (_, at) => at);
      for (let i = 1; i <= a.length; i += 1)
        row = row.reduce((next, _, j) => [...next, j === 0 ? i : Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))], []);
      return row[b.length];
    };
    const nothing = (wanted, candidates) => {
      const known = [...new Set(candidates.flatMap((one) => folded(one.textContent).split(/[^\\p{L}\\d]+/u)))];
      const likely = wanted.map((word) => nearest(word, known));
      const item = make('li', 'nothing', edition.dataset.nothing);
      if (likely.every(Boolean) && likely.join(' ') !== wanted.join(' ')) {
        const button = make('button', '', likely.join(' '));
        button.addEventListener('click', () => {
          input.value = likely.join(' ');
          input.dispatchEvent(new Event('input'));
        });
        item.append(' ', button);
      }
      return item;
    };
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
    cue();
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
    const cited = [title.textContent, shown(edition.querySelector('h1')), ...sourceOf(edition), banner(edition)].join('. ');
    cite.addEventListener('click', () => copied(cite, cited, edition.dataset.cited));
    const copy = panel.cloneNode(true);
    copy.removeAttribute('id');
    dialog.replaceChildren(close, cite, title, copy);
    dialog.lang = edition.lang;
    dialog.showModal();
    dialog.scrollTop = 0;
  };
  // Why, in short: at a figure that is pointed at or reached by keyboard. It stays while it is pointed at, and Escape ends it.
  const tip = make('div', 'tip');
  tip.id = 'tip';
  tip.role = 'tooltip';
  tip.hidden = true;
  let tipped = null;
  const untip = () => {
    tipped?.removeAttribute('aria-describedby');
    tipped = null;
    tip.hidden = true;
  };
  const showTip = (event) => {
    const why = event.target.closest?.('a.why');
    const panel = why && document.getElementById(why.hash.slice(1));
    if (!panel) {
      if (!event.target.closest?.('.tip')) untip();
      return;
    }
    if (why === tipped) return;
    untip();
    const [says] = panel.querySelectorAll('p');
    const address = panel.querySelector('a.url') ?? panel.querySelector('.from code');
    tip.replaceChildren(
      make('p', 'role', panel.closest('details').querySelector('summary').textContent),
      ...[says].filter(Boolean).map((one) => make('p', '', one.textContent)),
      ...[address].filter(Boolean).map((one) => make('p', 'from', one.textContent)),
    );
    current().querySelector('main').append(tip);
    tip.hidden = false;
    tipped = why;
    why.setAttribute('aria-describedby', 'tip');
    const { left, top, bottom } = why.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = tip;
    const above = bottom + offsetHeight > innerHeight && top > offsetHeight;
    tip.style.left = Math.max(12, Math.min(left, root.clientWidth - offsetWidth - 12)) + scrollX + 'px';
    tip.style.top = (above ? top - offsetHeight : bottom) + scrollY + 'px';
  };
  document.addEventListener('pointerover', showTip);
  document.addEventListener('focusin', showTip);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') untip();
  });
  const cue = () => {
    for (const scroll of current().querySelectorAll('.scroll'))
      scroll.classList.toggle('cut', scroll.scrollWidth > scroll.clientWidth + 1);
  };
  addEventListener('resize', cue);
  document.addEventListener('toggle', cue, true);

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
      untip();
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
    root.classList.remove('short');
  });
  equip(current());
  cue();
  follow();
})();
`;
