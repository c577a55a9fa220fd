import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OtherWebsite {
  readonly url: string;
  close(): Promise<void>;
}

/** Styles that would ruin everything they reach. */
const hostileStyle = `* { color: red !important; background: yellow !important; font: 5px/1 cursive !important; border: 0 !important;
  padding: 0 !important; letter-spacing: 20px !important; text-transform: uppercase !important; direction: ltr !important }
  html { font-size: 4px } label, button, fieldset { display: none !important } input { opacity: 0 !important }`;

/**
 * The website of a service, of another origin, with a strict policy and hostile styles. It asks with the script of ours.
 * @param language of the survey; the page itself is in English
 */
export async function otherWebsite(platform: string, code: string, language: string): Promise<OtherWebsite> {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A service</title>
    <link rel="stylesheet" href="/style.css"><script src="${platform}/embed.js" defer></script></head>
    <body><main><h1>A service</h1><nujoom-survey code="${code}" language="${language}"></nujoom-survey></main></body></html>`;
  const policy = `default-src 'none'; script-src ${platform}; connect-src ${platform}; style-src 'self'`;
  const server = createServer((request, response) => {
    const isStyle = request.url === '/style.css';
    response.writeHead(request.url === '/' || isStyle ? 200 : 404, {
      'content-type': isStyle ? 'text/css' : 'text/html; charset=utf-8',
      'content-security-policy': policy,
    });
    response.end(isStyle ? hostileStyle : page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    // Another name, so that it is another site and not only another port.
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
