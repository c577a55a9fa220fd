import Fastify from 'fastify';

/** A bare server that says hello: what a page is measured against. */
const server = Fastify();
server.get('/', (_request, reply) =>
  reply.type('text/html; charset=utf-8').send('<!doctype html><title>hello</title>'),
);
await server.listen({ port: 0, host: '127.0.0.1' });
const address = server.server.address();
process.send?.({ listening: typeof address === 'object' ? address?.port : 0 });
