// The small commands: cls, ver, hostname, exit.

import { does, fails, says, type Command } from './change.ts';
import { versionLines } from './versions.ts';

export const cls: Command = () => does([{ kind: 'clear-screen' }]);

export const ver: Command = ({ os }) => says('', versionLines[os]);

export const hostname: Command = ({ computerName }, words) =>
  words.length === 0
    ? says(computerName)
    : fails('sethostname: Use the Network Control Panel Applet to set hostname.', 'hostname -s is not supported.');

export const exit: Command = () => does([{ kind: 'close' }]);
