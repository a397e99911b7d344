#!/usr/bin/env node
'use strict';
// What any Node.js can read: only this file knows that the others need a newer one.
var path = require('path');
var fs = require('fs');

var needed = '22.18';
var parts = process.versions.node.split('.').map(Number);
var isOld = parts[0] < 22 || (parts[0] === 22 && parts[1] < 18);

if (isOld) {
  process.stderr.write(
    'error[old-node]: poolproof needs Node.js ' +
      needed +
      ' or newer, and this is ' +
      process.versions.node +
      '.\n' +
      '  hint: Install a newer Node.js, or choose one with your version manager, and run it again.\n',
  );
  process.exitCode = 2;
} else {
  // Compiling the modules is half the run time of a short command; the cache skips it from the second start on.
  require('module').enableCompileCache();
  var built = path.join(__dirname, 'main.js');
  var main = fs.existsSync(built) ? built : path.join(__dirname, 'main.ts');
  import(require('url').pathToFileURL(main).href);
}
