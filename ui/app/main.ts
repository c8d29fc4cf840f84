// Starts the site: theme first, then the page; the engine starts when a page first needs it.

import { installTheme } from '../components/theme.ts';
import { restoreTheme } from './theme-switch.ts';
import './nic-app.ts';

installTheme(document);
restoreTheme();
