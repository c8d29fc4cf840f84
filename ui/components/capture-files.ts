// Which files the page offers to open, and how to find one in a drop or a paste.

/** For the `accept` of a file input. */
export const CAPTURE_ACCEPT = '.pcap,.pcapng,.cap,.gz,.dmp,application/vnd.tcpdump.pcap,application/gzip';

/** The first file of a drop or paste, or null. */
export function fileOf(data: DataTransfer | null): File | null {
  return data?.files[0] ?? null;
}

/** True when a drag carries files, which is all that a page may know before the drop. */
export function carriesFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false;
}
