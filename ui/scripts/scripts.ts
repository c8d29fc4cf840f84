// The scripts that bring a real server from one configuration to another, and back.

import type { Setting } from '../readers/types.ts';
import { ethtoolTool } from './ethtool.ts';
import { netshTool } from './netsh.ts';
import { powershellTool } from './powershell.ts';
import { registryTool } from './registry.ts';
import { type AdapterName, type Script, type Tool, writeScript } from './script.ts';

export const tools: readonly Tool[] = [netshTool, registryTool, powershellTool, ethtoolTool];

/**
 * @param from, to settings relative to a host: from hostSettings(), rssSettingList() or a reading
 * @param adapters their names in the real system; placeholders stand for what is not known
 */
export const writeScripts = (from: readonly Setting[], to: readonly Setting[], adapters: readonly AdapterName[] = []): Script[] =>
  tools.map((tool) => writeScript(tool, from, to, adapters));
