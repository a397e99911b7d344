import { unpack } from '../html/unpack.ts';

/** The script of the board's page: it unpacks the scripts of findings, of which each is filled in when its finding is opened. */
export const boardScript = /* js */ `
(function () {
  'use strict';
  var unpack = ${unpack};
  var unpacked = Promise.resolve(document.getElementById('scripts')).then(unpack);
  document.addEventListener('toggle', function (event) {
    var pre = event.target.open ? event.target.querySelector('pre[data-script]') : null;
    if (!pre) return;
    unpacked.then(function (packed) {
      var text = packed.texts[Number(pre.getAttribute('data-script'))];
      pre.firstChild.textContent = text.map(function (part) { return packed.parts[part]; }).join('\\n');
      pre.removeAttribute('data-script');
    }, function () { pre.firstChild.textContent = 'This browser cannot unpack the script. A newer one can.'; });
  }, true);
})();
`;
