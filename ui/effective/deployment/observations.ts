// What a run has shown of a deployment. Everything is optional: what nobody watched is not known, and is not taken for zero.

export interface DeploymentObservations {
  /** Counters that were watched, by their path as the checklist names it: whether the value has moved. */
  readonly counters?: ReadonlyMap<string, boolean>;
  /** Most connections of the host that were in the adapter at one time. */
  readonly offloadedConnections?: number;
  /** The same, of the guest that the settings name. */
  readonly guestOffloadedConnections?: number;
  /** Queues of virtual machines that received frames, the default queue not counted. */
  readonly queuesInUse?: number;
  /** Processors that received frames of the adapter. */
  readonly receiveProcessors?: number;
  /** Bytes that the copy engine has moved. */
  readonly copyEngineBytes?: number;
  /** A run without the feature was kept to compare with. */
  readonly baselineKept?: boolean;
}

export const nothingObserved: DeploymentObservations = {};
