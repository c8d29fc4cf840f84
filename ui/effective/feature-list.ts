// The features whose state is computed, by the names that Windows and its documents use.

/** Id -> label, in the order in which they are shown. */
export const featureLabels = {
  'rss': 'Receive Side Scaling',
  'vmq': 'Virtual Machine Queue',
  'chimney': 'TCP Chimney Offload',
  'vm-chimney': 'Virtual Machine Chimney',
  'netdma': 'NetDMA',
  'dca': 'Direct Cache Access',
  'checksum': 'Checksum offload',
  'lso-v1': 'Large send offload V1',
  'lso-v2': 'Large send offload V2',
  'moderation': 'Interrupt moderation',
} as const;

export type FeatureId = keyof typeof featureLabels;

export const featureIds = Object.keys(featureLabels) as readonly FeatureId[];
