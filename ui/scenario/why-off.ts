// Why settings in force keep a feature from an adapter, as a sentence with its evidence: the first gate of ui/effective that does not pass.

import type { FeatureId } from '../effective/feature-list.ts';
import { featureState, features } from '../effective/features.ts';
import type { Evidence } from '../features/rss.ts';
import type { Host, Nic } from './schema.ts';
import { windowsSettings, type VirtualMachine } from './windows-settings.ts';

export interface Why {
  reason: string;
  evidence: Evidence;
}

/** null where no setting stands against it. @param machine  whose use of the adapter is asked about; null: the host's own */
export function whyOff(feature: FeatureId, host: Host, nic: Nic, machine: VirtualMachine | null = null): Why | null {
  if (host.kind === 'ideal') return null;
  const { failed } = featureState(feature, windowsSettings(host, nic, machine), machine ? 'virtual machine' : 'adapter');
  return failed && { reason: failed.sentence, evidence: failed.evidence };
}

/** What a gate of TCP Chimney says that keeps a connection in the host; null where there is no such gate. @param id  of the gate */
export function whyNotOffloaded(id: string, host: Host, nic: Nic): Why | null {
  const gate = features.chimney.gates.find((each) => each.id === id);
  if (!gate || host.kind === 'ideal') return null;
  const settings = windowsSettings(host, nic);
  const evidence = typeof gate.evidence === 'function' ? gate.evidence(settings) : gate.evidence;
  return { reason: gate.fails(settings)?.sentence ?? `This is not so: ${gate.requires}`, evidence };
}
