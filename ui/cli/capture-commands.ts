// `nicscope hash` and `nicscope capture`: a capture through the core, once frame by frame, once as a whole.

import { loadCoreModule } from '#core-wasm';
import { CaptureEngine, describeFault } from '../engine/capture-engine.ts';
import { instantiateCore } from '../engine/core.ts';
import type { ServerChoice } from '../analysis/types.ts';
import { InputFault, UsageError } from './arguments.ts';
import type { CaptureInvocation, HashInvocation } from './capture-options.ts';
import { captureText } from './capture-text.ts';
import { printHashRows } from './hash-rows.ts';
import { openFile } from './open-file.ts';
import { toJson, type Output } from './output.ts';

function serverChoice({ server, iface }: CaptureInvocation): ServerChoice {
  const choice: ServerChoice =
    server === null
      ? { kind: 'auto' }
      : server === 'all'
        ? { kind: 'all' }
        : { kind: 'addresses', addresses: server.split(',').map((address) => address.trim()) };
  return iface === null ? choice : { ...choice, iface };
}

/** @throws InputFault after the rows before it */
export async function runHash({ file, settings, format }: HashInvocation, out: Output): Promise<void> {
  const core = await instantiateCore(await loadCoreModule());
  const fault = describeFault(await printHashRows(core, await openFile(file), settings, format, out));
  if (fault !== null) throw new InputFault(fault);
}

/** @throws InputFault after what there is to say of the capture before it */
export async function runCapture(invocation: CaptureInvocation, out: Output): Promise<void> {
  const { file, settings, format, measure } = invocation;
  const server = serverChoice(invocation);
  const engine = new CaptureEngine(loadCoreModule);
  const source = await openFile(file);
  let report;
  try {
    report = await engine.open(source, file === '-' ? 'standard input' : file);
  } catch (error) {
    throw new InputFault((error as Error).message);
  }
  let evaluation;
  try {
    evaluation = await engine.evaluate({ settings, server, measure });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const { variants, keys } = await engine.whatIf({ settings, server, measure });
  out.write(
    format === 'json' ? `${toJson({ report, ...evaluation, whatIf: variants, keys }, 2)}\n` : captureText(report, evaluation, variants),
  );
  await out.flush();
  if (report.fault !== null) throw new InputFault(report.fault);
}
