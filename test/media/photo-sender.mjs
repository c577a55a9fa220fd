// Sends photos over several connections and says how long it took: a process of its own, so that who sends takes no time
// from who receives. Settings come as JSON in SENDER: url, cookie, connections, photos, bytes, seed.
import { createHash, randomFillSync } from 'node:crypto';
import { Agent, request } from 'node:http';

const { url, cookie, connections, photos, bytes } = JSON.parse(process.env.SENDER);
const head = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffc0000b080010001001011100ffda0008010100003f00',
  'hex',
);

function photo() {
  const scan = randomFillSync(Buffer.alloc(bytes - head.length - 2));
  for (let at = 0; at < scan.length; at += 1) if (scan[at] === 0xff) scan[at] = 0xfe;
  return Buffer.concat([head, scan, Buffer.from('ffd9', 'hex')]);
}

const waiting = Array.from({ length: photos }, () => {
  const content = photo();
  return { content, hash: createHash('sha256').update(content).digest('hex') };
});
const agent = new Agent({ keepAlive: true, maxSockets: connections });

function send({ content, hash }) {
  return new Promise((resolve, reject) => {
    const headers = {
      cookie,
      'content-type': 'application/octet-stream',
      'content-length': content.length,
      'upload-offset': 0,
      'upload-length': content.length,
    };
    const sending = request(`${url}/api/v1/media/${hash}`, { method: 'PUT', agent, headers }, (answer) => {
      let text = '';
      answer.on('data', (part) => (text += part));
      answer.on('end', () => (JSON.parse(text).complete ? resolve() : reject(new Error(text))));
    });
    sending.on('error', reject);
    sending.end(content);
  });
}

const took = [];
const since = performance.now();
await Promise.all(
  Array.from({ length: connections }, async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const begun = performance.now();
      await send(next);
      took.push(performance.now() - begun);
    }
  }),
);
const ms = performance.now() - since;
took.sort((one, other) => one - other);
const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))];
process.stdout.write(JSON.stringify({ perSecond: photos / (ms / 1000), p50: at(0.5), p99: at(0.99) }));
agent.destroy();
