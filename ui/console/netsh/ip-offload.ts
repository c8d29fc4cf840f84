// netsh interface ip: show offload, show global, set global taskoffload; on Server 2003 SP2 set chimney.
// Layout of show offload: outputs of a later Windows.

import { does, says } from '../change.ts';
import { taskOffloads, type OsVersion, type TaskOffload } from '../state.ts';
import { parseParameters } from './parameters.ts';
import { refused } from './refused.ts';
import type { NetshCommand } from './tree.ts';

const offloadTexts: Readonly<Record<TaskOffload, string>> = {
  ipv4TransmitChecksum: 'ipv4 transmit checksum supported.',
  udpTransmitChecksum: 'udp transmit checksum supported.',
  tcpTransmitChecksum: 'tcp transmit checksum supported.',
  largeSend: 'tcp large send offload supported.',
  giantSend: 'tcp giant send offload supported.',
  ipv4ReceiveChecksum: 'ipv4 receive checksum supported.',
  udpReceiveChecksum: 'udp receive checksum supported.',
  tcpReceiveChecksum: 'tcp receive checksum supported.',
};

const showOffload: NetshCommand = {
  name: 'show offload',
  help: 'Displays the offload information.',
  elevated: false,
  parameters: [{ tag: 'interface', required: false }],
  usage: ['Usage: show offload [[interface=]<name or index>]'],
  run({ adapters, taskOffload }, words) {
    const parsed = parseParameters(words, this.parameters);
    if ('fault' in parsed) return refused(parsed.fault, this);
    const wanted = parsed.given['interface']?.toLowerCase();
    const shown = adapters.filter(
      ({ interfaceIndex, name }) => wanted === undefined || wanted === String(interfaceIndex) || wanted === name.toLowerCase(),
    );
    if (shown.length === 0) return refused(['The filename, directory name, or volume label syntax is incorrect.'], this);
    return says(
      ...shown.flatMap(({ interfaceIndex, name, active }) => {
        const listed = taskOffload === 'disabled' ? [] : taskOffloads.filter((offload) => active.includes(offload));
        return [
          `Interface ${interfaceIndex}: ${name}`,
          '',
          ...listed.map((offload) => offloadTexts[offload]),
          ...(listed.length > 0 ? [''] : []),
        ];
      }),
    );
  },
};

const showGlobal: NetshCommand = {
  name: 'show global',
  help: 'Shows global configuration parameters.',
  elevated: false,
  parameters: [],
  usage: ['Usage: show global'],
  run({ taskOffload }, words) {
    const parsed = parseParameters(words, this.parameters);
    if ('fault' in parsed) return refused(parsed.fault, this);
    return says(
      'Querying active state...',
      '',
      'General Global Parameters',
      '-'.repeat(45),
      `${'Task Offload'.padEnd(38)}: ${taskOffload}`,
      '',
    );
  },
};

const setGlobal: NetshCommand = {
  name: 'set global',
  help: 'Modifies global configuration general parameters.',
  elevated: true,
  parameters: [{ tag: 'taskoffload', required: true, values: ['enabled', 'disabled'] }],
  usage: ['Usage: set global [[taskoffload=]enabled|disabled]'],
  run(_state, words) {
    const parsed = parseParameters(words, this.parameters);
    if ('fault' in parsed) return refused(parsed.fault, this);
    return does([{ kind: 'set-task-offload', value: parsed.given['taskoffload'] === 'disabled' ? 'disabled' : 'enabled' }], 'Ok.', '');
  },
};

const setChimney: NetshCommand = {
  name: 'set chimney',
  help: 'Sets TCP Chimney Offload.',
  elevated: true,
  parameters: [{ tag: 'state', required: true, values: ['disabled', 'enabled'] }],
  usage: ['Usage: set chimney [state=]disabled|enabled'],
  run(_state, words) {
    const parsed = parseParameters(words, this.parameters);
    if ('fault' in parsed) return refused(parsed.fault, this);
    const value = parsed.given['state'] === 'disabled' ? 'disabled' : 'enabled';
    return does([{ kind: 'set-global', name: 'chimney', value }], 'Ok.', '');
  },
};

export const ipCommands = (os: OsVersion): readonly NetshCommand[] =>
  os === 'ws2003sp2' ? [showOffload, setChimney] : [showOffload, showGlobal, setGlobal];
