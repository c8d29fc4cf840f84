// Applications and captures that send, and what happens during a run, as the scenario document declares them.

import { assumed, choice, type Field, group, list, number, quantity, scalar, source, text, toggle, variant } from './fields.ts';
import { MAX_LOGICAL_PROCESSORS } from './schema-host.ts';
import { NAME } from './schema-nic.ts';

const HOUR = 3600 * 1_000_000_000_000;
const hostName = { maxLength: 31, pattern: `^${NAME}$`, form: 'the name of a host' };
const adapterName = { maxLength: 31, pattern: `^${NAME}$`, form: 'the name of an adapter' };
/** TCP_UPLOAD_REASON of the NDIS chimney interface, and the known issue of Windows Firewall. */
const uploadReasons = {
  'hardware-failure': 'Hardware failure',
  'invalid-state': 'Invalid state',
  'received-urgent-data': 'Received urgent data',
  'timeout-expiration': 'Timeout expiration',
  'upload-requested': 'Upload requested',
  'high-drop-rate': 'High drop rate',
  'high-fragmentation': 'High fragmentation',
  'high-out-of-order-packets': 'High number of out-of-order packets',
  'low-activity': 'Low activity',
  'no-buffer-preposting': 'No buffer preposting',
  'small-io': 'Small I/O',
  'firewall': 'Windows Firewall',
} as const;
const setHere = assumed('Set in the scenario.');

const duration = (label: string, help: string) =>
  ({ label, help, dimension: 'duration', min: 0, max: 2 * HOUR, evidence: setHere }) as const;
const size = (label: string, help: string, initial: string) =>
  quantity({ label, help, dimension: 'size', min: 1, max: 16 * 1024 * 1024, default: initial, evidence: setHere });

const at = quantity({ ...duration('Time', 'When it happens.'), default: 0 });
const start = quantity({ ...duration('Start', 'When it begins.'), default: 0 });

const processorList = (label: string) =>
  list({
    label,
    help: 'Logical processors that the threads are bound to; the connections are dealt to them in turn.',
    item: number({
      label: 'Processor',
      unit: '',
      min: 0,
      max: MAX_LOGICAL_PROCESSORS - 1,
      help: 'Number of a logical processor of the host.',
      evidence: setHere,
    }),
    min: 1,
    max: MAX_LOGICAL_PROCESSORS,
    derived: 'any processor: where the thread was woken',
  });

const program = (label: string, side: string) =>
  text({
    label,
    help: `Path of the program at the ${side}, as the application table of chimney names it.`,
    maxLength: 260,
    pattern: '^[^\\u0000-\\u001f"]+$',
    form: 'a path',
    derived: 'a usual program of this kind (assumed)',
  });

const service = text({
  label: 'To',
  help: 'Host and port of the server, HOST:PORT or HOST.ADAPTER:PORT.',
  maxLength: 69,
  pattern: `^${NAME}(\\.${NAME})?:[0-9]{1,5}$`,
  form: 'HOST:PORT or HOST.ADAPTER:PORT, such as server:80',
  fault: (target) => {
    const port = Number(target.slice(target.indexOf(':') + 1));
    return port >= 1 && port <= 65_535 ? null : `${port} is not a port from 1 to 65535.`;
  },
});

const family = choice({
  label: 'Family',
  help: 'Which addresses of the two hosts are used.',
  choices: { ipv4: 'IPv4', ipv6: 'IPv6' },
  default: 'ipv4',
});

const connections = {
  to: service,
  family,
  start,
  connections: number({
    label: 'Connections',
    unit: 'connections',
    min: 1,
    max: 10_000,
    help: 'How many are opened.',
    default: 1,
    evidence: setHere,
  }),
  interval: quantity({ ...duration('Interval', 'Time from the start of one connection to that of the next.'), default: 0 }),
  duration: quantity({ ...duration('Duration', 'How long it goes on; connections are closed then.'), derived: 'no limit of time' }),
  bufferSize: size('Buffer size', 'Bytes of one send or receive request.', '64 KiB'),
  postedReceives: number({
    label: 'Posted receives',
    unit: 'requests',
    min: 0,
    max: 64,
    help: 'Receive requests that the receiver keeps posted; with 0 data waits in the stack and is copied once more.',
    default: 1,
    evidence: setHere,
  }),
  clientProcessors: processorList('Client processors'),
  serverProcessors: processorList('Server processors'),
  clientProgram: program('Client program', 'client'),
  serverProgram: program('Server program', 'server'),
} satisfies Record<string, Field>;

const client = { maxLength: 63, pattern: `^${NAME}(\\.${NAME})?$`, form: 'HOST or HOST.ADAPTER' };
const from = text({ label: 'From', help: 'Host of the client, or one of its adapters.', ...client });
const optionalFrom = text({
  label: 'From',
  help: 'Host of the client, or one of its adapters.',
  ...client,
  derived: 'nobody: the server waits for the outside',
});

const transport = choice({
  label: 'Transport',
  help: 'TCP, or UDP where the service exists over it.',
  choices: { tcp: 'TCP', udp: 'UDP' },
  default: 'tcp',
});

const bytes = quantity({
  label: 'Bytes',
  help: 'Bytes that each connection carries before it is closed.',
  dimension: 'size',
  min: 1,
  max: 2 ** 50,
  derived: 'no limit of bytes',
  evidence: setHere,
});

const count = number({
  label: 'Count',
  unit: 'exchanges',
  min: 1,
  max: 1_000_000_000,
  help: 'Exchanges of each connection before it is closed.',
  derived: 'no limit of exchanges',
  evidence: setHere,
});

const pause = quantity({ ...duration('Pause', 'Time from an answer to the next request.'), default: 0 });

export const trafficField = variant({
  label: 'Traffic',
  help: 'An application between two hosts, or a capture that is replayed.',
  tag: 'app',
  cases: {
    bulk: group({
      label: 'Bulk transfer',
      help: 'The client sends as fast as TCP lets it, the server reads.',
      fields: { from, ...connections, bytes },
    }),
    requests: group({
      label: 'Request and response',
      help: 'The client sends a request, the server answers, the next request follows.',
      fields: {
        from,
        ...connections,
        request: size('Request', 'Bytes of a request.', '64 B'),
        response: size('Response', 'Bytes of an answer.', '64 B'),
        count,
        pause,
      },
    }),
    echo: group({
      label: 'Echo',
      help: 'The server sends back what it gets (RFC 862).',
      fields: { from: optionalFrom, transport, ...connections, message: size('Message', 'Bytes of a message.', '64 B'), count, pause },
    }),
    discard: group({
      label: 'Discard',
      help: 'The server throws away what it gets (RFC 863).',
      fields: { from: optionalFrom, transport, ...connections, bytes },
    }),
    chargen: group({
      label: 'Character generator',
      help: 'The server sends lines of characters for as long as the connection is open (RFC 864).',
      fields: { from: optionalFrom, transport, ...connections, bytes },
    }),
    http: group({
      label: 'HTTP',
      help: 'The client asks for /bytes/N; the server answers with N bytes.',
      fields: {
        from: optionalFrom,
        ...connections,
        response: { ...bytes, label: 'Response', help: 'N: bytes of an answer.', derived: undefined, default: '1 MB' },
        count,
        pause,
      },
    }),
    replay: group({
      label: 'Capture',
      help: 'Frames of a capture arrive at an adapter as if from its cable.',
      fields: {
        capture: text({
          label: 'Capture',
          help: 'File of the capture, pcap or pcapng, relative to the scenario.',
          maxLength: 400,
          pattern: '^[^\\u0000-\\u001f]+$',
          form: 'the name of a file',
        }),
        onto: text({
          label: 'Onto',
          help: 'Adapter that receives the frames.',
          maxLength: 63,
          pattern: `^${NAME}\\.${NAME}$`,
          form: 'HOST.ADAPTER',
        }),
        start,
        pace: choice({
          label: 'Pace',
          help: 'At the recorded times, those times scaled, or back to back as fast as the link carries them.',
          choices: { recorded: 'Recorded', scaled: 'Scaled', link: 'Link rate' },
          default: 'recorded',
        }),
        factor: number({
          label: 'Factor',
          unit: 'times as fast',
          min: 0.000001,
          max: 1_000_000,
          fraction: true,
          help: 'For a scaled pace: 2 plays a capture in half its time.',
          default: 1,
          evidence: setHere,
        }),
        repeats: number({
          label: 'Repeats',
          unit: 'times',
          min: 1,
          max: 1_000_000,
          help: 'How often it is played.',
          default: 1,
          evidence: setHere,
        }),
        onlyReceived: toggle({
          label: 'Received frames only',
          help: 'Leave out frames that the capture marks as sent.',
          default: true,
          evidence: source('pcapng: epb_flags, inbound and outbound'),
        }),
      },
    }),
  },
});

export const timelineField = variant({
  label: 'Event',
  help: 'Something that happens at a time of the run.',
  tag: 'do',
  cases: {
    set: group({
      label: 'Change of a setting',
      help: 'One property of the document gets another value.',
      fields: {
        at,
        path: text({
          label: 'Path',
          help: 'Which property, such as hosts[0].nics[0].rss.maxProcessors.',
          maxLength: 200,
          pattern: '^(hosts|links|switches|traffic)\\[[0-9]{1,4}\\][A-Za-z0-9_.\\[\\]-]*$',
          form: 'a path such as hosts[0].nics[0].mtu',
        }),
        value: scalar({ label: 'Value', help: 'The new value, as it would be written in the document.' }),
      },
    }),
    restart: group({
      label: 'Restart',
      help: 'An adapter or the whole computer is restarted: what waited for it comes into force. Its cables are dead meanwhile.',
      fields: {
        at,
        host: text({ label: 'Host', help: 'Which computer.', ...hostName }),
        adapter: text({ label: 'Adapter', help: 'Adapter that is disabled and enabled again.', maxLength: 31, derived: 'the computer' }),
        outage: quantity({
          label: 'Outage',
          help: 'How long it takes.',
          dimension: 'duration',
          min: 0,
          max: 600e12,
          derived: '2 s for an adapter, 60 s for a computer',
          evidence: assumed('A few seconds for driver and link, a minute for a server that starts quickly.'),
        }),
      },
    }),
    offload: group({
      label: 'Pause of offload',
      help: 'An adapter pauses the offload of connections, or resumes it: all of them come back at a pause.',
      fields: {
        at,
        host: text({ label: 'Host', help: 'Where the adapter is.', ...hostName }),
        adapter: text({ label: 'Adapter', help: 'Name of the adapter.', ...adapterName }),
        action: choice({
          label: 'Action',
          help: 'NDIS_STATUS_OFFLOAD_PAUSE or NDIS_STATUS_OFFLOAD_RESUME.',
          choices: { pause: 'Pause', resume: 'Resume' },
        }),
      },
    }),
    upload: group({
      label: 'Upload',
      help: 'All offloaded connections of an adapter come back, for one reason.',
      fields: {
        at,
        host: text({ label: 'Host', help: 'Where the adapter is.', ...hostName }),
        adapter: text({ label: 'Adapter', help: 'Name of the adapter.', ...adapterName }),
        reason: choice({
          label: 'Reason',
          help: 'What the adapter gives as its reason; or a rule of Windows Firewall, after which they are never offloaded again.',
          choices: uploadReasons,
          default: 'upload-requested',
        }),
      },
    }),
    migrate: group({
      label: 'Live migration',
      help: 'A virtual machine moves to another host, to the virtual network of the same name.',
      fields: {
        at,
        machine: text({ label: 'Virtual machine', help: 'Which one, by name.', ...hostName, form: 'the name of a virtual machine' }),
        to: text({ label: 'To', help: 'Host that it moves to.', ...hostName }),
        pause: quantity({
          label: 'Pause',
          help: 'How long it stands still.',
          dimension: 'duration',
          min: 1_000_000_000,
          max: 60 * 1_000_000_000_000,
          default: '100 ms',
          evidence: assumed('Live migration is made to be shorter than a time-out of TCP; how long depends on the machine’s memory.'),
        }),
      },
    }),
    command: group({
      label: 'Console command',
      help: 'A command is entered at the console of a host.',
      fields: {
        at,
        host: text({ label: 'Host', help: 'Where the command is entered.', ...hostName }),
        line: text({
          label: 'Command',
          help: 'The line as typed; \\u0003 is Ctrl+C.',
          maxLength: 1000,
          pattern: '^[^\\r\\n]*$',
          form: 'one line',
        }),
      },
    }),
  },
});
