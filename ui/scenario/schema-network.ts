// Cables and switches as the scenario document declares them. A link's rate is that of the slower end.
// Leaves out: spanning tree, link aggregation, pause frames, VLANs.

import { assumed, type Field, group, list, number, quantity, source, text } from './fields.ts';
import { NAME, nameField } from './schema-nic.ts';

const shareField = (label: string, help: string) =>
  quantity({
    label,
    help,
    dimension: 'share',
    min: 0,
    max: 1,
    default: 0,
    evidence: assumed('Independent for each frame, from a stream of random numbers of its own.'),
  });

/** What a frame meets on its way, in one direction. */
export const pathFields = {
  delay: quantity({
    label: 'Delay',
    help: 'Propagation delay, one way.',
    dimension: 'duration',
    min: 0,
    max: 10_000_000_000_000,
    default: '500 ns',
    evidence: source('Speed of light in fibre or copper, about 5 ns a metre: 500 ns are 100 m'),
  }),
  loss: shareField('Loss', 'Share of frames that vanish.'),
  duplication: shareField('Duplication', 'Share of frames that arrive twice.'),
  reordering: shareField('Reordering', 'Share of frames that are held back by the extra delay, so that later ones overtake them.'),
  reorderingDelay: quantity({
    label: 'Extra delay',
    help: 'How long a reordered frame is held back.',
    dimension: 'duration',
    min: 0,
    max: 10_000_000_000_000,
    default: '100 us',
    evidence: assumed('Long enough for several frames to overtake.'),
  }),
  bitErrors: quantity({
    label: 'Bit error rate',
    help: 'Probability of each bit to be flipped. The receiving adapter drops the frame: its checksum is wrong.',
    dimension: 'share',
    min: 0,
    max: 0.01,
    default: 0,
    evidence: source('IEEE 802.3 asks for 1e-12 or better at 10 Gb/s; 0 is an ideal cable'),
  }),
};

type PathFields = typeof pathFields;
type BackFields = { [K in keyof PathFields]: Omit<PathFields[K], 'default'> & { derived: 'as in the first direction' } };

const backFields = Object.fromEntries(
  Object.entries(pathFields).map(([name, field]) => {
    const { default: _initial, ...rest } = field;
    return [name, { ...rest, derived: 'as in the first direction' } satisfies Field];
  }),
) as BackFields;

export const linkField = group({
  label: 'Link',
  help: 'A full-duplex cable between two adapters, or from an adapter or a switch to a switch.',
  fields: {
    ends: list({
      label: 'Ends',
      help: 'The two ends: HOST.ADAPTER, or the name of a switch (its next free port).',
      item: text({
        label: 'End',
        help: 'HOST.ADAPTER or SWITCH.',
        maxLength: 63,
        pattern: `^${NAME}(\\.${NAME})?$`,
        form: 'HOST.ADAPTER or the name of a switch',
      }),
      min: 2,
      max: 2,
    }),
    ...pathFields,
    back: group({
      label: 'Way back',
      help: 'What is different from the second end to the first.',
      fields: backFields,
    }),
  },
});

export const switchField = group({
  label: 'Switch',
  help: 'A store-and-forward switch that learns addresses and queues at each output port.',
  fields: {
    name: nameField('Name', 'Name of the switch, unique among hosts and switches.'),
    ports: number({
      label: 'Ports',
      unit: 'ports',
      min: 2,
      max: 128,
      help: 'Ports; each runs at the speed of what is plugged in.',
      default: 24,
      evidence: assumed('A usual size.'),
    }),
    speed: quantity({
      label: 'Port speed',
      help: 'Highest speed of a port; between two switches the link runs at the lower of the two.',
      dimension: 'rate',
      min: 1_000_000_000,
      max: 40_000_000_000,
      choices: [1_000_000_000, 10_000_000_000, 40_000_000_000],
      default: '10 Gb/s',
      evidence: assumed('A usual speed.'),
    }),
    queue: quantity({
      label: 'Queue',
      help: 'Bytes that wait at one output port before frames are dropped.',
      dimension: 'size',
      min: 2048,
      max: 64 * 1024 * 1024,
      default: '256 KiB',
      evidence: assumed('Switches of the time had 100 KiB to a few MiB for a port.'),
    }),
    latency: quantity({
      label: 'Latency',
      help: 'From the last bit in to the first bit out of an empty queue.',
      dimension: 'duration',
      min: 0,
      max: 1_000_000_000,
      default: '2 us',
      evidence: assumed('A few microseconds are usual for store and forward.'),
    }),
  },
});
