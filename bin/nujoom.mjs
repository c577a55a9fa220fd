#!/usr/bin/env node
// The `nujoom` command. See node-version.mjs for the words allowed here.
import { nodeIsNewEnough } from './node-version.mjs';

if (nodeIsNewEnough()) {
  import('./prepare.mjs')
    .then(function (bin) {
      return bin.prepareAndRun('nujoom', process.argv.slice(2));
    })
    .catch(function (error) {
      process.stderr.write(error.message + '\n');
      process.exitCode = 1;
    });
}
