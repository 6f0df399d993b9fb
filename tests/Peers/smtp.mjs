// A mail server (SMTP) that behaves as the name of the recipient says:
//   refuse-…  refused for good             later-…  refused for now, the first time
//   drop-…    hangs up before the message  lost-…   takes the message and hangs up without answering
//   stall-…   takes the message and never answers
// Prints "port N", then each message that it takes, one JSON object per line: { to, source (base 64) };
// what it reads, it prints after them.
import { SMTPServer } from 'smtp-server';

const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });
const postponed = new Set();
const socketOf = (session) => [...server.connections].find((one) => one.session === session)._socket;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  size: 10 * 1024 * 1024,
  onRcptTo({ address }, session, callback) {
    const way = address.split(/[-@]/)[0];
    if (way === 'refuse') return callback(refusal(550, 'No such mailbox'));
    if (way === 'later' && !postponed.has(address)) {
      postponed.add(address);
      return callback(refusal(451, 'Come back later'));
    }
    if (way === 'drop') return socketOf(session).destroy();
    return callback();
  },
  onData(stream, session, callback) {
    const to = session.envelope.rcptTo[0].address;
    const way = to.split(/[-@]/)[0];
    const parts = [];
    stream.on('data', (part) => parts.push(part));
    stream.on('end', () => {
      process.stdout.write(JSON.stringify({ to, source: Buffer.concat(parts).toString('base64') }) + '\n');
      if (way === 'lost') return socketOf(session).destroy();
      if (way !== 'stall') callback(null, 'Taken');
    });
  },
});
server.on('error', () => {});
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => process.stdout.write(`port ${server.server.address().port}\n`));
process.stdin.on('data', (line) => process.stdout.write(line)).on('end', () => process.exit());
