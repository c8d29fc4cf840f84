// Interrupt moderation: the adapter waits for more frames, or for a time-out, before it interrupts. How long is the vendor's business.

import { failure, type Feature } from './gates.ts';
import { versionGate } from './common-gates.ts';
import { MODERATION } from './sources.ts';

export const moderation: Feature = {
  id: 'moderation',
  scope: 'adapter',
  gates: [
    versionGate('moderation'),
    {
      id: 'capability',
      scope: 'adapter',
      title: 'Moderation in hardware',
      requires: 'The adapter can moderate its interrupts.',
      evidence: MODERATION,
      fails: ({ adapter }) =>
        adapter.capabilities.moderation
          ? null
          : failure('The adapter interrupts for every frame; it cannot wait.', 'adapter.capabilities.moderation', true),
    },
    {
      id: 'property',
      scope: 'adapter',
      title: 'Interrupt moderation of the adapter',
      requires: 'Interrupt moderation is enabled in the properties of the adapter.',
      evidence: MODERATION,
      fails: ({ adapter }) =>
        adapter.properties.moderation
          ? null
          : failure('Interrupt moderation is disabled on the adapter.', 'adapter.properties.moderation', true),
    },
  ],
};
