import { LitElement, html, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { define } from '../components/element.ts';
import '../components/frame-path/frame-path.ts';
import type { FollowAdapter } from '../components/frame-path/frame-path.ts';
import { base } from '../components/theme.ts';
import type { LabLayout } from '../scenario/lab-frame.ts';
import { noFramePath, type FollowRequest, type FramePath, type PathTuple } from '../scenario/frame-path.ts';
import { tupleParams } from '../components/hash-input/tuple-url.ts';
import type { LabSession } from './lab-session.ts';
import { fragmentOf } from './route.ts';

const REFRESH_MS = 300;

/**
 * The path of a frame in the run of the Lab: asks the worker, and looks again while the frame is on its way.
 *
 * @tagname nic-lab-following
 */
export class NicLabFollowing extends LitElement {
  static override styles = [base];

  @property({ attribute: false }) session!: LabSession;
  @property({ attribute: false }) layout!: LabLayout;
  @property({ type: Boolean }) active = true;
  /** How often the run has taken a document over: a new world follows nothing. */
  @property({ type: Number }) loads = 0;

  @state() private path: FramePath = noFramePath;

  private timer: ReturnType<typeof setInterval> | null = null;
  private withBytes = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => this.active && void this.look(), REFRESH_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.timer !== null) clearInterval(this.timer);
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('loads')) void this.look();
  }

  override render() {
    return html`<nic-frame-path
      .path=${this.path}
      .adapters=${followAdapters(this.layout)}
      @follow=${(event: CustomEvent<{ request: FollowRequest | null }>) => this.follow(event.detail.request)}
      @frame-bytes=${() => {
        this.withBytes = true;
        void this.look();
      }}
      @open-hash=${({ detail }: CustomEvent<{ tuple: PathTuple }>) => (location.hash = fragmentOf('hash', new URLSearchParams(tupleParams(detail.tuple))))}
    ></nic-frame-path>`;
  }

  private async follow(request: FollowRequest | null): Promise<void> {
    this.withBytes = false;
    await this.session.answer((api) => api.follow(request));
    await this.look();
  }

  private async look(): Promise<void> {
    const path = await this.session.answer((api) => api.framePath(this.withBytes));
    if (path && JSON.stringify(path) !== JSON.stringify(this.path)) this.path = path;
  }
}

/** Adapters of hosts, then of virtual machines, as the run numbers them. */
export function followAdapters(layout: LabLayout): FollowAdapter[] {
  return layout.nics.map(({ host, name }, nic) => ({ nic, label: `${layout.hosts[host]!.name}.${name}` }));
}

define('nic-lab-following', NicLabFollowing);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-following': NicLabFollowing;
  }
}
