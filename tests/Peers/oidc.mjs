// An identity provider (OpenID Connect) that signs in whoever writes a name, with the address name@example.org.
// Prints "port N".
import Provider from 'oidc-provider';
import { createServer } from 'node:http';

const server = createServer();
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => {
  const { port } = server.address();
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [{ client_id: 'maillage', client_secret: 'secret-of-the-tests', redirect_uris: ['https://example.org/connexion/retour/essai'] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@example.org`, email_verified: true, name: `${id} du fournisseur` }),
    }),
    cookies: { keys: ['only for tests'] },
  });
  // The site of a test listens on a port that nobody knows beforehand.
  provider.Client.prototype.redirectUriAllowed = (address) => new URL(address).pathname === '/connexion/retour/essai';
  server.on('request', provider.callback());
  process.stdout.write(`port ${port}\n`);
});
process.stdin.resume().on('end', () => process.exit());
