// What the Lab page has to say above everything else: failures, documents that were refused, limits, and a run that began again.

import { html, nothing } from 'lit';
import type { PathMessage } from '../components/lab-form/lab-form.ts';
import '../components/message/message.ts';
import type { LabSession } from './lab-session.ts';

const MOST = 50;

export const messageList = (messages: readonly PathMessage[]) =>
  html`<ul class="faults">
    ${messages
      .slice(0, MOST)
      .map(({ path, message }) => html`<li>${path ? html`<span class="mono">${path}</span>: ` : nothing}${message}</li>`)}
    ${messages.length > MOST ? html`<li>… and ${messages.length - MOST} more</li>` : nothing}
  </ul>`;

const failed = (session: LabSession, failure: string) =>
  html`<nic-message severity="error"
    >The emulator has stopped. ${failure} The scenario is not lost: start it again from time 0, or change it first.
    <button slot="action" type="button" @click=${() => session.restart()}>Start again</button></nic-message
  >`;

const refusal = (session: LabSession, { name, faults }: NonNullable<LabSession['refused']>) =>
  html`<nic-message severity="error" closable @nic-close=${() => session.dismiss()}
    >${name} could not be opened${session.document ? '; what was open stays' : ''}. ${messageList(faults)}</nic-message
  >`;

/** @param listFault  why the ready scenarios are not listed, or empty */
export const labMessages = (session: LabSession, listFault: string) =>
  html`${session.failure === null ? nothing : failed(session, session.failure)}
  ${session.refused ? refusal(session, session.refused) : nothing}
  ${
    session.restarted
      ? html`<nic-message closable @nic-close=${() => session.dismiss()}
          >This can only be set from the start: the run began again.</nic-message
        >`
      : nothing
  }
  ${
    session.limited
      ? html`<nic-message severity="warning"
          >A limit of the emulator was reached: the numbers of this run are not to be trusted. A smaller scenario, with fewer connections,
          helps.</nic-message
        >`
      : nothing
  }
  ${listFault ? html`<nic-message severity="warning">The ready scenarios could not be listed. ${listFault}</nic-message>` : nothing}`;
