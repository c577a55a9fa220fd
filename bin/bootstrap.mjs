// What `npm start`, `npm test` and `npm run bench` run first. See node-version.mjs for the words allowed here.
import { nodeIsNewEnough } from './node-version.mjs';

if (nodeIsNewEnough()) {
  import('./prepare.mjs')
    .then(function (bin) {
      return bin.prepareAndRun(process.argv[2], process.argv.slice(3));
    })
    .catch(function (error) {
      process.stderr.write(error.message + '\n');
      process.exitCode = 1;
    });
}
