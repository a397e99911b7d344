import { unpack } from './unpack.ts';

/** The page's own script: filter, search, links to findings, copying. The page can be read without it. */
export const script = /* js */ `
(function () {
  'use strict';
  var byId = function (id) { return document.getElementById(id); };
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
  document.documentElement.classList.add('js');

  // What the page carries packed: scripts and issues in parts, each part once, and the details of findings.
  var unpack = ${unpack};
  var block = byId('packed');
  var packed = { parts: [], texts: [], cards: [] };
  var isUnpacked = false;
  var ready = Promise.resolve().then(function () { return block ? unpack(block) : packed; }).then(
    function (unpacked) { packed = unpacked; },
    function () { packed = null; }
  ).then(function () { isUnpacked = true; });
  var tooOld = 'This browser cannot unpack this. A newer one can.';
  var wholeText = function (element) {
    var index = element.getAttribute('data-script');
    if (index === null) return element.textContent;
    if (packed === null) return tooOld;
    return packed.texts[Number(index)].map(function (part) { return packed.parts[part]; }).join('\\n');
  };
  var fillScript = function (pre) {
    ready.then(function () { pre.firstChild.textContent = wholeText(pre); });
  };
  var titles = ['curl', 'AWS CLI', 'boto3', 'paws (R)', 'JavaScript'];
  var make = function (name, parent, text) {
    var element = document.createElement(name);
    if (text) element.textContent = text;
    parent.appendChild(element);
    return element;
  };
  // Details and tabs of a finding are made when it is opened: most are never looked at.
  var fill = function (finding) {
    var place = finding.querySelector('[data-card]');
    if (place) {
      if (packed === null) place.textContent = tooOld;
      else place.innerHTML = packed.cards[Number(place.getAttribute('data-card'))];
      place.removeAttribute('data-card');
    }
    var tabs = finding.querySelector('.tabs[data-scripts]');
    if (tabs && !tabs.querySelector('details')) fillTabs(tabs);
  };
  var fillTabs = function (tabs) {
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
    if (opened.className === 'finding') ready.then(function () { fill(opened); });
    var pre = opened.querySelector(':scope > pre[data-script]');
    if (pre) fillScript(pre);
  }, true);

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
  document.addEventListener('click', function (event) {
    var button = event.target.closest('.copy, .issue');
    if (!button) return;
    var label = button.className === 'issue' ? 'Copy as issue' : 'Copy';
    var say = function (word) {
      button.textContent = word;
      setTimeout(function () { button.textContent = label; }, 1500);
    };
    var source = button.className === 'issue' ? button : button.parentElement.querySelector('pre');
    ready.then(function () { return copy(wholeText(source)); }).then(
      function () { say('Copied'); },
      function () { say('Not copied'); }
    );
  });

  // Closed parts are not printed: for the printer every cause opens, and closes again after it.
  var openedToPrint = [];
  addEventListener('beforeprint', function () {
    openedToPrint = all('.fault:not([open])');
    openedToPrint.forEach(function (fault) { fault.open = true; });
  });
  addEventListener('afterprint', function () {
    openedToPrint.forEach(function (fault) { fault.open = false; });
  });

  var form = byId('filter');
  if (!form) return;
  var findings = all('.finding').map(function (element) {
    return { element: element, fault: element.closest('.fault'), text: null };
  });
  var marks = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  var plainText = function (markup) {
    return markup.replace(/<[^>]*>/g, ' ').replace(/&(lt|gt|quot|#39|amp);/g, function (_, name) { return marks[name]; });
  };
  var textOf = function (finding) {
    if (finding.text !== null) return finding.text;
    // What the reader searches is the finding, not the scripts, which all say the same words.
    var clone = finding.element.cloneNode(true);
    var tabs = clone.querySelector('.tabs');
    if (tabs) tabs.remove();
    var place = clone.querySelector('[data-card]');
    var details = place && packed ? packed.cards[Number(place.getAttribute('data-card'))] : '';
    var text = (clone.textContent + plainText(details || '')).toLowerCase();
    if (isUnpacked) finding.text = text;
    return text;
  };
  // The texts are made before the first search, a few at a time, so that it answers at once.
  var prepare = function (from) {
    findings.slice(from, from + 20).forEach(textOf);
    if (from + 20 < findings.length) setTimeout(prepare, 0, from + 20);
  };
  ready.then(function () { prepare(0); });
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
