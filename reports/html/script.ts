/** The page's own script: filter, search, links to findings, copying. The page can be read without it. */
export const script = /* js */ `
(function () {
  'use strict';
  var byId = function (id) { return document.getElementById(id); };
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
  document.documentElement.classList.add('js');

  // Scripts that the page carries as lines, each line once.
  var block = byId('shelf');
  var shelf = block ? JSON.parse(block.textContent) : { lines: [], scripts: [] };
  var wholeText = function (pre) {
    var index = pre.getAttribute('data-script');
    if (index === null) return pre.textContent;
    var runs = shelf.scripts[Number(index)];
    var lines = [];
    for (var at = 0; at < runs.length; at += 2) lines = lines.concat(shelf.lines.slice(runs[at], runs[at] + runs[at + 1]));
    return lines.join('\\n');
  };
  var titles = ['curl', 'AWS CLI', 'boto3', 'paws (R)', 'JavaScript'];
  var make = function (name, parent, text) {
    var element = document.createElement(name);
    if (text) element.textContent = text;
    parent.appendChild(element);
    return element;
  };
  // The tabs of a finding are made when it is opened: most are never looked at.
  var fillTabs = function (tabs) {
    if (tabs.querySelector('details')) return;
    tabs.getAttribute('data-scripts').split(' ').forEach(function (index, place) {
      var tab = make('details', tabs);
      tab.setAttribute('name', tabs.closest('.finding').id);
      make('summary', tab, titles[place]);
      var button = make('button', tab, 'Copy');
      button.type = 'button';
      button.className = 'copy';
      var pre = make('pre', tab);
      pre.tabIndex = 0;
      pre.setAttribute('data-script', index);
      make('code', pre);
    });
  };
  document.addEventListener('toggle', function (event) {
    var opened = event.target;
    if (!opened.open) return;
    if (opened.className === 'finding') {
      var tabs = opened.querySelector('.tabs[data-scripts]');
      if (tabs) fillTabs(tabs);
    }
    var pre = opened.querySelector(':scope > pre[data-script]');
    if (pre) pre.firstChild.textContent = wholeText(pre);
  }, true);
  all('.tabs > details').forEach(function (tab) {
    tab.addEventListener('toggle', function () {
      var pre = tab.querySelector('pre[data-script]');
      if (!pre || !tab.open) return;
      pre.firstChild.textContent = wholeText(pre);
    });
  });

  var copyByHand = function (text) {
    var area = document.createElement('textarea');
    area.value = text;
    document.body.appendChild(area);
    area.select();
    var done = document.execCommand('copy');
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error('refused'));
  };
  var copy = function (text) {
    if (!navigator.clipboard) return copyByHand(text);
    return navigator.clipboard.writeText(text).catch(function () { return copyByHand(text); });
  };
  // The same as "poolproof report --report issue --finding ID" prints, from what the page holds of the finding.
  var issueOf = function (finding) {
    var text = function (selector) {
      var element = finding.querySelector(selector);
      return element ? element.textContent.trim() : '';
    };
    var tabs = finding.querySelector('.tabs');
    if (tabs.hasAttribute('data-scripts')) fillTabs(tabs);
    var pre = tabs.querySelector('pre');
    var fence = '\u0060\u0060\u0060\u0060';
    var evidence = Array.prototype.map.call(finding.querySelectorAll('.evidence li'), function (item) {
      return '- ' + item.textContent.trim().replace(/\\s+/g, ' ');
    });
    var about = byId('about').textContent.trim();
    return [
      '# UpdateUserPool: ' + text('.where code') + ': ' + text('.says'),
      '## What AWS does', text('.compare div:first-child dd'), evidence.join('\\n'),
      '## What ' + document.querySelector('h1').textContent.trim() + ' does', text('.compare div:last-child dd'),
      '## Script', fence + 'sh\\n' + (pre ? wholeText(pre) : '') + '\\n' + fence,
      '## Versions', '- ' + about, '- finding ' + text('.ids code:last-of-type')
    ].join('\\n\\n') + '\\n';
  };
  document.addEventListener('click', function (event) {
    var button = event.target.closest('.copy, .issue');
    if (!button) return;
    var label = button.className === 'issue' ? 'Copy as issue' : 'Copy';
    var say = function (word) {
      button.textContent = word;
      setTimeout(function () { button.textContent = label; }, 1500);
    };
    copy(label === 'Copy' ? wholeText(button.parentElement.querySelector('pre')) : issueOf(button.closest('.finding'))).then(
      function () { say('Copied'); },
      function () { say('Not copied'); }
    );
  });

  var form = byId('filter');
  if (!form) return;
  var findings = all('.finding').map(function (element) {
    return { element: element, fault: element.closest('.fault'), text: null };
  });
  var textOf = function (finding) {
    // What the reader searches is the finding, not the scripts, which all say the same words.
    if (finding.text === null) {
      finding.text = Array.prototype.map.call(finding.element.querySelectorAll('summary, .card > :not(.tabs)'), function (part) {
        return part.closest('.tabs') ? '' : part.textContent;
      }).join(' ').toLowerCase();
    }
    return finding.text;
  };
  var choices = ['level', 'kind', 'member', 'phase', 'baseline'].filter(function (name) { return byId('f-' + name); });
  var faults = all('.fault');
  var wasFiltered = false;
  var fits = function (finding, words, wishes) {
    return choices.every(function (name) {
      return wishes[name] === '*' || finding.element.getAttribute('data-' + name) === wishes[name];
    }) && words.every(function (word) { return textOf(finding).indexOf(word) >= 0; });
  };
  var apply = function () {
    var shown = 0;
    var words = byId('f-text').value.toLowerCase().split(/\\s+/).filter(Boolean);
    var wishes = {};
    choices.forEach(function (name) { wishes[name] = byId('f-' + name).value; });
    var counts = new Map();
    findings.forEach(function (finding) {
      var fit = fits(finding, words, wishes);
      if (finding.element.hidden === fit) finding.element.hidden = !fit;
      if (fit) shown += 1;
      if (fit) counts.set(finding.fault, (counts.get(finding.fault) || 0) + 1);
    });
    var filtered = shown < findings.length;
    faults.forEach(function (fault) {
      var count = counts.get(fault) || 0;
      if (fault.hidden !== (count === 0)) fault.hidden = count === 0;
      fault.querySelector('.count').textContent = count + (count === 1 ? ' finding' : ' findings');
      // What was asked for is shown; what was closed before closes again.
      if (filtered && !wasFiltered) fault.setAttribute('data-open', String(fault.open));
      // Many closed findings are quicker to show than many causes are to read, but not at once.
      if (filtered) fault.open = count <= 60;
      else if (wasFiltered) fault.open = fault.getAttribute('data-open') === 'true';
    });
    wasFiltered = filtered;
    byId('shown').textContent = shown + ' of ' + findings.length + ' shown';
    byId('nothing').hidden = shown > 0;
  };
  form.hidden = false;
  form.addEventListener('input', apply);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  byId('all').addEventListener('click', function () {
    var open = byId('all').textContent === 'Open all';
    findings.forEach(function (finding) { finding.element.open = open; });
    if (open) faults.forEach(function (fault) { fault.open = true; });
    byId('all').textContent = open ? 'Close all' : 'Open all';
  });

  // A link to a finding or to a fault opens it, even one that the filter hides.
  var reveal = function () {
    var element = byId(decodeURIComponent(location.hash.slice(1)));
    if (!element || !/^(finding|fault)$/.test(element.className)) return;
    var fault = element.closest('.fault');
    if (element.hidden || fault.hidden) {
      form.reset();
      apply();
    }
    fault.open = true;
    element.open = true;
    element.scrollIntoView();
  };
  apply();
  addEventListener('hashchange', reveal);
  reveal();
})();
`;
