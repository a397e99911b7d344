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
    return shelf.scripts[Number(index)].map(function (line) { return shelf.lines[line]; }).join('\\n');
  };
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
  document.addEventListener('click', function (event) {
    var button = event.target.closest('.copy');
    if (!button) return;
    var say = function (word) {
      button.textContent = word;
      setTimeout(function () { button.textContent = 'Copy'; }, 1500);
    };
    copy(wholeText(button.parentElement.querySelector('pre'))).then(
      function () { say('Copied'); },
      function () { say('Not copied'); }
    );
  });

  var form = byId('filter');
  if (!form) return;
  var findings = all('.finding').map(function (element) {
    return { element: element, text: null };
  });
  var textOf = function (finding) {
    // What the reader searches is the finding, not the scripts, which all say the same words.
    if (finding.text === null) {
      var clone = finding.element.cloneNode(true);
      Array.prototype.forEach.call(clone.querySelectorAll('.tabs'), function (tabs) { tabs.remove(); });
      finding.text = clone.textContent.toLowerCase();
    }
    return finding.text;
  };
  var choices = ['level', 'kind', 'member', 'phase', 'baseline'].filter(function (name) { return byId('f-' + name); });
  var faults = all('.fault');
  var wasFiltered = false;
  var fits = function (finding) {
    var words = byId('f-text').value.toLowerCase().split(/\\s+/).filter(Boolean);
    return choices.every(function (name) {
      var wanted = byId('f-' + name).value;
      return wanted === '*' || finding.element.getAttribute('data-' + name) === wanted;
    }) && words.every(function (word) { return textOf(finding).indexOf(word) >= 0; });
  };
  var apply = function () {
    var shown = 0;
    findings.forEach(function (finding) {
      var fit = fits(finding);
      finding.element.hidden = !fit;
      if (fit) shown += 1;
    });
    var filtered = shown < findings.length;
    faults.forEach(function (fault) {
      fault.hidden = !fault.querySelector('.finding:not([hidden])');
      // What was asked for is shown; what was closed before closes again.
      if (filtered && !wasFiltered) fault.setAttribute('data-open', String(fault.open));
      if (filtered) fault.open = true;
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
